import {
  resultsIn,
  UndoSteps,
  type AssociationInput,
  type FunctionError,
  type PairsReply,
  type SendPairs,
} from '@bulk-associate/contract';
import type { AccountCalls } from '../hubspot/account-calls';
import type { Admission } from '../hubspot/connections';
import { traceOf, type Log } from '../log';
import { refusals } from '../refusals';
import { DatabaseUnavailable } from '../storage';
import type { RunRow } from './run-row';
import type { StoredLine } from './stored-line';

/** The pair of a line. */
export function inputOf(
  { record_id: record }: Pick<RunRow, 'record_id'>,
  { id, from }: StoredLine,
): AssociationInput {
  return { from: { id: from ?? record }, to: { id } };
}

/** Sends pairs of a run to the functions. */
export function senderOf(
  run: RunRow,
  { calls, log }: { calls: Pick<AccountCalls, 'answer'>; log: Log },
  admission: Admission,
): SendPairs<FunctionError> {
  return async (uid, inputs, { label, ...options }) => {
    const parameters = {
      fromObjectType: run.object_type,
      toObjectType: run.to_object_type,
      inputs,
      ...(label && { label }),
      ...options,
    };
    try {
      const answer = await calls.answer(run.account, uid, parameters, { admission });
      if (answer === 'not_installed') return { ok: false, error: uninstalled };
      return answer.ok ? { ok: true, results: resultsIn(answer), stopped: answer.stopped } : answer;
    } catch (error) {
      if (error instanceof DatabaseUnavailable) return { ok: false, error: refusals.databaseUnavailable };
      log({ event: 'defect', account: run.account, run: run.run, ...traceOf(error) });
      return { ok: false, error: refusals.defect };
    }
  };
}

/** Reads what the pairs of some lines have of what the run is about. */
export function readLines(
  run: RunRow,
  lines: readonly StoredLine[],
  send: SendPairs<FunctionError>,
): Promise<PairsReply<FunctionError>> {
  const { label } = run.operation;
  return send('preview_associations', lines.map((line) => inputOf(run, line)), { label, seen: true }); // prettier-ignore
}

/** Carries out the phase of a run on the pairs of some lines. */
export function sendLines(
  run: RunRow,
  lines: readonly StoredLine[],
  send: SendPairs<FunctionError>,
): Promise<PairsReply<FunctionError>> {
  const { name, label } = run.operation;
  const pairOf = (line: StoredLine) => inputOf(run, line);
  if (run.phase === 'run') {
    if (name === 'associate') return send('associate_records', lines.map(pairOf), { label });
    return send('remove_associations', lines.map(pairOf), label ? { label } : { labelled: 'remove' });
  }
  return new UndoSteps({ send, inputOf: pairOf, name, label }, lines).carryOut();
}

/** Not stored: the run is deleted with its account. */
const uninstalled: FunctionError = {
  code: 'UNAUTHORIZED',
  message: 'This app is not installed in this HubSpot account.',
};
