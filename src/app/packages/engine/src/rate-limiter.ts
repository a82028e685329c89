import type { Environment } from './environment';

/** Keeps a minimum time between the starts of requests of one kind, across all calls. */
export class RateLimiter {
  private nextAt = -Infinity;

  constructor(private readonly spacingMs: number) {}

  /** Waits until a request could start, without taking its turn. */
  async waitUntilFree({ now, sleep }: Pick<Environment, 'now' | 'sleep'>): Promise<void> {
    if (this.nextAt > now()) await sleep(this.nextAt - now());
  }

  /** Waits until the next request may start. Callers start in the order of their calls. */
  async waitForTurn({ now, sleep }: Pick<Environment, 'now' | 'sleep'>): Promise<void> {
    const at = Math.max(now(), this.nextAt);
    this.nextAt = at + this.spacingMs;
    if (at > now()) await sleep(at - now());
  }

  /**
   * The same for a request that can wait: callers of `waitForTurn` that arrive meanwhile go first. `isWanted` ends the
   * wait; returns whether the request may start.
   */
  async waitForSpareTurn(
    environment: Pick<Environment, 'now' | 'sleep'>,
    isWanted: () => boolean,
  ): Promise<boolean> {
    while (this.nextAt > environment.now()) {
      if (!isWanted()) return false;
      // Whole milliseconds: a remainder below the resolution of the clock would repeat the wait without end.
      await environment.sleep(Math.ceil(this.nextAt - environment.now()));
    }
    await this.waitForTurn(environment);
    return true;
  }
}
