import type { CallKind } from '../hubspot/call-limits';
import type { Database } from '../storage';

/** A call that was admitted, and when, in milliseconds of the database's clock. */
export interface CallStart {
  kind: CallKind;
  at: number;
}

/** Makes the database keep the start of every call that is admitted, of all accounts. */
export async function recordCallStarts({ script }: Database): Promise<void> {
  await script(`
    CREATE TABLE call_starts (kind text, at bigint);
    CREATE FUNCTION record_call_start() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.wait_ms = 0 THEN INSERT INTO call_starts VALUES (NEW.kind, NEW.calls[cardinality(NEW.calls)]); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER record_call_start AFTER INSERT OR UPDATE ON call_windows
      FOR EACH ROW EXECUTE FUNCTION record_call_start();`);
}

/** The starts that were recorded, the earliest first. */
export async function callStarts({ query }: Database): Promise<CallStart[]> {
  const rows = await query<{ kind: CallKind; at: string | number }>(
    'SELECT kind, at FROM call_starts ORDER BY at',
  );
  return rows.map(({ kind, at }) => ({ kind, at: Number(at) }));
}

/** Ends the recording, and drops what was recorded. */
export async function forgetCallStarts({ script }: Database): Promise<void> {
  await script(`
    DROP TRIGGER record_call_start ON call_windows;
    DROP FUNCTION record_call_start;
    DROP TABLE call_starts;`);
}

/** The shortest time, in milliseconds, between a start and the one that comes so many later. */
export function shortestSpan(starts: number[], calls: number): number {
  return Math.min(...starts.slice(calls).map((at, n) => at - (starts[n] ?? 0)));
}
