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

  /** Ends the run after the call in flight, whose results still count. */
  readonly stop = (): void => {
    if (this.stopping || this.progress.phase === 'ended') return;
    this.stopping = true;
    this.tell('stopping');
    this.wake();
  };

  /** Runs to the end. Call once. */
  async run(): Promise<Ending<Result>> {
    let error: CallError | undefined;
    while (this.queue.length > 0 && !this.stopping && !error) {
      const trouble = await this.sendNext();
      if (trouble) error = await this.sitOut(trouble);
    }
    this.tell('ended', error && { error });
    return { results: this.results, lost: this.lost, stopped: this.stopping, ...(error && { error }) };
  }

  /** Sends one chunk, and tells what stands in the way of the next. */
  private async sendNext(): Promise<CallError | undefined> {
    const chunk = this.queue.slice(0, this.size.next);
    const sent = await this.work.send(chunk.map((index) => this.work.items[index] as Item));
    if (!sent.ok) {
      this.failures += 1;
      this.size.lost();
      if (isUnclear(sent.error)) for (const index of chunk) this.lost.add(index);
      return sent.error;
    }
    const reached = this.settle(chunk, sent.results);
    if (reached === chunk.length) this.size.whole();
    else this.size.cutShort(reached);
    this.failures = reached === 0 ? this.failures + 1 : 0;
    this.tell(this.stopping ? 'stopping' : 'running');
    if (sent.stopped && this.queue.length > 0) {
      this.failures = Math.max(1, this.failures);
      return sent.stopped;
    }
    return reached === 0 ? notReached : undefined;
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
    this.queue = [...left, ...this.queue.slice(chunk.length)];
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

const notReached: CallError = { code: 'HUBSPOT_UNAVAILABLE', message: 'HubSpot did not get to any record.' };
