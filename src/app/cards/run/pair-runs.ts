import type {
  AssociationStatus,
  OutcomeError,
  PairsParameters,
  PreviewStatus,
  RecordRef,
  RemovalStatus,
} from '@bulk-associate/contract';
import type { Call, RecordKey } from '../sdk/sdk';
import { ChunkedRun, type Sent } from './chunked-run';
import type { Clock } from './clock';
import type { Outcome } from './ledger';

/** What the runs over pairs need: the record being viewed, the type of the others, and the way out. */
export interface PairContext {
  from: RecordKey;
  toObjectType: string;
  call: Call;
  clock: Clock;
}

export type AssociateRun = ChunkedRun<RecordRef, Outcome<AssociationStatus>>;
export type RemoveRun = ChunkedRun<RecordRef, Outcome<RemovalStatus>>;
export type PreviewRun = ChunkedRun<RecordRef, Outcome<PreviewStatus>>;

/** Links records to the one being viewed. */
export function associateRun(context: PairContext, records: readonly RecordRef[]): AssociateRun {
  let batchSize: number | undefined;
  const send = async (chunk: RecordRef[]): Promise<Sent<Outcome<AssociationStatus>>> => {
    const reply = await context.call('associate_records', {
      ...pairs(context, chunk),
      ...(batchSize !== undefined && { batchSize }),
    });
    if (!reply.ok) return reply;
    ({ batchSize } = reply.usage);
    return { ...stoppedOf(reply), ok: true, results: reply.outcomes.map(unlessNotAttempted) };
  };
  return runOf(context, records, send);
}

/** Removes links; the caller names only those that a run of its own made. */
export function removeRun(context: PairContext, records: readonly RecordRef[]): RemoveRun {
  const send = async (chunk: RecordRef[]): Promise<Sent<Outcome<RemovalStatus>>> => {
    const reply = await context.call('remove_associations', pairs(context, chunk));
    if (!reply.ok) return reply;
    return { ...stoppedOf(reply), ok: true, results: reply.outcomes.map(unlessNotAttempted) };
  };
  return runOf(context, records, send);
}

/** Asks what associating each record would come to. */
export function previewRun(context: PairContext, records: readonly RecordRef[]): PreviewRun {
  const send = async (chunk: RecordRef[]): Promise<Sent<Outcome<PreviewStatus>>> => {
    const reply = await context.call('preview_associations', pairs(context, chunk));
    if (!reply.ok) return reply;
    // An outcome that a passing trouble kept unknown is asked for again; one that is unknown for itself stays so.
    const isCutShort = reply.stopped !== undefined;
    const results = reply.outcomes.map((outcome) =>
      isCutShort && outcome.status === 'unknown' ? undefined : plain(outcome),
    );
    return { ...stoppedOf(reply), ok: true, results };
  };
  return runOf(context, records, send);
}

/** Two calls overlap one's way with the other's work; more would only meet HubSpot's rate limit sooner. */
const callsInFlight = 2;

function runOf<Status extends string>(
  { clock }: PairContext,
  items: readonly RecordRef[],
  send: (chunk: RecordRef[]) => Promise<Sent<Outcome<Status>>>,
): ChunkedRun<RecordRef, Outcome<Status>> {
  return new ChunkedRun({ items, send, kindOf: ({ status }) => status, callsInFlight }, clock);
}

function pairs({ from, toObjectType }: PairContext, records: RecordRef[]): PairsParameters {
  return {
    fromObjectType: from.objectType,
    toObjectType,
    inputs: records.map(({ id }) => ({ from: { id: from.id }, to: { id } })),
  };
}

function stoppedOf<Stopped>({ stopped }: { stopped?: Stopped }): { stopped?: Stopped } {
  return stopped ? { stopped } : {};
}

function unlessNotAttempted<Status extends string>(outcome: Outcome<Status>): Outcome<Status> | undefined {
  return outcome.status === 'not_attempted' ? undefined : plain(outcome);
}

/** Drops the ids, which the card knows. */
function plain<Status extends string>({ status, error }: Outcome<Status>): Outcome<Status> {
  return error ? { status, error: error satisfies OutcomeError } : { status };
}
