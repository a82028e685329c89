import { lineOutcomes, undoOutcomes, type LineOutcome, type UndoOutcome } from '@bulk-associate/contract';
import type { Translator } from '../locales/translator';
import { capitalized } from '../parts/capitalized';
import { countOutcomes, countUndo, type Ledger } from '../run/ledger';
import type { Operation } from '../run/operation';
import type { ResultStatus } from './summary';

/** The name of a status with a capital letter, for tabs of `n` records and for the tag of one. */
export function statusTitle({ t }: Translator, operation: Operation, status: ResultStatus, n = 1): string {
  return capitalized(t(statusKey(operation, status), { n }));
}

/** The colour of a status tag, which also shows the name. Statuses that need no attention are absent and grey. */
export const statusColours: Readonly<
  Partial<Record<ResultStatus, 'danger' | 'warning' | 'info' | 'success'>>
> = {
  failed: 'danger',
  undo_failed: 'danger',
  unconfirmed: 'warning',
  undo_unconfirmed: 'warning',
  kept: 'info',
  already: 'info',
  associated: 'success',
  removed: 'success',
};

/** "38 associated, 2 failed": the successes first. */
export function summaryText(translator: Translator, operation: Operation, ledger: Ledger): string {
  return outcomesText(translator, operation, countOutcomes(ledger));
}

/** As `summaryText`, of the number of lines with each outcome. */
export function outcomesText(
  translator: Translator,
  operation: Operation,
  counts: Record<LineOutcome, number>,
): string {
  const done: LineOutcome[] = ['associated', 'removed'];
  const order = [...done, ...lineOutcomes.filter((outcome) => !done.includes(outcome))];
  return summary(translator, operation, order, counts);
}

/** "38 undone, 1 kept because labelled"; empty if nothing was undone. */
export function undoSummaryText(translator: Translator, operation: Operation, ledger: Ledger): string {
  return undoneText(translator, operation, countUndo(ledger));
}

/** As `undoSummaryText`, of the number of lines with each outcome of an undo. */
export function undoneText(
  translator: Translator,
  operation: Operation,
  counts: Record<UndoOutcome, number>,
): string {
  return summary(translator, operation, undoOutcomes, counts);
}

type Word = LineOutcome | UndoOutcome;

/** The message of a status. With a label, what is there or missing is the label: the association may exist without it. */
function statusKey({ label }: Operation, word: Word | ResultStatus) {
  if (label && word === 'already') return 'status_hasLabel';
  if (label && word === 'absent') return 'status_lacksLabel';
  return `status_${word}` as const;
}

function summary(
  { t, list }: Translator,
  operation: Operation,
  words: readonly Word[],
  counts: Partial<Record<Word, number>>,
): string {
  return list(
    words.flatMap((word) => {
      const n = counts[word] ?? 0;
      return n > 0 ? [t('statusCount', { n, status: t(statusKey(operation, word), { n }) })] : [];
    }),
  );
}
