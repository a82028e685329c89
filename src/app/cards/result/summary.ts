import type { LineOutcome, OutcomeError, UndoOutcome } from '@bulk-associate/contract';
import type { Ledger, Line } from '../run/ledger';

/** The status of a selected record after the run and its undo. Statuses that need attention come first. */
export const resultStatuses = [
  'failed',
  'unconfirmed',
  'not_sent',
  'undo_failed',
  'undo_unconfirmed',
  'undo_not_sent',
  'kept',
  'associated',
  'removed',
  'undone',
  'already',
  'absent',
  'skipped',
] as const satisfies readonly (LineOutcome | UndoOutcome | `undo_${UndoOutcome}`)[];
export type ResultStatus = (typeof resultStatuses)[number];

/** The status of one record: that of its undo, if there was one. */
export function resultStatusOf({ outcome, undo }: Line): ResultStatus {
  if (!undo) return outcome;
  return undo.outcome === 'undone' || undo.outcome === 'kept' ? undo.outcome : `undo_${undo.outcome}`;
}

/** The error of one record: that of its undo, if there was one. */
export function resultErrorOf(line: Line): OutcomeError | undefined {
  return (line.undo ?? line).error;
}

/** The lines of a ledger by status. Statuses without lines are left out. */
export function summarize(ledger: Ledger): { status: ResultStatus; lines: Line[] }[] {
  return resultStatuses.flatMap((status) => {
    const lines = ledger.filter((line) => resultStatusOf(line) === status);
    return lines.length > 0 ? [{ status, lines }] : [];
  });
}
