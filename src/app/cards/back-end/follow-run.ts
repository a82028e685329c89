import type { RunStatus } from '@bulk-associate/contract';
import type { Progress } from '../run/chunked-run';
import type { Clock } from '../run/clock';
import type { CallError } from '../sdk/sdk';
import { observable } from '../state/observable';
import { isGoing, type CallBackEnd } from './call-back-end';

/** What was read of a run last. */
export interface Followed {
  status: RunStatus;
  /** Why it could not be read just now, and how long it is until the next try. */
  failed?: { error: CallError; waitMs: number };
}

/** A run that is read again and again until it has ended. */
export interface FollowedRun {
  get: () => Followed;
  subscribe: (listener: () => void) => () => void;
  /** Resolves when it has ended, or cannot be read any more. */
  ended: Promise<Followed>;
  /** Reads it at once. */
  hurry: () => void;
}

/** The waits between two reads: after the first one, after a change, and at most. They double while nothing changes. */
const firstMs = 300;
const changedMs = 1_000;
const mostMs = 10_000;

/** Errors with which a run cannot be read later either. */
const finalCodes: readonly string[] = ['INVALID_INPUT', 'UNAUTHORIZED', 'MISSING_SCOPES', 'HUBSPOT_REJECTED'];

/** Follows a run from what is known of it. */
export function followRun(call: CallBackEnd, clock: Clock, first: RunStatus): FollowedRun {
  const { run } = first;
  const { get, set, subscribe } = observable<Followed>({ status: first });
  let endWait: () => void = () => undefined;

  async function follow(): Promise<Followed> {
    for (let waitMs = firstMs; isGoing(get().status);) {
      await Promise.race([clock.sleep(waitMs), new Promise<void>((resolve) => (endWait = resolve))]);
      const { status } = get();
      const reply = await call('read_run', { run });
      const longer = Math.min(2 * waitMs, mostMs);
      if (reply.ok) {
        waitMs = isChanged(status, reply.status) ? changedMs : longer;
        set({ status: reply.status });
      } else {
        waitMs = Math.max(longer, Math.min(reply.error.retryAfterMs ?? 0, mostMs));
        set({ status, failed: { error: reply.error, waitMs } });
        if (finalCodes.includes(reply.error.code)) break;
      }
    }
    return get();
  }

  return { get, subscribe, ended: follow(), hurry: () => endWait() };
}

function isChanged(one: RunStatus, other: RunStatus): boolean {
  return one.state !== other.state || one.work.settled !== other.work.settled;
}

/** The progress of a run as the running step shows it. */
export function progressOf({ status, failed }: Followed, now: number): Progress {
  const { phase, state, work, outcomes, undone, remainingMs, retryAt = now, error } = status;
  const waiting =
    failed ?? (state === 'waiting' && error ? { error, waitMs: Math.max(0, retryAt - now) } : undefined);
  return {
    phase: state === 'stopping' || state === 'ended' ? state : waiting ? 'waiting' : 'running',
    ...work,
    // An undo that removes what was associated counts as `removed`, and the other way round.
    counts: phase === 'run' ? outcomes : { ...undone, associated: undone.undone, removed: undone.undone },
    ...(remainingMs !== undefined && { remainingMs }),
    ...waiting,
  };
}
