import { AccountFacts } from './account-facts';
import { apiVersion, pathsOf, type ApiVersion, type Paths } from './api-version';
import { BatchSize } from './batch-size';
import type { Environment } from './environment';
import { RateLimiter } from './rate-limiter';

/** HubSpot allows an account five searches a second, and its response headers do not show it. */
const searchSpacingMs = 210;

/** The connection to HubSpot: environment, paths, and the state that outlives a call. */
export interface HubSpot {
  environment: Environment;
  paths: Paths;
  /** Of batch/associate/default; kept between the calls of a warm process. */
  batchSize: BatchSize;
  /** Of batch/create, which gives labels. */
  labelSize: BatchSize;
  /** Of batch/archive, which has other limits. */
  archiveSize: BatchSize;
  /** Kept between calls too: the limit is the account's. */
  searchLimiter: RateLimiter;
  facts: AccountFacts;
  /** The user of this call, as HubSpot has signed it; absent where nobody vouches for one. */
  signedUser?: string;
  /** Milliseconds of a call's time that were used before its work began; 0 if absent. */
  spentMs?: number;
}

/** Create one per process and account, and keep it: it holds the learned batch sizes. */
export function createHubSpot(environment: Environment, version: ApiVersion = apiVersion): HubSpot {
  return {
    environment,
    paths: pathsOf[version],
    batchSize: new BatchSize(),
    labelSize: new BatchSize(),
    archiveSize: new BatchSize(),
    searchLimiter: new RateLimiter(searchSpacingMs),
    facts: new AccountFacts(),
  };
}
