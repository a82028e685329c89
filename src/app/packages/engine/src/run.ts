import type { FunctionError } from '@bulk-associate/contract';
import type { Environment, HubSpotRequest } from './environment';
import type { HubSpot } from './hubspot';

/** A `read` changes nothing and may be repeated. A `write` without a clear answer must be read back first. */
export type Purpose = 'read' | 'write';

export interface PurposefulRequest extends HubSpotRequest {
  purpose: Purpose;
}

/**
 * The time limits of one function call, in milliseconds from its start. HubSpot ends a function at 15,000. No request
 * starts after 12,000, so that only an answer to a read can arrive later.
 */
export const timeLimits = {
  /** The latest start of a request. After a write there is time left to read its pairs back. */
  lastStart: { write: 10_000, read: 12_000 },
  /** The latest moment to which the engine waits for an answer. */
  lastAnswer: { write: 11_500, read: 13_500 },
  /** The longest wait for one answer. */
  timeOut: { write: 6_000, read: 4_000 },
} as const;

/** The state of one function call: time, number of requests, pauses, and why it ended early. */
export class Run {
  calls = 0;
  retries = 0;
  /** Why the run ended early. */
  stopped: FunctionError | undefined;
  private readonly startedAt: number;
  private pausedUntil = 0;
  /** Purposes that are stopped, or whose time ends within a pause: no request for them starts. */
  private readonly closed = new Set<Purpose>();
  private pauseReason: FunctionError | undefined;
  private faults = 0;
  private lastFault: FunctionError | undefined;

  /** @param maxCalls The most requests, repeats included; any number if absent. */
  constructor(
    readonly hubspot: HubSpot,
    private readonly maxCalls = Infinity,
  ) {
    this.startedAt = this.environment.now() - (hubspot.spentMs ?? 0);
  }

  get environment(): Environment {
    return this.hubspot.environment;
  }

  get elapsedMs(): number {
    return this.environment.now() - this.startedAt;
  }

  /**
   * Ends the run, or the part of it for some purposes: no request starts, those in flight go on. The first reason stays.
   */
  stop(reason: FunctionError, purposes: readonly Purpose[] = ['read', 'write']): void {
    this.stopped ??= reason;
    for (const purpose of purposes) this.closed.add(purpose);
  }

  /** How many requests may still start. */
  get callsLeft(): number {
    return this.maxCalls - this.calls;
  }

  /** Whether a request may start now, pauses aside. */
  isOpen(purpose: Purpose): boolean {
    return this.callsLeft > 0 && !this.closed.has(purpose) && this.elapsedMs <= timeLimits.lastStart[purpose];
  }

  /** The time-out of a request that starts now, in milliseconds. */
  timeOutMs(purpose: Purpose): number {
    return Math.min(timeLimits.timeOut[purpose], timeLimits.lastAnswer[purpose] - this.elapsedMs);
  }

  /**
   * Delays every request by `ms`, also those that batches in flight send next. A longer pause stays. If the pause is
   * longer than the remaining time, the run stops with `reason`.
   */
  pause(ms: number, reason?: FunctionError): void {
    // Jitter, so that many runs that were limited at the same moment do not resume at the same moment.
    const until = this.elapsedMs + ms * (1 + this.environment.random() / 10);
    if (until <= this.pausedUntil) return;
    this.pausedUntil = until;
    this.pauseReason = reason;
  }

  /** HubSpot did not answer clearly: delays the next request, each time in a row twice as long, up to two seconds. */
  recordFault(reason: FunctionError): void {
    this.lastFault = reason;
    this.pause(Math.min(2_000, 200 * 2 ** this.faults++) * (0.5 + this.environment.random()));
  }

  /** HubSpot answered: the delay of the next fault is the shortest again. */
  recordAnswer(): void {
    this.faults = 0;
    this.lastFault = undefined;
  }

  /** The last fault, unless HubSpot has answered since. */
  get unresolvedFault(): FunctionError | undefined {
    return this.lastFault;
  }

  /** Waits until the request may start, and counts it; false if no request of its purpose may start any more. */
  async waitToStart(request: PurposefulRequest): Promise<boolean> {
    const { purpose } = request;
    while (this.isOpen(purpose)) {
      const waitMs = this.pausedUntil - this.elapsedMs;
      if (waitMs <= 0) {
        if (!(await this.isAdmitted(request))) continue;
        if (!this.isOpen(purpose)) return false;
        this.calls++;
        return true;
      } else if (this.pausedUntil > timeLimits.lastStart[purpose]) {
        if (this.pauseReason) this.stop(this.pauseReason);
        this.closed.add(purpose);
        return false;
      } else {
        // Whole milliseconds: a remainder below the resolution of the clock would repeat the wait without end.
        await this.environment.sleep(Math.ceil(waitMs));
      }
    }
    return false;
  }

  /** Whether `Environment.admit` lets the request start; if not, every request is delayed by the time it returns. */
  private async isAdmitted({ method, path, body }: PurposefulRequest): Promise<boolean> {
    if (!this.environment.admit) return true;
    const waitMs = await this.environment.admit({ method, path, ...(body && { body }) });
    if (waitMs <= 0) return true;
    this.pause(waitMs, { ...busy, retryAfterMs: waitMs });
    return false;
  }
}

const busy: FunctionError = {
  code: 'RATE_LIMITED',
  message: 'This app is busy with other calls for this account. Go on in a few seconds.',
};
