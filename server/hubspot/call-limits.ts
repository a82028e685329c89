import type { Database } from '../storage';

/** The number of calls of an account that may start in any window of `windowMs` milliseconds. */
export interface CallLimit {
  calls: number;
  windowMs: number;
}

/**
 * HubSpot's limits of an OAuth app in an account: 110 calls in ten seconds, and 5 searches in one second. The windows here
 * are longer because calls take different times to reach HubSpot. If HubSpot still refuses a call, the engine repeats it.
 */
export const hubspotLimits = {
  all: { calls: 110, windowMs: 11_000 },
  search: { calls: 5, windowMs: 1_250 },
} satisfies Record<string, CallLimit>;

/** Calls of each window that runs in the background leave to the people who work in the account meanwhile. */
export const reservedForPeople = 30;

/** A search counts towards both limits, so its caller must be admitted for each. */
export type CallKind = keyof typeof hubspotLimits;

/** Counts the calls of each account in sliding windows that all instances share. */
export class CallLimits {
  constructor(
    private readonly database: Database,
    private readonly limits: Record<CallKind, CallLimit> = hubspotLimits,
  ) {}

  /**
   * Returns 0 if a call may start now, and counts it. Otherwise returns the milliseconds to wait. `reserved`: how many
   * calls of the window this one leaves to others.
   */
  async admit(accountId: string, kind: CallKind, reserved = 0): Promise<number> {
    const { calls, windowMs } = this.limits[kind];
    const { query } = reserved > 0 ? this.database.background : this.database;
    const [row] = await query<{ wait_ms: number | string }>(takeASlot, [
      accountId,
      kind,
      calls - reserved,
      windowMs,
      calls,
    ]);
    return Number(row?.wait_ms ?? 0);
  }
}

/**
 * `calls` holds the start times of the latest calls, oldest first, at most $5 of them. A call may start when the oldest of
 * the latest $3 has left the window. The clock is the database's, which is the same for all instances.
 */
const takeASlot = `
  INSERT INTO call_windows AS w (account_id, kind, calls, wait_ms)
  VALUES ($1, $2, ARRAY[(extract(epoch FROM clock_timestamp()) * 1000)::bigint], 0)
  ON CONFLICT (account_id, kind) DO UPDATE SET
    wait_ms = CASE WHEN cardinality(w.calls) < $3::int THEN 0
      ELSE greatest(0, w.calls[1 + cardinality(w.calls) - $3::int] + $4::bigint - excluded.calls[1]) END,
    calls = CASE
      WHEN cardinality(w.calls) >= $3::int
        AND w.calls[1 + cardinality(w.calls) - $3::int] + $4::bigint > excluded.calls[1] THEN w.calls
      ELSE (w.calls || excluded.calls)[greatest(1, cardinality(w.calls) + 2 - $5::int):] END
  RETURNING wait_ms`;
