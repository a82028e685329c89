import { apiVersion, pathsOf, type ApiVersion, type Paths } from './api-version';
import { BatchSize } from './batch-size';
import type { Environment } from './environment';

/** HubSpot as the engine knows it: a way to reach it, its paths, and what earlier calls have taught. */
export interface HubSpot {
  environment: Environment;
  paths: Paths;
  /** Kept between warm invocations of a function. */
  batchSize: BatchSize;
}

/** Make one a process and keep it: what is learned about batch sizes lives in it. */
export function createHubSpot(environment: Environment, version: ApiVersion = apiVersion): HubSpot {
  return { environment, paths: pathsOf[version], batchSize: new BatchSize() };
}
