import type { CrmSettings } from './crm';
import { RateLimiter } from './rate-limits';
import { createRoutes } from './routes';
import type { CrmState } from './state';

/** What belongs to one account alone: its records, the routes that work on them, its calls counted. */
export class AccountData {
  state: CrmState;
  readonly limiter: RateLimiter;
  readonly routes;

  constructor(
    hubId: number,
    private readonly seeded: () => CrmState,
    settings: () => CrmSettings,
    now: () => number,
  ) {
    this.state = seeded();
    this.limiter = new RateLimiter(() => settings().rateLimits, now);
    this.routes = createRoutes({
      hubId,
      state: () => this.state,
      settings,
      now: () => new Date(now()).toISOString(),
    });
  }

  reset(): void {
    this.state = this.seeded();
  }
}
