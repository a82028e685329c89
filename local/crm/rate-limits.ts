import { failures } from './errors';

/** The calls that an account may make; without a value there is no limit. */
export interface RateLimits {
  /** In any ten seconds: 100 to 250 by subscription. */
  tenSecondly?: number;
  daily?: number;
  /** Searches in any second: 5. */
  searchSecondly?: number;
}

/** HubSpot's published limits of a Professional account. */
export const publishedLimits: RateLimits = { tenSecondly: 190, daily: 650_000, searchSecondly: 5 };

const tenSeconds = 10_000;
const second = 1_000;

/** Counts calls in sliding windows, as HubSpot's policy `TEN_SECONDLY_ROLLING` does. */
export class RateLimiter {
  private recent: number[] = [];
  private recentSearches: number[] = [];
  private today = 0;

  constructor(
    private readonly limits: () => RateLimits,
    private readonly now: () => number,
  ) {}

  /** Counts a call, or throws the 429 of the limit that is reached. */
  take(isSearch: boolean): void {
    const { tenSecondly = Infinity, daily = Infinity, searchSecondly = Infinity } = this.limits();
    const now = this.now();
    this.recent = this.recent.filter((at) => now - at < tenSeconds);
    this.recentSearches = this.recentSearches.filter((at) => now - at < second);
    if (this.today >= daily) throw failures.rateLimited('DAILY', 'daily');
    if (isSearch && this.recentSearches.length >= searchSecondly)
      throw failures.rateLimited('SECONDLY', 'secondly');
    if (this.recent.length >= tenSecondly)
      throw failures.rateLimited('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling');
    this.today++;
    this.recent.push(now);
    if (isSearch) this.recentSearches.push(now);
  }

  /** HubSpot's rate limit headers. Answers to searches have none (recorded). */
  headers(): Record<string, string> {
    const { tenSecondly, daily } = this.limits();
    return {
      ...(tenSecondly !== undefined && {
        'x-hubspot-ratelimit-interval-milliseconds': String(tenSeconds),
        'x-hubspot-ratelimit-max': String(tenSecondly),
        'x-hubspot-ratelimit-remaining': String(Math.max(0, tenSecondly - this.recent.length)),
      }),
      ...(daily !== undefined && {
        'x-hubspot-ratelimit-daily': String(daily),
        'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, daily - this.today)),
      }),
    };
  }
}
