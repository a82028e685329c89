import type { FunctionError } from '@bulk-associate/contract';
import type { Environment, HubSpotRequest } from './environment';
import type { HubSpot } from './hubspot';

/** Whether repeating a request that got no clear answer could matter: reads change nothing. */
export type Purpose = 'read' | 'write';

export interface PurposefulRequest extends HubSpotRequest {
  purpose: Purpose;
}

/**
 * The clock of one function call, in milliseconds from its start. HubSpot ends a function at 15,000; the 12,000 of
 * work are followed by at most one reading that is already under way.
 */
export const timeLimits = {
  /** No request starts later. A write leaves time to read back what became of it. */
  lastStart: { write: 10_000, read: 12_000 },
  /** No request is waited for longer than to this moment. */
  lastAnswer: { write: 11_500, read: 13_500 },
  /** No single request is waited for longer than this. */
  timeOut: { write: 6_000, read: 4_000 },
} as const;

/** One function call: its clock, its costs, the pause that HubSpot asked for, and why it ended early. */
export class Run {
  calls = 0;
  retries = 0;
  /** Why the run ended early. */
  stopped: FunctionError | undefined;
  private readonly startedAt: number;
  private pausedUntil = 0;
  /** Purposes that are stopped, or whose time ends within a pause: nothing of that kind starts any more. */
  private readonly closed = new Set<Purpose>();
  private pauseReason: FunctionError | undefined;
  private faults = 0;
  private lastFault: FunctionError | undefined;

  constructor(readonly hubspot: HubSpot) {
    this.startedAt = this.environment.now() - (hubspot.spentMs ?? 0);
  }

  get environment(): Environment {
    return this.hubspot.environment;
  }

  get elapsedMs(): number {
    return this.environment.now() - this.startedAt;
  }

  /**
   * Ends the run, or what it does for one purpose: requests under way are awaited, none starts. The first reason stays.
   */
  stop(reason: FunctionError, purposes: readonly Purpose[] = ['read', 'write']): void {
    this.stopped ??= reason;
    for (const purpose of purposes) this.closed.add(purpose);
  }

  /** Whether a request may still start now. */
  isOpen(purpose: Purpose): boolean {
    return !this.closed.has(purpose) && this.elapsedMs <= timeLimits.lastStart[purpose];
  }

  /** How long an answer to a request that starts now is waited for. */
  timeOutMs(purpose: Purpose): number {
    return Math.min(timeLimits.timeOut[purpose], timeLimits.lastAnswer[purpose] - this.elapsedMs);
  }

  /** Holds back every request for so long, those of batches in flight included; `reason` is told if time runs out. */
  pause(ms: number, reason?: FunctionError): void {
    // Jitter, so that many cards that were stopped together do not come back together.
    const until = this.elapsedMs + ms * (1 + this.environment.random() / 10);
    if (until <= this.pausedUntil) return;
    this.pausedUntil = until;
    this.pauseReason = reason;
  }

  /** HubSpot could not be reached, or broke off: back off, longer each time in a row. */
  recordFault(reason: FunctionError): void {
    this.lastFault = reason;
    this.pause(Math.min(2_000, 200 * 2 ** this.faults++) * (0.5 + this.environment.random()));
  }

  /** HubSpot answered: the next fault is the first again. */
  recordAnswer(): void {
    this.faults = 0;
    this.lastFault = undefined;
  }

  /** The last fault, if HubSpot has not answered since. */
  get unresolvedFault(): FunctionError | undefined {
    return this.lastFault;
  }

  /** Waits until a request may start; false when none of its purpose may any more. */
  async waitToStart(request: PurposefulRequest): Promise<boolean> {
    const { purpose } = request;
    while (this.isOpen(purpose)) {
      const waitMs = this.pausedUntil - this.elapsedMs;
      if (waitMs <= 0) {
        if (await this.isAdmitted(request)) return this.isOpen(purpose);
      } else if (this.pausedUntil > timeLimits.lastStart[purpose]) {
        if (this.pauseReason) this.stop(this.pauseReason);
        this.closed.add(purpose);
        return false;
      } else {
        // Whole milliseconds: a remainder smaller than a clock shows would be waited for again and again.
        await this.environment.sleep(Math.ceil(waitMs));
      }
    }
    return false;
  }

  /** Asks those with whom the account's limits are shared; if they say later, every request waits so long. */
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
