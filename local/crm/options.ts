import type { PartialFailure } from './associations';
import type { EndpointKind } from './faults';
import type { OAuthOptions } from './oauth/oauth';
import type { RateLimits } from './rate-limits';
import type { DataSize } from './seed';
import type { SeedData } from './seed-data';

/** How a CRM is made; what is absent is as HubSpot has it, or the least in the way. */
export interface CrmOptions {
  /** The same seed gives the same records, links, faults and correlation ids. 1 if absent. */
  seed?: number;
  /** A size of the sample account, or given records. `default` if absent: about 7,000 records. */
  data?: DataSize | SeedData;
  /** Token -> scopes. `sandbox` with every scope if absent. */
  tokens?: Record<string, string[]>;
  /** The most inputs batch/associate/default takes. HubSpot documents none; 2,000 is the largest claimed. */
  maxInputs?: number;
  /** `207` if absent. */
  partialFailure?: PartialFailure;
  /** None if absent; `publishedLimits` are HubSpot's. */
  rateLimits?: RateLimits;
  /** The user agent of what is HubSpot's own on a real account, as its record page: limits are an app's. */
  uncountedAgent?: string;
  /** Apps that accounts may install, and the accounts: each has data of its own. One account, and no app, if absent. */
  oauth?: Partial<OAuthOptions>;
  /** Milliseconds every answer takes, and every input of a batch on top. 0 if absent. */
  latencyMs?: number;
  latencyPerInputMs?: number;
  /** Milliseconds since 1970, and how to let some pass; the real ones if absent. */
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

/** What can be changed while the CRM runs, until a reset. */
export type CrmSettings = Required<
  Pick<CrmOptions, 'maxInputs' | 'partialFailure' | 'latencyMs' | 'latencyPerInputMs' | 'rateLimits'>
>;

/** A call as the CRM saw it. Never holds a token or a body. */
export interface CallSeen {
  /** When it began: ISO 8601. */
  at: string;
  method: string;
  /** Without its query. */
  path: string;
  kind: EndpointKind;
  /** `reset` and `silence`: the connection broke. */
  status: number | 'reset' | 'silence';
  elapsedMs: number;
  /** The inputs of a batch, 0 for all else. */
  inputs: number;
  /** The name of the fault that applied to it. */
  fault?: string;
  /** What the caller calls itself. */
  agent?: string;
}
