import type { CollectAnswer } from '@bulk-associate/contract';
import type { Clock } from '../run/clock';
import { isPassing, mostFailures, waitAfter } from '../run/patience';
import type { Call, CallError } from '../sdk/sdk';
import type { CollectSource } from './collecting';

/** What to take, and how. */
export interface CollectJob {
  call: Call;
  clock: Clock;
  objectType: string;
  source: CollectSource;
  /** Looked at between two calls. */
  isStopped: () => boolean;
}

/** How the taking ended; `capped`: HubSpot hides further matches. */
export interface CollectEnding {
  capped: boolean;
  stopped: boolean;
  error?: CallError;
}

/** Pages through all records of a search or a segment by cursor, and hands over each page as it comes. */
export async function collectAll(
  { call, clock, objectType, source, isStopped }: CollectJob,
  onPage: (page: CollectAnswer) => void,
): Promise<CollectEnding> {
  const asked = 'query' in source ? { query: source.query } : { segmentId: source.segmentId };
  let cursor: string | undefined;
  let failures = 0;
  let capped = false;
  for (;;) {
    if (isStopped()) return { capped, stopped: true };
    const reply = await call('collect_records', { objectType, source: asked, ...(cursor !== undefined && { cursor }) }); // prettier-ignore
    if (!reply.ok) {
      failures += 1;
      const { error } = reply;
      if (!isPassing(error) || failures >= mostFailures) return { capped, stopped: false, error };
      await clock.sleep(waitAfter(failures, error));
      continue;
    }
    failures = 0;
    ({ capped } = reply);
    if (isStopped()) return { capped, stopped: true };
    onPage(reply);
    // A cursor that leads back to itself would go round for ever.
    if (reply.cursor === undefined || reply.cursor === cursor) return { capped, stopped: false };
    cursor = reply.cursor;
  }
}
