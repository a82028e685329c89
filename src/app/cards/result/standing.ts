import type { Fate, Ledger, Line, UndoFate } from '../run/ledger';

/** Where a chosen record stands after the run and its undoing; first what asks for attention. */
export const standings = [
  'failed',
  'unconfirmed',
  'not_sent',
  'undo_failed',
  'undo_unconfirmed',
  'undo_not_sent',
  'kept',
  'associated',
  'removed',
  'already',
  'skipped',
] as const satisfies readonly (Fate | UndoFate | `undo_${UndoFate}`)[];
export type Standing = (typeof standings)[number];

/** Where one record stands. */
export function standingOf({ fate, undo }: Line): Standing {
  if (!undo) return fate;
  return undo.fate === 'removed' || undo.fate === 'kept' ? undo.fate : `undo_${undo.fate}`;
}

/** The lines of each standing that any line has. */
export function byStanding(ledger: Ledger): { standing: Standing; lines: Line[] }[] {
  return standings.flatMap((standing) => {
    const lines = ledger.filter((line) => standingOf(line) === standing);
    return lines.length > 0 ? [{ standing, lines }] : [];
  });
}
