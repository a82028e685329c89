import type { Voice } from '../locales/translate';
import {
  countOutcomes,
  countUndo,
  lineOutcomes,
  undoOutcomes,
  type LineOutcome,
  type Ledger,
  type UndoOutcome,
} from '../run/ledger';
import type { Standing } from './standing';

/** The word for a standing, as a title. */
export function standingTitle({ t }: Voice, standing: Standing): string {
  const word = t(`standing_${standing}`);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** How a standing is coloured, beside its word; those that need no attention are grey. */
export const standingColours: Readonly<Partial<Record<Standing, 'danger' | 'warning' | 'info' | 'success'>>> =
  {
    failed: 'danger',
    undo_failed: 'danger',
    unconfirmed: 'warning',
    undo_unconfirmed: 'warning',
    kept: 'info',
    already: 'info',
    associated: 'success',
  };

/** "38 associated, 2 failed": first what the run was for. */
export function summaryOf(voice: Voice, ledger: Ledger): string {
  const order: LineOutcome[] = ['associated', ...lineOutcomes.filter((outcome) => outcome !== 'associated')];
  return summary(voice, order, countOutcomes(ledger));
}

/** "38 removed, 1 kept because labelled"; empty if nothing was undone. */
export function undoSummaryOf(voice: Voice, ledger: Ledger): string {
  return summary(voice, undoOutcomes, countUndo(ledger));
}

type Word = LineOutcome | UndoOutcome;

function summary({ t, list }: Voice, words: readonly Word[], counts: Partial<Record<Word, number>>): string {
  return list(
    words.flatMap((word) => {
      const n = counts[word] ?? 0;
      return n > 0 ? [t('nOf', { n, what: t(`standing_${word}`) })] : [];
    }),
  );
}
