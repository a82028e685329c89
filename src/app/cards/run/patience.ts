import type { CallError } from '../sdk/sdk';

/** Waits longer than this are told to the person, who comes back, instead of being sat out. */
const longestWaitMs = 60_000;

/**
 * Waits after the first failures in a row; after one more, it is given up. A function has retried for 12 seconds by
 * itself before it says that HubSpot is not available.
 */
const backoffMs = [1_000, 2_000, 4_000];

/** Whether sending the same again can come to anything: not for what only an admin, or tomorrow, can change. */
function isPassing({ code, retryAfterMs = 0 }: CallError): boolean {
  return (
    retryAfterMs <= longestWaitMs &&
    ['RATE_LIMITED', 'HUBSPOT_UNAVAILABLE', 'NO_ANSWER', 'BAD_ANSWER'].includes(code)
  );
}

/**
 * Milliseconds to wait after so many failures in a row: HubSpot's own wish, or longer each time. Undefined when waiting
 * is no use.
 */
export function waitAfter(failures: number, error: CallError): number | undefined {
  const backoff = backoffMs[failures - 1];
  return backoff !== undefined && isPassing(error) ? (error.retryAfterMs ?? backoff) : undefined;
}

/** Of two troubles, the one that decides what comes next: one that does not pass, or else the longer wait. */
export function graver(one: CallError, other: CallError): CallError {
  return gravity(other) > gravity(one) ? other : one;
}

function gravity(error: CallError): number {
  return isPassing(error) ? (error.retryAfterMs ?? 0) : Infinity;
}

/** Whether the call may have done its work although no outcome came back. */
export function isUnclear({ code }: CallError): boolean {
  return ['NO_ANSWER', 'BAD_ANSWER', 'INTERNAL'].includes(code);
}
