import type { CrmSettings } from './options';
import { RateLimiter } from './rate-limits';
import { createRoutes } from './routes';
import type { CrmState } from './state';

/** The data of one account: its records, the routes that work on them, and the count of its calls. */
export class AccountData {
  private made: CrmState | undefined;
  /** Counts the calls of all tokens of the account together, as HubSpot's limits do. */
  limiter: RateLimiter;
  readonly routes;

  constructor(
    hubId: number,
    private readonly seeded: () => CrmState,
    private readonly settings: () => CrmSettings,
    private readonly now: () => number,
  ) {
    this.limiter = this.newLimiter();
    this.routes = createRoutes({
      hubId,
      state: () => this.state,
      settings,
      now: () => new Date(now()).toISOString(),
    });
  }

  /** Made when it is first used: of several accounts, most are used little. */
  get state(): CrmState {
    return (this.made ??= this.seeded());
  }

  /** Restores the seeded records, and sets the count of calls to 0. */
  reset(): void {
    this.made = undefined;
    this.limiter = this.newLimiter();
  }

  private newLimiter(): RateLimiter {
    return new RateLimiter(() => this.settings().rateLimits, this.now);
  }
}
