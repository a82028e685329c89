import type { LineOutcome, Ledger, Line, UndoOutcome } from '../run/ledger';

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
] as const satisfies readonly (LineOutcome | UndoOutcome | `undo_${UndoOutcome}`)[];
export type Standing = (typeof standings)[number];

/** Where one record stands. */
export function standingOf({ outcome, undo }: Line): Standing {
  if (!undo) return outcome;
  return undo.outcome === 'removed' || undo.outcome === 'kept' ? undo.outcome : `undo_${undo.outcome}`;
}

/** The lines of each standing that any line has. */
export function byStanding(ledger: Ledger): { standing: Standing; lines: Line[] }[] {
  return standings.flatMap((standing) => {
    const lines = ledger.filter((line) => standingOf(line) === standing);
    return lines.length > 0 ? [{ standing, lines }] : [];
  });
}
