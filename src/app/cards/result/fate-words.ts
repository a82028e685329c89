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
import type { Standing } from './standing';

/** The word for each standing. */
export const standingWords = {
  failed: 'wordFailed',
  unconfirmed: 'wordUnconfirmed',
  not_sent: 'wordNotSent',
  undo_failed: 'wordUndoFailed',
  undo_unconfirmed: 'wordUndoUnconfirmed',
  undo_not_sent: 'wordUndoNotSent',
  kept: 'wordKept',
  associated: 'wordAssociated',
  removed: 'wordRemoved',
  already: 'reviewAlready',
  skipped: 'reviewOther',
} as const satisfies Record<Standing, string>;

/** How a standing is coloured, beside its word. */
export const standingColours = {
  failed: 'danger',
  unconfirmed: 'warning',
  not_sent: 'default',
  undo_failed: 'danger',
  undo_unconfirmed: 'warning',
  undo_not_sent: 'default',
  kept: 'info',
  associated: 'success',
  removed: 'default',
  already: 'info',
  skipped: 'default',
} as const satisfies Record<Standing, string>;

const fateParts = {
  failed: 'summaryFailed',
  unconfirmed: 'summaryUnconfirmed',
  not_sent: 'summaryNotSent',
  associated: 'summaryAssociated',
  already: 'summaryAlready',
  skipped: 'summarySkipped',
} as const satisfies Record<Fate, string>;

const undoParts = {
  removed: 'undoRemoved',
  kept: 'undoKept',
  failed: 'summaryFailed',
  unconfirmed: 'summaryUnconfirmed',
  not_sent: 'summaryNotSent',
} as const satisfies Record<UndoFate, string>;

/** "38 associated, 2 failed" */
export function summaryOf({ t, list }: Voice, ledger: Ledger): string {
  const counts = countFates(ledger);
  const order: Fate[] = ['associated', ...fates.filter((fate) => fate !== 'associated')];
  return list(
    order.filter((fate) => counts[fate] > 0).map((fate) => t(fateParts[fate], { n: counts[fate] })),
  );
}

/** "38 removed, 1 kept"; empty if nothing was undone. */
export function undoSummaryOf({ t, list }: Voice, ledger: Ledger): string {
  const counts = countUndo(ledger);
  const told = undoFates.filter((fate) => counts[fate] > 0);
  return list(told.map((fate) => t(undoParts[fate], { n: counts[fate] })));
}
