import type { Queries, Transactions } from '../storage';
import type { TurnTimes } from './run-times';

/** One instance's turn at the runs of an account. */
export interface Turn {
  account: string;
  fence: string;
}

/** The turn has ended, or the account is deleted: another instance may be at work, so this one writes nothing. */
export class TurnLost extends Error {
  constructor() {
    super('The turn has ended.');
  }
}

/**
 * The turns at the runs of the accounts. An account has one turn at a time in all instances; of the accounts that are due,
 * the one that has had no turn for the longest time is next. Time is the database's.
 */
export class RunTurns {
  constructor(
    private readonly database: Transactions,
    private readonly times: TurnTimes,
  ) {}

  /** Takes the next turn, if an account is due. */
  async take(): Promise<Turn | undefined> {
    const [turn] = await this.database.query<Turn>(
      `UPDATE run_turns SET fence = fence + 1, served_at = clock_timestamp(),
         lease_until = clock_timestamp() + $1 * interval '1 ms'
       WHERE account_id = (
         SELECT account_id FROM run_turns
         WHERE due_at <= clock_timestamp() AND (lease_until IS NULL OR lease_until < clock_timestamp())
         ORDER BY served_at NULLS FIRST, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING account_id::text AS account, fence::text AS fence`,
      [this.times.leaseMs],
    );
    return turn;
  }

  /** Extends turns. Those that have ended stay ended. */
  async extend(turns: readonly Turn[]): Promise<void> {
    await this.database.query(
      `UPDATE run_turns t SET lease_until = clock_timestamp() + $3 * interval '1 ms'
       FROM unnest($1::bigint[], $2::bigint[]) AS held (account_id, fence)
       WHERE t.account_id = held.account_id AND t.fence = held.fence AND t.lease_until > clock_timestamp()`,
      [turns.map(({ account }) => account), turns.map(({ fence }) => fence), this.times.leaseMs],
    );
  }

  /** How much longer the turn lasts than a request to HubSpot, in milliseconds. Undefined if it has ended. */
  async spareMs({ account, fence }: Turn): Promise<number | undefined> {
    const [row] = await this.database.query<{ spare: number }>(
      `SELECT extract(epoch FROM lease_until - clock_timestamp())::float8 * 1000 - $3 AS spare FROM run_turns
       WHERE account_id = $1 AND fence = $2 AND lease_until > clock_timestamp()`,
      [account, fence, this.times.requestMs],
    );
    return row?.spare;
  }

  /** Runs work in a transaction that nobody's turn can begin in. Rejects with `TurnLost` if this one has ended. */
  during<T>({ account, fence }: Turn, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.database.transaction(async (queries) => {
      const [held] = await queries.query(
        `SELECT 1 AS held FROM run_turns
         WHERE account_id = $1 AND fence = $2 AND lease_until > clock_timestamp() FOR UPDATE`,
        [account, fence],
      );
      if (!held) throw new TurnLost();
      return work(queries);
    });
  }
}

/** Ends a turn. The account is due again, behind all others, when one of its runs is: not before it has to wait no more. */
export async function endTurn({ query }: Queries, { account, fence }: Turn): Promise<void> {
  await query(
    `UPDATE run_turns SET lease_until = NULL, due_at = coalesce((
       SELECT min(greatest(retry_at, clock_timestamp())) FROM runs
       WHERE account_id = $1 AND stage IN ('run', 'after', 'undo')), 'infinity')
     WHERE account_id = $1 AND fence = $2`,
    [account, fence],
  );
}

/** Makes an account due. To be called in the transaction that gives it work. */
export async function makeDue({ query }: Queries, account: string): Promise<void> {
  await query(
    `INSERT INTO run_turns AS t (account_id, due_at) VALUES ($1, clock_timestamp())
     ON CONFLICT (account_id) DO UPDATE SET due_at = least(t.due_at, excluded.due_at)`,
    [account],
  );
}
