import type { CallError } from '../sdk/sdk';
import { firstSize, larger, smaller } from './chunk-size';
import type { Clock } from './clock';
import { observable } from '../state/observable';
import { moreSevere, isUnclear, waitAfter } from './retry-policy';

/** What one call came to: a result for each item, undefined for those it did not get to. */
export type Sent<Result> =
  | { ok: true; results: (Result | undefined)[]; stopped?: CallError | undefined }
  | { ok: false; error: CallError };

/** What a run works through. */
export interface Work<Item, Result> {
  items: readonly Item[];
  /** One call. Must not reject. */
  send: (items: Item[]) => Promise<Sent<Result>>;
  /** How many calls may be in flight once one came back well. 1 if absent. */
  callsInFlight?: number;
}

/** What a run shows while it goes on. A new object after every change. */
export interface Progress {
  phase: 'running' | 'waiting' | 'stopping' | 'ended';
  total: number;
  /** Items that have a result. */
  settled: number;
  /** How many results there are of each status. */
  counts: Readonly<Record<string, number>>;
  /** What is left at the pace so far; unknown before the first results. */
  remainingMs?: number | undefined;
  /** While waiting: how long, and why. */
  waitMs?: number;
  error?: CallError | undefined;
}

/** What a run came to, item by item. */
export interface Ending<Result> {
  results: (Result | undefined)[];
  /** Indexes of items that were sent, without a word on what became of them. */
  lost: ReadonlySet<number>;
  stopped: boolean;
  /** Why the run ended before all items had a result. */
  error?: CallError | undefined;
}

/** The side of a run that screens read. */
export interface RunView {
  subscribe: (listener: () => void) => () => void;
  getProgress: () => Progress;
  stop: () => void;
}

/** A run, and the way to start it. */
export interface ChunkedRun<Result> extends RunView {
  /** Runs to the end. Call once. */
  run: () => Promise<Ending<Result>>;
}

/**
 * Works through a list in calls of many items each: sends what was not reached again, waits and retries when a call
 * fails, stops when asked, and accounts for every item whatever happens. Knows no React and no HubSpot.
 */
export function chunkedRun<Item, Result extends { status: string }>(
  work: Work<Item, Result>,
  clock: Clock,
): ChunkedRun<Result> {
  const { items, send, callsInFlight = 1 } = work;
  const startedAt = clock.now();
  const queue = items.map((_, index) => index);
  const results = items.map((): Result | undefined => undefined);
  const lost = new Set<number>();
  const counts: Record<string, number> = {};
  const calls = new Set<Promise<void>>();
  const errors: CallError[] = [];
  let size = firstSize;
  let settled = 0;
  let failures = 0;
  let stopped = false;
  let wake: () => void = () => undefined;
  const progress = observable(progressIn('running'));

  async function run(): Promise<Ending<Result>> {
    let error: CallError | undefined;
    while (!error) {
      while (queue.length > 0 && !stopped && calls.size < mostCalls()) startCall();
      if (calls.size === 0) break;
      await Promise.race(calls);
      if (errors.length > 0) error = await waitForRetry();
    }
    report('ended', { error });
    return { results, lost, stopped, error };
  }

  /** One call at a time until one came back well, and again after a failure: what stops one would stop two. */
  function mostCalls(): number {
    return settled > 0 && failures === 0 ? callsInFlight : 1;
  }

  function startCall(): void {
    const call = sendNext().finally(() => calls.delete(call));
    calls.add(call);
  }

  /** Sends one chunk, and notes what stands in the way of the next. */
  async function sendNext(): Promise<void> {
    const chunk = queue.splice(0, size);
    const sent = await send(chunk.map((index) => items[index] as Item));
    if (!sent.ok) {
      queue.unshift(...chunk);
      size = smaller(size, size / 2);
      if (isUnclear(sent.error)) for (const index of chunk) lost.add(index);
      errors.push(sent.error);
      return;
    }
    const left = chunk.filter((index, position) => !settle(index, sent.results[position]));
    queue.unshift(...left);
    const reached = chunk.length - left.length;
    size = left.length === 0 ? larger(size) : smaller(size, reached);
    if (reached > 0) failures = 0;
    report('running');
    if (sent.stopped && queue.length > 0) errors.push(sent.stopped);
    else if (reached === 0) errors.push(notReached);
  }

  /** Enters the result of one item, if there is one. */
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
   * Lets the calls in flight come home, whose results still count, and then waits until the gravest trouble may have
   * passed; returns it when it will not.
   */
  async function waitForRetry(): Promise<CallError | undefined> {
    await Promise.all(calls);
    failures += 1;
    const error = errors.splice(0).reduce(moreSevere);
    const waitMs = waitAfter(failures, error);
    if (waitMs === undefined) return error;
    if (stopped) return undefined;
    report('waiting', { waitMs, error });
    await Promise.race([clock.sleep(waitMs), new Promise<void>((resolve) => (wake = resolve))]);
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

  /** Ends the run after the calls in flight, whose results still count. */
  function stop(): void {
    if (progress.get().phase === 'ended') return;
    stopped = true;
    report('running');
    wake();
  }

  return { run, stop, subscribe: progress.subscribe, getProgress: progress.get };
}

const notReached: CallError = { code: 'HUBSPOT_UNAVAILABLE', message: 'HubSpot did not get to any record.' };
