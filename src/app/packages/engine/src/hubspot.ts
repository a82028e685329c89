import { apiVersion, pathsOf, type ApiVersion, type Paths } from './api-version';
import { BatchSize } from './batch-size';
import type { Environment } from './environment';
import { RateLimiter } from './rate-limiter';

/** HubSpot allows an account five searches a second, and tells nothing of it in its headers. */
const searchSpacingMs = 210;

/** HubSpot as the engine knows it: a way to reach it, its paths, and what earlier calls have taught. */
export interface HubSpot {
  environment: Environment;
  paths: Paths;
  /** Kept between warm invocations of a function. */
  batchSize: BatchSize;
  /** The same for batch/archive, which has limits of its own. */
  archiveSize: BatchSize;
  /** Kept for the same reason: the limit is the account's, not the call's. */
  searchLimiter: RateLimiter;
  /** Milliseconds of a call's time that were spent before its work began; none if absent. */
  spentMs?: number;
}

/** Make one a process and keep it: what is learned about batch sizes lives in it. */
export function createHubSpot(environment: Environment, version: ApiVersion = apiVersion): HubSpot {
  return {
    environment,
    paths: pathsOf[version],
    batchSize: new BatchSize(),
    archiveSize: new BatchSize(),
    searchLimiter: new RateLimiter(searchSpacingMs),
  };
}
