import {
  maxInputs,
  type AnswerOf,
  type AssociationInput,
  type AssociationLabel,
  type RecordRef,
  type Room,
} from '@bulk-associate/contract';
import type { Call, CallError, RecordKey } from '../sdk/sdk';
import { chunkedRun, type ChunkAnswer, type ChunkedRun, type Work } from './chunked-run';
import type { Clock } from './clock';
import type { FunctionOutcome, Line } from './ledger';
import { distinct, type Operation } from './operation';

/** What the runs over pairs need: the record being viewed, the type of the other records, and the app functions. */
export interface PairContext {
  from: RecordKey;
  toObjectType: string;
  call: Call;
  clock: Clock;
}

type PairFunction = 'associate_records' | 'preview_associations' | 'remove_associations';

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
const plain: Pace = { callsInFlight: 2 };

/**
 * For what HubSpot is asked several times: a label takes a read, a write and a proof, a removal a read before and after.
 * Small first calls would double these requests.
 */
const stepwise: Pace = { callsInFlight: 3, first: maxInputs };

/** A run that carries out an operation on the pairs of the record being viewed and others. */
export function operationRun(
  context: PairContext,
  { name, label }: Operation,
  records: readonly RecordRef[],
): PairRun {
  const items = records.map((record) => inputOf(context, record));
  if (name === 'associate') {
    return pairRun('associate_records', context, items, { label }, label ? stepwise : plain);
  }
  const options: CallOptions = label ? { label } : { labelled: 'remove' };
  return pairRun('remove_associations', context, items, options, stepwise);
}

/** A run that reads what an operation would do with each record, and the labels that its association has. */
export function previewRun(
  context: PairContext,
  { label }: Operation,
  records: readonly RecordRef[],
): PairRun {
  const rooms: Room[] = [];
  const items = records.map((record) => inputOf(context, record));
  const run = pairRun('preview_associations', context, items, { label, seen: true }, plain, (room) => rooms.push(room)); // prettier-ignore
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
  return pairRun('preview_associations', context, pairs, { label, seen: true }, plain);
}

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
    const items = lines.map(({ record, labels = [] }) => ({
      ...inputOf(context, record),
      ...(!label && labels.length > 0 && { labels: labels.map(idOf) }),
    }));
    return pairRun('associate_records', context, items, { label }, stepwise);
  }
  const send = (chunk: Line[]) => undoAssociations(context, label, chunk);
  return chunkedRun({ items: lines, send, ...plain }, context.clock);
}

async function undoAssociations(
  context: PairContext,
  label: AssociationLabel | undefined,
  lines: readonly Line[],
): Promise<ChunkAnswer<FunctionOutcome>> {
  const results = lines.map((): FunctionOutcome | undefined => undefined);
  let stopped: CallError | undefined;
  /** Sends some lines. Without an answer, the lines have no result and the rest is not sent. */
  const step = async (
    fits: (line: Line, index: number) => boolean,
    send: (chosen: Line[]) => Promise<ChunkAnswer<FunctionOutcome>>,
    enter: (index: number, result: FunctionOutcome | undefined) => void,
  ) => {
    const indexes = lines.flatMap((line, index) => (fits(line, index) ? [index] : []));
    if (stopped || indexes.length === 0) return;
    const answer = await send(indexes.flatMap((index) => lines[index] ?? []));
    if (!answer.ok) stopped = answer.error;
    else {
      stopped = answer.stopped;
      indexes.forEach((index, position) => enter(index, answer.results[position]));
    }
  };
  const blocked = new Set<number>();
  const returned = new Set<number>();
  const hasMoved = ({ movesFrom }: Line) => movesFrom !== undefined && label !== undefined;
  const ownOf = (chosen: Line[]) => chosen.map(({ record }) => inputOf(context, record));
  const formersOf = (moved: Line[]) => moved.flatMap(({ movesFrom }) => movesFrom ?? []);
  /** Reads what giving Primary to each pair would do. A line of which that is not known stays as it is. */
  const readMoved = (
    pairsOf: (moved: Line[]) => AssociationInput[],
    enterStatus: (index: number, status: string) => void,
  ) =>
    step(
      (line, index) => hasMoved(line) && !blocked.has(index),
      (moved) => sendPairs('preview_associations', context, pairsOf(moved), { label, seen: true }),
      (index, result) => {
        if (result && result.status !== 'unknown') return enterStatus(index, result.status);
        blocked.add(index);
        results[index] = result && { ...result, status: 'unconfirmed' };
      },
    );
  // Since the run, a person may have given Primary to a third record, or removed the association that had it.
  await readMoved(formersOf, (index, status) => {
    if (status === 'adds_label') returned.add(index);
  });
  await readMoved(ownOf, (index, status) => {
    if (status !== 'already_associated') returned.delete(index);
  });
  await step(
    (_, index) => returned.has(index) && !blocked.has(index),
    (moved) => sendPairs('associate_records', context, formersOf(moved), { label }),
    (index, result) => {
      if (result?.status === 'associated') return;
      // Primary stays where it is rather than nowhere.
      blocked.add(index);
      results[index] = result;
    },
  );
  const isOpen = (index: number) => !blocked.has(index);
  const enter = (index: number, result: FunctionOutcome | undefined) => {
    results[index] = result;
  };
  await step(
    ({ before }, index) => before === 'adds_label' && isOpen(index),
    (chosen) => sendPairs('remove_associations', context, ownOf(chosen), { label }), // prettier-ignore
    enter,
  );
  await step(
    ({ before }, index) => before !== 'adds_label' && isOpen(index),
    (chosen) =>
      sendPairs(
        'remove_associations',
        context,
        chosen.map(({ record, given = [] }) => {
          const labels = distinct([...(label ? [label] : []), ...given]).map(idOf);
          return { ...inputOf(context, record), ...(labels.length > 0 && { labels }) };
        }),
        {},
      ),
    enter,
  );
  if (stopped && results.every((result) => result === undefined)) return { ok: false, error: stopped };
  return { ok: true, results, stopped };
}

function inputOf({ from }: PairContext, { id }: RecordRef): AssociationInput {
  return { from: { id: from.id }, to: { id } };
}

/** A label as the functions take it, without its name and limit. */
function idOf({ category, typeId }: AssociationLabel): AssociationLabel {
  return { category, typeId };
}

function pairRun(
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
async function sendPairs(
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
    ...(label && { label: idOf(label) }),
    ...(batchSize !== undefined && { batchSize }),
    ...options,
  });
  if (!reply.ok) return reply;
  onAnswer?.(reply);
  // `unknown` in an answer that was stopped early may become known in another call. Otherwise it is final.
  const open = reply.stopped ? ['not_attempted', 'unknown'] : ['not_attempted'];
  const outcomes: FunctionOutcome[] = reply.outcomes;
  const results = outcomes.map((outcome) => (open.includes(outcome.status) ? undefined : outcome));
  return { ok: true, results, stopped: reply.stopped };
}
