import type { Translate } from '../locales/messages';
import type { Voice } from '../locales/translate';
import {
  countFates,
  countUndo,
  fates,
  undoFates,
  type Fate,
  type Ledger,
  type UndoFate,
} from '../run/ledger';

/** Keys of what is said about a fate: its word, and a part of a summary. */
export const fateKeys = {
  failed: { word: 'wordFailed', part: 'summaryFailed' },
  unconfirmed: { word: 'wordUnconfirmed', part: 'summaryUnconfirmed' },
  not_sent: { word: 'wordNotSent', part: 'summaryNotSent' },
  associated: { word: 'wordAssociated', part: 'summaryAssociated' },
  already: { word: 'reviewAlready', part: 'summaryAlready' },
  skipped: { word: 'reviewOther', part: 'summarySkipped' },
} as const satisfies Record<Fate, object>;

export const undoKeys = {
  removed: { word: 'wordRemoved', part: 'undoRemoved' },
  kept: { word: 'wordKept', part: 'undoKept' },
  failed: { word: 'wordUndoFailed', part: 'undoFailed' },
  unconfirmed: { word: 'wordUndoUnconfirmed', part: 'undoUnconfirmed' },
  not_sent: { word: 'wordUndoNotSent', part: 'undoNotSent' },
} as const satisfies Record<UndoFate, object>;

/** How a status is coloured, beside its word. */
export const fateColours = {
  failed: 'danger',
  unconfirmed: 'warning',
  not_sent: 'default',
  associated: 'success',
  already: 'info',
  skipped: 'default',
} as const satisfies Record<Fate, string>;

export function fateWord(t: Translate, fate: Fate): string {
  return t(fateKeys[fate].word);
}

/** "38 associated, 2 failed" */
export function summaryOf({ t, list }: Voice, ledger: Ledger): string {
  const counts = countFates(ledger);
  const order: Fate[] = ['associated', ...fates.filter((fate) => fate !== 'associated')];
  return list(
    order.filter((fate) => counts[fate] > 0).map((fate) => t(fateKeys[fate].part, { n: counts[fate] })),
  );
}

/** "38 removed, 1 kept"; empty if nothing was undone. */
export function undoSummaryOf({ t, list }: Voice, ledger: Ledger): string {
  const counts = countUndo(ledger);
  return list(
    undoFates.filter((fate) => counts[fate] > 0).map((fate) => t(undoKeys[fate].part, { n: counts[fate] })),
  );
}
