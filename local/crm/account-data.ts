import type { CrmSettings } from './options';
import { RateLimiter } from './rate-limits';
import { createRoutes } from './routes';
import type { CrmState } from './state';

/** What belongs to one account alone: its records, the routes that work on them, its calls counted. */
export class AccountData {
  state: CrmState;
  /** Counts the calls of all the account's tokens together. */
  limiter: RateLimiter;
  readonly routes;

  constructor(
    hubId: number,
    private readonly seeded: () => CrmState,
    private readonly settings: () => CrmSettings,
    private readonly now: () => number,
  ) {
    this.state = seeded();
    this.limiter = this.newLimiter();
    this.routes = createRoutes({
      hubId,
      state: () => this.state,
      settings,
      now: () => new Date(now()).toISOString(),
    });
  }

  /** The records as they were seeded, and no call made yet. */
  reset(): void {
    this.state = this.seeded();
    this.limiter = this.newLimiter();
  }

  private newLimiter(): RateLimiter {
    return new RateLimiter(() => this.settings().rateLimits, this.now);
  }
}
