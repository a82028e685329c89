import type { CallError } from '../sdk/sdk';
import { ChunkSize } from './chunk-size';
import type { Clock } from './clock';
import { isPassing, isUnclear, mostFailures, waitAfter } from './patience';

/** What one call came to: a result for each item, undefined for those it did not get to. */
export type Sent<Result> =
  { ok: true; results: (Result | undefined)[]; stopped?: CallError } | { ok: false; error: CallError };

/** What a run works through. */
export interface Work<Item, Result> {
  items: readonly Item[];
  /** One call. Must not reject. */
  send: (items: Item[]) => Promise<Sent<Result>>;
  /** The word under which a result is counted. */
  kindOf: (result: Result) => string;
  /** How many calls may be in flight once one came back well. 1 if absent. */
  callsInFlight?: number;
}

/** What a run shows while it goes on. A new object after every change. */
export interface Progress {
  phase: 'running' | 'waiting' | 'stopping' | 'ended';
  total: number;
  /** Items that have a result. */
  settled: number;
  /** How many results there are of each kind. */
  counts: Readonly<Record<string, number>>;
  /** What is left at the pace so far; unknown before the first results. */
  remainingMs?: number;
  /** While waiting: how long, and why. */
  waitMs?: number;
  error?: CallError;
}

/** What a run came to, item by item. */
export interface Ending<Result> {
  results: (Result | undefined)[];
  /** Indexes of items that were sent, without a word on what became of them. */
  lost: ReadonlySet<number>;
  stopped: boolean;
  /** Why the run ended before all items had a result. */
  error?: CallError;
}

/** The side of a run that screens read. */
export interface RunView {
  subscribe: (listener: () => void) => () => void;
  getProgress: () => Progress;
  stop: () => void;
}

/**
 * Works through a list in calls of many items each: sends what was not reached again, waits and retries when a call
 * fails, stops when asked, and accounts for every item whatever happens. Knows no React and no HubSpot.
 */
export class ChunkedRun<Item, Result> implements RunView {
  private readonly listeners = new Set<() => void>();
  private readonly results: (Result | undefined)[];
  private readonly lost = new Set<number>();
  private readonly counts: Record<string, number> = {};
  private readonly size = new ChunkSize();
  private readonly calls = new Set<Promise<void>>();
  private readonly troubles: CallError[] = [];
  private readonly startedAt: number;
  private queue: number[];
  private settled = 0;
  private failures = 0;
  private stopping = false;
  private wake: () => void = () => undefined;
  private progress: Progress;

  constructor(
    private readonly work: Work<Item, Result>,
    private readonly clock: Clock,
  ) {
    this.results = new Array<Result | undefined>(work.items.length).fill(undefined);
    this.queue = work.items.map((_, index) => index);
    this.startedAt = clock.now();
    this.progress = this.currentProgress('running');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getProgress = (): Progress => this.progress;

  /** Ends the run after the calls in flight, whose results still count. */
  readonly stop = (): void => {
    if (this.stopping || this.progress.phase === 'ended') return;
    this.stopping = true;
    this.tell('stopping');
    this.wake();
  };

  /** Runs to the end. Call once. */
  async run(): Promise<Ending<Result>> {
    let error: CallError | undefined;
    while (!error) {
      this.startCalls();
      if (this.calls.size === 0) break;
      await Promise.race(this.calls);
      if (this.troubles.length > 0) error = await this.settleTroubles();
    }
    this.tell('ended', error && { error });
    return { results: this.results, lost: this.lost, stopped: this.stopping, ...(error && { error }) };
  }

  private startCalls(): void {
    while (this.queue.length > 0 && !this.stopping && this.calls.size < this.mostCalls) {
      const call = this.sendNext().finally(() => this.calls.delete(call));
      this.calls.add(call);
    }
  }

  /** One call at a time until one came back well, and again after a failure: what stops one would stop two. */
  private get mostCalls(): number {
    return this.settled > 0 && this.failures === 0 ? (this.work.callsInFlight ?? 1) : 1;
  }

  /** Lets the calls in flight come home, whose results still count, and then waits as the gravest trouble asks. */
  private async settleTroubles(): Promise<CallError | undefined> {
    await Promise.all(this.calls);
    const troubles = this.troubles.splice(0);
    this.failures += 1;
    const gravest = troubles.find((trouble) => !isPassing(trouble)) ?? longestWait(troubles);
    return gravest && this.sitOut(gravest);
  }

  /** Sends one chunk, and notes what stands in the way of the next. */
  private async sendNext(): Promise<void> {
    const chunk = this.queue.splice(0, this.size.next);
    const sent = await this.work.send(chunk.map((index) => this.work.items[index] as Item));
    if (!sent.ok) {
      this.queue.unshift(...chunk);
      this.size.lost();
      if (isUnclear(sent.error)) for (const index of chunk) this.lost.add(index);
      this.troubles.push(sent.error);
      return;
    }
    const reached = this.settle(chunk, sent.results);
    if (reached === chunk.length) this.size.whole();
    else this.size.cutShort(reached);
    if (reached > 0) this.failures = 0;
    this.tell(this.stopping ? 'stopping' : 'running');
    if (sent.stopped && this.queue.length > 0) this.troubles.push(sent.stopped);
    else if (reached === 0) this.troubles.push(notReached);
  }

  private settle(chunk: number[], results: (Result | undefined)[]): number {
    const left: number[] = [];
    chunk.forEach((index, position) => {
      const result = results[position];
      if (result === undefined) return left.push(index);
      this.results[index] = result;
      this.lost.delete(index);
      const kind = this.work.kindOf(result);
      this.counts[kind] = (this.counts[kind] ?? 0) + 1;
      return undefined;
    });
    this.queue.unshift(...left);
    this.settled += chunk.length - left.length;
    return chunk.length - left.length;
  }

  /** Waits until the trouble may have passed; returns it when it will not. */
  private async sitOut(trouble: CallError): Promise<CallError | undefined> {
    if (!isPassing(trouble) || this.failures >= mostFailures) return trouble;
    if (this.stopping) return undefined;
    const waitMs = waitAfter(this.failures, trouble);
    this.tell('waiting', { waitMs, error: trouble });
    await Promise.race([this.clock.sleep(waitMs), new Promise<void>((resolve) => (this.wake = resolve))]);
    this.tell(this.stopping ? 'stopping' : 'running');
    return undefined;
  }

  private tell(phase: Progress['phase'], more?: Partial<Progress>): void {
    this.progress = this.currentProgress(phase, more);
    for (const listener of [...this.listeners]) listener();
  }

  private currentProgress(phase: Progress['phase'], more?: Partial<Progress>): Progress {
    const { settled } = this;
    const total = this.work.items.length;
    const elapsedMs = this.clock.now() - this.startedAt;
    const isPaced = settled > 0 && settled < total;
    return {
      phase,
      total,
      settled,
      counts: { ...this.counts },
      ...(isPaced && { remainingMs: (elapsedMs / settled) * (total - settled) + (more?.waitMs ?? 0) }),
      ...more,
    };
  }
}

function longestWait(troubles: readonly CallError[]): CallError | undefined {
  return [...troubles].sort((one, other) => (other.retryAfterMs ?? 0) - (one.retryAfterMs ?? 0))[0];
}

const notReached: CallError = { code: 'HUBSPOT_UNAVAILABLE', message: 'HubSpot did not get to any record.' };
