import {
  maxInputs,
  resultsIn,
  type AnswerOf,
  type AssociationInput,
  type AssociationLabel,
  type PairFunction,
  type RecordRef,
  type Room,
} from '@bulk-associate/contract';
import type { Call, RecordKey } from '../sdk/sdk';
import { chunkedRun, type ChunkAnswer, type ChunkedRun, type Work } from './chunked-run';
import type { Clock } from './clock';
import type { FunctionOutcome } from './ledger';
import { withoutName, type Operation } from './operation';

/** What the runs over pairs need: the record being viewed, the type of the other records, and the app functions. */
export interface PairContext {
  from: RecordKey;
  toObjectType: string;
  call: Call;
  clock: Clock;
}

/** What a call says of all its pairs. */
interface CallOptions {
  label?: AssociationLabel | undefined;
  labelled?: 'keep' | 'remove';
  seen?: boolean;
  batchSize?: number | undefined;
}

/** A run over pairs. `not_attempted` is no outcome: such pairs are sent again. */
export type PairRun = ChunkedRun<FunctionOutcome>;

/** How pairs are sent: how many calls at a time, and how many pairs in the first. */
type Pace = Pick<Work<unknown, FunctionOutcome>, 'callsInFlight' | 'first'>;

/** With two calls, one is transferred while the other is processed. More would only reach HubSpot's rate limit sooner. */
export const plainPace: Pace = { callsInFlight: 2 };

/**
 * For what HubSpot is asked several times: a label takes a read, a write and a proof, a removal a read before and after.
 * Small first calls would double these requests.
 */
export const stepwisePace: Pace = { callsInFlight: 3, first: maxInputs };

/** A run that carries out an operation on the pairs of the record being viewed and others. */
export function operationRun(
  context: PairContext,
  { name, label }: Operation,
  records: readonly RecordRef[],
): PairRun {
  const items = records.map((record) => inputOf(context, record));
  if (name === 'associate') {
    return pairRun('associate_records', context, items, { label }, label ? stepwisePace : plainPace);
  }
  const options: CallOptions = label ? { label } : { labelled: 'remove' };
  return pairRun('remove_associations', context, items, options, stepwisePace);
}

/** A run that reads what an operation would do with each record, and the labels that its association has. */
export function previewRun(
  context: PairContext,
  { label }: Operation,
  records: readonly RecordRef[],
): PairRun {
  const rooms: Room[] = [];
  const items = records.map((record) => inputOf(context, record));
  const run = pairRun('preview_associations', context, items, { label, seen: true }, plainPace, (room) => rooms.push(room)); // prettier-ignore
  const { run: start } = run;
  return {
    ...run,
    run: async () => {
      const ending = await start();
      return { ...ending, results: withinRoom(ending.results, rooms) };
    },
  };
}

/**
 * Marks as over a limit what the record being viewed has no room for. Each call counts its own pairs alone: a selection
 * of several calls is counted here.
 */
function withinRoom(
  results: readonly (FunctionOutcome | undefined)[],
  rooms: readonly Room[],
): (FunctionOutcome | undefined)[] {
  const least = (of: keyof Room) => Math.min(...rooms.map((room) => room[of] ?? Infinity));
  const left = { associations: least('associations'), label: least('label') };
  return results.map((result) => {
    if (result?.status !== 'new' && result?.status !== 'adds_label') return result;
    const isNew = result.status === 'new';
    if (left.label < 1 || (isNew && left.associations < 1))
      return { ...result, movesFrom: undefined, status: 'over_limit' };
    left.label -= 1;
    if (isNew) left.associations -= 1;
    return result;
  });
}

/** A run that reads what an operation would do with each pair. HubSpot named every record of them in this session. */
export function pairsPreviewRun(
  context: PairContext,
  { label }: Operation,
  pairs: readonly AssociationInput[],
): PairRun {
  return pairRun('preview_associations', context, pairs, { label, seen: true }, plainPace);
}

/** The pair of the record being viewed and another. */
export function inputOf({ from }: PairContext, { id }: RecordRef): AssociationInput {
  return { from: { id: from.id }, to: { id } };
}

/** A run that sends pairs to an app function. */
export function pairRun(
  uid: PairFunction,
  context: PairContext,
  items: readonly AssociationInput[],
  options: CallOptions,
  pace: Pace,
  onRoom?: (room: Room) => void,
): PairRun {
  let batchSize: number | undefined;
  const send = (inputs: AssociationInput[]) =>
    sendPairs(uid, context, inputs, { ...options, batchSize }, (reply) => {
      if ('usage' in reply) ({ batchSize } = reply.usage);
      if ('room' in reply && reply.room) onRoom?.(reply.room);
    });
  return chunkedRun({ items, send, ...pace }, context.clock);
}

/** Sends pairs in one call. `onAnswer` gets the answer. */
export async function sendPairs(
  uid: PairFunction,
  { from, toObjectType, call }: PairContext,
  inputs: AssociationInput[],
  { label, batchSize, ...options }: CallOptions,
  onAnswer?: (answer: AnswerOf<PairFunction>) => void,
): Promise<ChunkAnswer<FunctionOutcome>> {
  const reply = await call<PairFunction>(uid, {
    fromObjectType: from.objectType,
    toObjectType,
    inputs,
    ...(label && { label: withoutName(label) }),
    ...(batchSize !== undefined && { batchSize }),
    ...options,
  });
  if (!reply.ok) return reply;
  onAnswer?.(reply);
  return { ok: true, results: resultsIn(reply), stopped: reply.stopped };
}
