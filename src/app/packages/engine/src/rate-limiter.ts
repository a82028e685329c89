import type { Environment } from './environment';

/** Lets requests of one kind start no closer together than this, whoever sends them. */
export class RateLimiter {
  private nextAt = -Infinity;

  constructor(private readonly spacingMs: number) {}

  /** Waits for a turn. Turns are given in the order in which they are asked for. */
  async waitForTurn({ now, sleep }: Pick<Environment, 'now' | 'sleep'>): Promise<void> {
    const at = Math.max(now(), this.nextAt);
    this.nextAt = at + this.spacingMs;
    if (at > now()) await sleep(at - now());
  }
}
