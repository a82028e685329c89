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
}
