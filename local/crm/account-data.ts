import type { CrmSettings } from './options';
import { RateLimiter } from './rate-limits';
import { createRoutes } from './routes';
import type { CrmState } from './state';

/** The data of one account: its records, the routes that work on them, and the count of its calls. */
export class AccountData {
  state: CrmState;
  /** Counts the calls of all tokens of the account together, as HubSpot's limits do. */
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

  /** Restores the seeded records, and sets the count of calls to 0. */
  reset(): void {
    this.state = this.seeded();
    this.limiter = this.newLimiter();
  }

  private newLimiter(): RateLimiter {
    return new RateLimiter(() => this.settings().rateLimits, this.now);
  }
}
