import { restoringInput, UndoSteps, type UndoContext } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import { chunkedRun } from './chunked-run';
import type { Line } from './ledger';
import type { Operation } from './operation';
import {
  inputOf,
  pairRun,
  plainPace,
  sendPairs,
  stepwisePace,
  type PairContext,
  type PairRun,
} from './pair-runs';

/**
 * A run that undoes an operation, so that each pair is as it was before:
 * - an association that the run created is removed, with the labels that came with it; another label keeps it;
 * - an association that got a label loses that label;
 * - an association that was removed, or lost a label, is created again with the labels it had;
 * - Primary goes back to the association that had it, before it is taken from the one it was moved to; not if that
 *   association is gone, or another record has Primary meanwhile.
 */
export function undoRun(context: PairContext, { name, label }: Operation, lines: readonly Line[]): PairRun {
  if (name === 'remove') {
    const items = lines.map((line) => restoringInput(inputOf(context, line), line.labels, label));
    return pairRun('associate_records', context, items, { label }, stepwisePace);
  }
  const steps: UndoContext<Line, CallError> = {
    send: (uid, inputs, options) => sendPairs(uid, context, inputs, options),
    inputOf: (line) => inputOf(context, line),
    label,
  };
  const send = (chunk: Line[]) => new UndoSteps(steps, chunk).carryOut();
  return chunkedRun({ items: lines, send, ...plainPace }, context.clock);
}
