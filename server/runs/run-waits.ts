import type { FunctionError } from '@bulk-associate/contract';

/** The longest wait between two attempts, in milliseconds. A longer one that HubSpot asks for ends the run. */
const longestMs = 5 * 60_000;
/** How many failures in a row end a run: after about an hour. Nobody waits for it meanwhile. */
const mostFailures = 20;

/** Errors after which the same call may succeed. All others need an admin, another day or a fix. */
const retryable: readonly FunctionError['code'][] = ['RATE_LIMITED', 'HUBSPOT_UNAVAILABLE'];

/**
 * Milliseconds until a run goes on after so many failures in a row: what HubSpot asks for, otherwise a second that doubles.
 * Undefined if the run ends.
 */
export function waitAfter(failures: number, { code, retryAfterMs }: FunctionError): number | undefined {
  if (failures > mostFailures || !retryable.includes(code)) return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs <= longestMs ? retryAfterMs : undefined;
  return Math.min(longestMs, 1_000 * 2 ** (failures - 1));
}
