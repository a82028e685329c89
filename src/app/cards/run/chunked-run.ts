import type { CallError } from '../sdk/sdk';
import { firstSize, larger, smaller } from './chunk-size';
import type { Clock } from './clock';
import { observable } from '../state/observable';
import { moreSevere, isUnclear, waitAfter } from './retry-policy';

/** The answer to one call: a result for each item, undefined for items that were not reached. */
export type ChunkAnswer<Result> =
  | { ok: true; results: (Result | undefined)[]; stopped?: CallError | undefined }
  | { ok: false; error: CallError };

/** The items of a run, and how to process them. */
export interface Work<Item, Result> {
  items: readonly Item[];
  /** Sends the items of one call. Must not reject. */
  send: (items: Item[]) => Promise<ChunkAnswer<Result>>;
  /** The number of calls in flight once one has succeeded. Default: 1. */
  callsInFlight?: number;
  /** The number of items in the first call. Default: `firstSize`. */
  first?: number;
}

/** The progress of a run. A new object after every change. */
export interface Progress {
  phase: 'running' | 'waiting' | 'stopping' | 'ended';
  total: number;
  /** The number of items that have a result. */
  settled: number;
  /** The number of results with each status. */
  counts: Readonly<Record<string, number>>;
  /** The remaining time at the pace so far. Undefined before the first result. */
  remainingMs?: number | undefined;
  /** The length of the wait, while waiting. */
  waitMs?: number;
  /** Why the run waits, or why it ended early. */
  error?: CallError | undefined;
}

/** The results of a run. */
export interface Ending<Result> {
  /** By item; undefined for items without a result. */
  results: (Result | undefined)[];
  /** Indexes of items that were sent in a call that may have done its work, but have no result. */
  lost: ReadonlySet<number>;
  /** Indexes of items that were sent in such a call, also those that have a result from a later call. */
  resent: ReadonlySet<number>;
  stopped: boolean;
  /** Why the run ended before all items had a result. */
  error?: CallError | undefined;
}

/** The part of a run that components use. */
export interface RunView {
  subscribe: (listener: () => void) => () => void;
  getProgress: () => Progress;
  stop: () => void;
  /** Says, in the language of the user, that the run goes on without the card. Absent or undefined while it does not. */
  note?: () => string | undefined;
  /** Names the run where a back end keeps it, once it does. */
  keptAs?: () => string | undefined;
}

/** A run that can be started. */
export interface ChunkedRun<Result> extends RunView {
  /** Starts the run. Resolves at its end, never rejects. Call once. */
  run: () => Promise<Ending<Result>>;
}

/**
 * Processes a list in calls of many items. Items that were not reached are sent again, failed calls are retried after a
 * wait, and the run can be stopped. In every case each item has a result, is in `lost`, or was not reached. Does not depend on
 * React or HubSpot.
 */
export function chunkedRun<Item, Result extends { status: string }>(
  work: Work<Item, Result>,
  clock: Clock,
): ChunkedRun<Result> {
  const { items, send, callsInFlight = 1, first = firstSize } = work;
  const startedAt = clock.now();
  const queue = items.map((_, index) => index);
  const results = items.map((): Result | undefined => undefined);
  const lost = new Set<number>();
  const resent = new Set<number>();
  const counts: Record<string, number> = {};
  const calls = new Set<Promise<void>>();
  const errors: CallError[] = [];
  let size = first;
  let settled = 0;
  let failures = 0;
  let stopped = false;
  let endWait: () => void = () => undefined;
  const progress = observable(progressIn('running'));

  async function run(): Promise<Ending<Result>> {
    let error: CallError | undefined;
    while (!error) {
      while (queue.length > 0 && !stopped && calls.size < allowedCalls()) startCall();
      if (calls.size === 0) break;
      await Promise.race(calls);
      if (errors.length > 0) error = await waitForRetry();
    }
    report('ended', { error });
    return { results, lost, resent, stopped, error };
  }

  /** One call before the first success and after a failure: what makes one call fail would make two fail. */
  function allowedCalls(): number {
    return settled > 0 && failures === 0 ? callsInFlight : 1;
  }

  function startCall(): void {
    const call = sendNext().finally(() => calls.delete(call));
    calls.add(call);
  }

  /** Sends one chunk. Notes the error if the next call has to wait. */
  async function sendNext(): Promise<void> {
    const chunk = queue.splice(0, size);
    const answer = await send(chunk.map((index) => items[index] as Item));
    if (!answer.ok) {
      queue.unshift(...chunk);
      size = smaller(size, size / 2);
      if (isUnclear(answer.error))
        for (const index of chunk) for (const set of [lost, resent]) set.add(index);
      errors.push(answer.error);
      return;
    }
    const left = chunk.filter((index, position) => !settle(index, answer.results[position]));
    queue.unshift(...left);
    const reached = chunk.length - left.length;
    size = left.length === 0 ? larger(size) : smaller(size, reached);
    if (reached > 0) failures = 0;
    report('running');
    if (answer.stopped && queue.length > 0) errors.push(answer.stopped);
    else if (reached === 0) errors.push(notReached);
  }

  /** Stores the result of one item. Returns false if there is none. */
  function settle(index: number, result: Result | undefined): boolean {
    if (result === undefined) return false;
    results[index] = result;
    lost.delete(index);
    const { status } = result;
    counts[status] = (counts[status] ?? 0) + 1;
    settled += 1;
    return true;
  }

  /**
   * Waits for the calls in flight, whose results still count, and then as long as the most severe error requires. Returns
   * that error if a retry is no use.
   */
  async function waitForRetry(): Promise<CallError | undefined> {
    await Promise.all(calls);
    failures += 1;
    const error = errors.splice(0).reduce(moreSevere);
    const waitMs = waitAfter(failures, error);
    if (waitMs === undefined) return error;
    if (stopped) return undefined;
    report('waiting', { waitMs, error });
    await Promise.race([clock.sleep(waitMs), new Promise<void>((resolve) => (endWait = resolve))]);
    report('running');
    return undefined;
  }

  function report(phase: Progress['phase'], more?: Partial<Progress>): void {
    progress.set(progressIn(phase, more));
  }

  function progressIn(phase: Progress['phase'], more?: Partial<Progress>): Progress {
    const total = items.length;
    const msPerItem = (clock.now() - startedAt) / settled;
    const isPaced = settled > 0 && settled < total;
    return {
      phase: stopped && phase === 'running' ? 'stopping' : phase,
      total,
      settled,
      counts: { ...counts },
      remainingMs: isPaced ? msPerItem * (total - settled) + (more?.waitMs ?? 0) : undefined,
      ...more,
    };
  }

  /** Ends the run after the calls in flight. Their results still count. */
  function stop(): void {
    if (progress.get().phase === 'ended') return;
    stopped = true;
    report('running');
    endWait();
  }

  return { run, stop, subscribe: progress.subscribe, getProgress: progress.get };
}

const notReached: CallError = { code: 'HUBSPOT_UNAVAILABLE', message: 'HubSpot did not get to any record.' };
