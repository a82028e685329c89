import {
  maxInputs,
  resultsIn,
  withoutName,
  type AnswerOf,
  type AssociationInput,
  type AssociationLabel,
  type PairFunction,
  type PreviewAnswer,
  type ReportedOutcome,
  type Room,
} from '@bulk-associate/contract';
import type { Call, RecordKey } from '../sdk/sdk';
import { chunkedRun, type ChunkAnswer, type ChunkedRun, type Work } from './chunked-run';
import type { Clock } from './clock';
import type { Operation } from './operation';
import type { AnchoredRecord } from './pairs';

/**
 * What the runs over pairs need: the record being viewed, or one of the anchors, which are all of one type; the type of the
 * other records; and the app functions.
 */
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
export type PairRun = ChunkedRun<ReportedOutcome>;

/** How pairs are sent: how many calls at a time, and how many pairs in the first. */
type Pace = Pick<Work<unknown, ReportedOutcome>, 'callsInFlight' | 'first'>;

/** With two calls, one is transferred while the other is processed. More would only reach HubSpot's rate limit sooner. */
export const plainPace: Pace = { callsInFlight: 2 };

/**
 * For what HubSpot is asked several times: a label takes a read, a write and a proof, a removal a read before and after.
 * Small first calls would double these requests.
 */
export const stepwisePace: Pace = { callsInFlight: 3, first: maxInputs };

/** A run that carries out an operation on pairs. */
export function operationRun(
  context: PairContext,
  { name, label }: Operation,
  pairs: readonly AnchoredRecord[],
): PairRun {
  const items = pairs.map((pair) => inputOf(context, pair));
  if (name === 'associate') {
    return pairRun('associate_records', context, items, { label }, label ? stepwisePace : plainPace);
  }
  const options: CallOptions = label ? { label } : { labelled: 'remove' };
  return pairRun('remove_associations', context, items, options, stepwisePace);
}

/** A run that reads what an operation would do with each pair, and the labels that its association has. */
export function previewRun(
  context: PairContext,
  { label }: Operation,
  pairs: readonly AnchoredRecord[],
): PairRun {
  const rooms = new Rooms();
  const items = pairs.map((pair) => inputOf(context, pair));
  const run = pairRun('preview_associations', context, items, { label, seen: true }, plainPace, (answer, inputs) => rooms.note(answer, inputs)); // prettier-ignore
  const { run: start } = run;
  return {
    ...run,
    run: async () => {
      const ending = await start();
      return { ...ending, results: rooms.limit(items, ending.results) };
    },
  };
}

/**
 * What the limits of the anchors leave room for. Each call counts its own pairs alone: a selection of several calls is
 * counted here.
 */
class Rooms {
  private readonly left = new Map<string, Required<Room>>();

  /** Notes what an answer says of the anchors of its pairs. Of several answers the least room counts. */
  note(answer: AnswerOf<PairFunction>, [first]: readonly AssociationInput[]): void {
    if (!('outcomes' in answer && first)) return;
    const { room, rooms = room && { [first.from.id]: room } } = answer as PreviewAnswer;
    for (const [id, { associations = Infinity, label = Infinity }] of Object.entries(rooms ?? {})) {
      const known = this.left.get(id) ?? { associations, label };
      this.left.set(id, {
        associations: Math.min(known.associations, associations),
        label: Math.min(known.label, label),
      });
    }
  }

  /** Marks as over a limit the pairs that an anchor has no room for. */
  limit(
    items: readonly AssociationInput[],
    results: readonly (ReportedOutcome | undefined)[],
  ): (ReportedOutcome | undefined)[] {
    return results.map((result, index) => {
      const left = this.left.get(items[index]?.from.id ?? '');
      if (!left || (result?.status !== 'new' && result?.status !== 'adds_label')) return result;
      const isNew = result.status === 'new';
      if (left.label < 1 || (isNew && left.associations < 1))
        return { ...result, movesFrom: undefined, status: 'over_limit' };
      left.label -= 1;
      if (isNew) left.associations -= 1;
      return result;
    });
  }
}

/** A run that reads what an operation would do with each pair. HubSpot named every record of them in this session. */
export function pairsPreviewRun(
  context: PairContext,
  { label }: Operation,
  pairs: readonly AssociationInput[],
): PairRun {
  return pairRun('preview_associations', context, pairs, { label, seen: true }, plainPace);
}

/** The ids of a pair. */
export function inputOf({ from }: PairContext, { record, anchor }: AnchoredRecord): AssociationInput {
  return { from: { id: (anchor ?? from).id }, to: { id: record.id } };
}

/** A run that sends pairs to an app function. */
export function pairRun(
  uid: PairFunction,
  context: PairContext,
  items: readonly AssociationInput[],
  options: CallOptions,
  pace: Pace,
  onAnswer?: (answer: AnswerOf<PairFunction>, inputs: readonly AssociationInput[]) => void,
): PairRun {
  let batchSize: number | undefined;
  const send = (inputs: AssociationInput[]) =>
    sendPairs(uid, context, inputs, { ...options, batchSize }, (reply) => {
      if ('usage' in reply) ({ batchSize } = reply.usage);
      onAnswer?.(reply, inputs);
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
): Promise<ChunkAnswer<ReportedOutcome>> {
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
