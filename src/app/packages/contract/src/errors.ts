/**
 * Why an app function could not do what was asked, as a value that travels to the card.
 *
 * | code | who acts |
 * |---|---|
 * | `INVALID_INPUT` | the caller: the parameters broke the contract; nothing was sent to HubSpot |
 * | `UNAUTHORIZED` | an admin: the app's token is missing, expired or refused (HubSpot's 401) |
 * | `MISSING_SCOPES` | an admin: the token lacks a scope, named in `requiredScopes` (HubSpot's 403) |
 * | `RATE_LIMITED` | nobody, later: HubSpot's per-second limits held until time ran out |
 * | `DAILY_LIMIT` | nobody, tomorrow: the account's calls for today are used up |
 * | `HUBSPOT_UNAVAILABLE` | nobody, later: network faults, 5xx, 423 or 477 until time ran out |
 * | `HUBSPOT_REJECTED` | the reader of `message`: HubSpot said no to the call as a whole |
 * | `INTERNAL` | us: a defect of this app |
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

/** Why a call came to nothing, worded for the person who must act. */
export interface FunctionError {
  code: FunctionErrorCode;
  /** A sentence that a person can act on. Never a token, a header or a stack. */
  message: string;
  /** HubSpot's id of the refused call, for its support. */
  correlationId?: string;
  /** With `MISSING_SCOPES`: the scopes, any one of which HubSpot asks for. */
  requiredScopes?: string[];
  /** Milliseconds after which trying again makes sense, where HubSpot said so. */
  retryAfterMs?: number;
}

/** What every app function returns: it never throws, because a thrown error loses all detail on its way to the card. */
export type Answer<T extends object> = ({ ok: true } & T) | { ok: false; error: FunctionError };
