import type { PartialFailure } from './associations';
import type { EndpointKind } from './faults';
import type { LabelRules } from './label-rules';
import type { OAuthOptions } from './oauth/oauth';
import type { RateLimits } from './rate-limits';
import type { DataSize } from './seed';
import type { SeedData } from './seed-data';

/** The options of `createCrm`. */
export interface CrmOptions {
  /** The same seed gives the same records, links, correlation ids, and faults with a `probability`. 1 if absent. */
  seed?: number;
  /** A size of the sample account, or given records. `default` if absent: about 7,000 records. */
  data?: DataSize | SeedData;
  /** Token -> scopes. The token `sandbox` with every scope if absent. */
  tokens?: Record<string, string[]>;
  /**
   * The most inputs of batch/associate/default and batch/create. HubSpot documents 2,000 for the second alone. 2,000 if
   * absent.
   */
  maxInputs?: number;
  /** `207` if absent. */
  partialFailure?: PartialFailure;
  /** What HubSpot does with labels where its documents leave a doubt. As its guide says if absent. */
  labelRules?: LabelRules;
  /** None if absent; `publishedLimits` are HubSpot's. */
  rateLimits?: RateLimits;
  /**
   * Requests with this user agent count towards no rate limit: the record page is HubSpot's own, and limits are an
   * app's.
   */
  uncountedAgent?: string;
  /**
   * Apps, and the accounts that may install them. Each account has its own data. One account and no app if absent.
   */
  oauth?: Partial<OAuthOptions>;
  /** Milliseconds of every answer, and in addition of every input of a batch. 0 if absent. */
  latencyMs?: number;
  latencyPerInputMs?: number;
  /** The clock (milliseconds since 1970) and how to wait; the real ones if absent. */
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

/** The options that can be changed while the CRM runs; a reset restores them. */
export type CrmSettings = Required<
  Pick<
    CrmOptions,
    'maxInputs' | 'partialFailure' | 'labelRules' | 'latencyMs' | 'latencyPerInputMs' | 'rateLimits'
  >
>;

/** An entry of the log of calls. It holds no token and no body. */
export interface CallSeen {
  /** The start, in ISO 8601. */
  at: string;
  method: string;
  /** Without the query, and without tokens in it. */
  path: string;
  kind: EndpointKind;
  /** The HTTP status, or how a fault broke the connection. */
  status: number | 'reset' | 'silence';
  elapsedMs: number;
  /** How many inputs the batch had; 0 if it was no batch. */
  inputs: number;
  /** The name of the fault that applied to it. */
  fault?: string;
  /** The `user-agent` header. */
  agent?: string;
}
