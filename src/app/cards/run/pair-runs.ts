import type { AssociationStatus, PreviewStatus, RecordRef, RemovalStatus } from '@bulk-associate/contract';
import type { Call, RecordKey } from '../sdk/sdk';
import { chunkedRun, type ChunkedRun } from './chunked-run';
import type { Clock } from './clock';
import type { FunctionOutcome } from './ledger';

/** What the runs over pairs need: the record being viewed, the type of the other records, and the app functions. */
export interface PairContext {
  from: RecordKey;
  toObjectType: string;
  call: Call;
  clock: Clock;
}

/** A run over pairs. `not_attempted` is no outcome: such pairs are sent again. */
type PairRun<Status extends string> = ChunkedRun<FunctionOutcome<Exclude<Status, 'not_attempted'>>>;

/** A run that links records to the one being viewed. */
export function associateRun(
  context: PairContext,
  records: readonly RecordRef[],
): PairRun<AssociationStatus> {
  return pairRun('associate_records', context, records);
}

/** A run that removes links. Pass only records that an earlier run has linked. */
export function removeRun(context: PairContext, records: readonly RecordRef[]): PairRun<RemovalStatus> {
  return pairRun('remove_associations', context, records);
}

/** A run that reads what associating would do with each record. */
export function previewRun(context: PairContext, records: readonly RecordRef[]): PairRun<PreviewStatus> {
  return pairRun('preview_associations', context, records);
}

/** With two calls, one is transferred while the other is processed. More would only reach HubSpot's rate limit sooner. */
const callsInFlight = 2;

function pairRun<Status extends string>(
  uid: 'associate_records' | 'preview_associations' | 'remove_associations',
  { from, toObjectType, call, clock }: PairContext,
  items: readonly RecordRef[],
): ChunkedRun<FunctionOutcome<Status>> {
  // HubSpot named every selected record in this session: a search, a segment or a look-up found it.
  let hint: object = uid === 'preview_associations' ? { seen: true } : {};
  const send = async (records: RecordRef[]) => {
    const inputs = records.map(({ id }) => ({ from: { id: from.id }, to: { id } }));
    const reply = await call<typeof uid>(uid, {
      fromObjectType: from.objectType,
      toObjectType,
      inputs,
      ...hint,
    });
    if (!reply.ok) return reply;
    if ('usage' in reply) hint = { batchSize: reply.usage.batchSize };
    // `unknown` in an answer that was stopped early may become known in another call. Otherwise it is final.
    const open = reply.stopped ? ['not_attempted', 'unknown'] : ['not_attempted'];
    const outcomes: FunctionOutcome<string>[] = reply.outcomes;
    const results = outcomes.map((outcome) =>
      open.includes(outcome.status) ? undefined : (outcome as FunctionOutcome<Status>),
    );
    return { ...reply, results };
  };
  return chunkedRun({ items, send, callsInFlight }, clock);
}
