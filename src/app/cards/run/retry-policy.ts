import type { CallError } from '../sdk/sdk';

/** A longer wait ends the run: its error is shown, and the user tries again later. */
const longestWaitMs = 60_000;

/**
 * Waits after the first, second and third failure in a row. The fourth ends the run. A function has already retried for
 * 12 seconds before it answers that HubSpot is not available.
 */
const backoffMs = [1_000, 2_000, 4_000];

/** Errors after which the same call may succeed. All others need an admin, another day or a fix. */
const retryableCodes = ['RATE_LIMITED', 'HUBSPOT_UNAVAILABLE', 'NO_ANSWER', 'BAD_ANSWER'];

function isRetryable({ code, retryAfterMs = 0 }: CallError): boolean {
  return retryAfterMs <= longestWaitMs && retryableCodes.includes(code);
}

/**
 * Milliseconds to wait before the next call, after `failures` failures in a row: HubSpot's `Retry-After` if there is one,
 * otherwise a growing back-off. Undefined if the run should give up.
 */
export function waitAfter(failures: number, error: CallError): number | undefined {
  const backoff = backoffMs[failures - 1];
  return backoff !== undefined && isRetryable(error) ? (error.retryAfterMs ?? backoff) : undefined;
}

/** The more severe of two errors: one that cannot be retried, otherwise the one with the longer wait. */
export function moreSevere(one: CallError, other: CallError): CallError {
  return severity(other) > severity(one) ? other : one;
}

function severity(error: CallError): number {
  return isRetryable(error) ? (error.retryAfterMs ?? 0) : Infinity;
}

/** Whether the call may have done its work although no outcome arrived. */
export function isUnclear({ code }: CallError): boolean {
  return ['NO_ANSWER', 'BAD_ANSWER', 'INTERNAL'].includes(code);
}
