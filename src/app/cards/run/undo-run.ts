import { UndoSteps, type UndoContext } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import { chunkedRun } from './chunked-run';
import type { Line } from './ledger';
import type { Operation } from './operation';
import { inputOf, plainPace, sendPairs, stepwisePace, type PairContext, type PairRun } from './pair-runs';

/**
 * A run that undoes an operation, so that each pair is as it was before:
 * - an association that the run created is removed, with the labels that came with it; another label keeps it;
 * - an association that got a label loses that label;
 * - an association that was removed is created again with the labels it had, and one that lost a label gets it back, if it is
 *   still there;
 * - Primary goes back to the association that had it, before it is taken from the one it was moved to; not if that
 *   association is gone, or another record has Primary meanwhile.
 */
export function undoRun(context: PairContext, { name, label }: Operation, lines: readonly Line[]): PairRun {
  const steps: UndoContext<Line, CallError> = {
    send: (uid, inputs, options) => sendPairs(uid, context, inputs, options),
    inputOf: (line) => inputOf(context, line),
    name,
    label,
  };
  const send = (chunk: Line[]) => new UndoSteps(steps, chunk).carryOut();
  const pace = name === 'remove' ? stepwisePace : plainPace;
  return chunkedRun({ items: lines, send, ...pace }, context.clock);
}
