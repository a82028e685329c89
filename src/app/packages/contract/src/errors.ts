/**
 * Why an app function failed, as a value that is sent to the card.
 *
 * | code | who acts |
 * |---|---|
 * | `INVALID_INPUT` | the caller: the parameters break the contract; nothing was sent to HubSpot |
 * | `UNAUTHORIZED` | an admin: the app's token is missing, expired or refused (HubSpot's 401) |
 * | `MISSING_SCOPES` | an admin: the token lacks a scope, named in `requiredScopes` (HubSpot's 403) |
 * | `RATE_LIMITED` | nobody; works later: HubSpot's per-second limits lasted until the time was over |
 * | `DAILY_LIMIT` | nobody; works tomorrow: the account's calls for today are used up |
 * | `HUBSPOT_UNAVAILABLE` | nobody; works later: network faults, 5xx, 423 or 477 until the time was over |
 * | `HUBSPOT_REJECTED` | the reader of `message`: HubSpot refused the call as a whole |
 * | `INTERNAL` | the developers of this app: it has a defect |
 */
export const functionErrorCodes = [
  'INVALID_INPUT',
  'UNAUTHORIZED',
  'MISSING_SCOPES',
  'RATE_LIMITED',
  'DAILY_LIMIT',
  'HUBSPOT_UNAVAILABLE',
  'HUBSPOT_REJECTED',
  'INTERNAL',
] as const;

export type FunctionErrorCode = (typeof functionErrorCodes)[number];

/**
 * More about a refusal of the hosted back end, for which the card has words of its own.
 * - `not_allowed`: an admin of the app has not allowed this user (code `UNAUTHORIZED`).
 * - `not_admin`: only a person who may administer the app may do this (code `UNAUTHORIZED`).
 * - `run_gone`: there is no such run in this account (any more) (code `INVALID_INPUT`).
 * - `run_busy`: the run must end first (code `INVALID_INPUT`).
 * - `run_incomplete`: not all lines of the run have arrived (code `INVALID_INPUT`).
 * - `too_many_runs`: too many runs of the account have not ended (code `RATE_LIMITED`).
 */
export type RefusalReason =
  'not_allowed' | 'not_admin' | 'run_gone' | 'run_busy' | 'run_incomplete' | 'too_many_runs';

/** Why a call failed, worded for the person who must act. */
export interface FunctionError {
  code: FunctionErrorCode;
  /** A sentence that a person can act on. Never a token, a header or a stack. */
  message: string;
  /** HubSpot's id of the refused call, for its support. */
  correlationId?: string;
  /** With `MISSING_SCOPES`: the scopes of which HubSpot requires one. */
  requiredScopes?: string[];
  /** Milliseconds after which to try again, where HubSpot states them. */
  retryAfterMs?: number;
  /** The condition that HubSpot refuses, by its position in the `filterGroups` sent, where HubSpot names it. */
  filter?: { group: number; filter: number };
  /** Only in answers of the hosted back end. */
  reason?: RefusalReason;
  /** With `not_allowed` and `not_admin`: whom to ask, in the words of the account's admin, if there are any. */
  ask?: string;
}

/** What every app function returns. It never throws: of a thrown error, HubSpot passes no detail to the card. */
export type Answer<T extends object> = ({ ok: true } & T) | { ok: false; error: FunctionError };
