import type { CollectAnswer } from '@bulk-associate/contract';
import type { Clock } from '../run/clock';
import { waitAfter } from '../run/retry-policy';
import type { Call } from '../sdk/sdk';
import type { CollectEnding, CollectSource } from './collecting';

/** The records to collect, and what the collecting needs. */
export interface CollectJob {
  call: Call;
  clock: Clock;
  objectType: string;
  source: CollectSource;
  /** Checked before and after every call. */
  isStopped: () => boolean;
}

/** Reads all records of a search or a segment page by page, and passes each page to `onPage`. */
export async function collectAll(
  { call, clock, objectType, source, isStopped }: CollectJob,
  onPage: (page: CollectAnswer) => void,
): Promise<CollectEnding> {
  let cursor: string | undefined;
  let failures = 0;
  let capped = false;
  while (!isStopped()) {
    const reply = await call('collect_records', {
      objectType,
      source,
      // Names are read for the records that are shown.
      names: false,
      ...(cursor !== undefined && { cursor }),
    });
    if (!reply.ok) {
      failures += 1;
      const { error } = reply;
      const waitMs = waitAfter(failures, error);
      if (waitMs === undefined) return { capped, stopped: false, error };
      await clock.sleep(waitMs);
    } else if (!isStopped()) {
      failures = 0;
      ({ capped } = reply);
      onPage(reply);
      // A repeated cursor would make this loop endless.
      if (reply.cursor === undefined || reply.cursor === cursor) return { capped, stopped: false };
      ({ cursor } = reply);
    }
  }
  return { capped, stopped: true };
}
