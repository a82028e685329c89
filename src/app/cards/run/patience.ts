import type { CallError } from '../sdk/sdk';

/**
 * Calls in a row that may come to nothing before a run gives up. A function has retried for 12 seconds by itself
 * before it says that HubSpot is not available.
 */
export const mostFailures = 4;

/** Waits longer than this are told to the person, who comes back, instead of being sat out. */
const longestWaitMs = 60_000;

const backoffMs = [1_000, 2_000, 4_000];

/** Whether sending the same again can come to anything: not for what only an admin, or tomorrow, can change. */
export function isPassing({ code, retryAfterMs }: CallError): boolean {
  if (retryAfterMs !== undefined && retryAfterMs > longestWaitMs) return false;
  return ['RATE_LIMITED', 'HUBSPOT_UNAVAILABLE', 'NO_ANSWER', 'BAD_ANSWER'].includes(code);
}

/** Milliseconds to wait after so many failures in a row: HubSpot's own wish, or longer each time. */
export function waitAfter(failures: number, error: CallError | undefined): number {
  return error?.retryAfterMs ?? backoffMs[Math.min(failures, backoffMs.length) - 1] ?? 0;
}

/** Whether the call may have done its work although no outcome came back. */
export function isUnclear({ code }: CallError): boolean {
  return code === 'NO_ANSWER' || code === 'BAD_ANSWER' || code === 'INTERNAL';
}
