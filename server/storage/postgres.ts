import pg from 'pg';
import type { TimeOuts } from '../settings';
import { DatabaseUnavailable, type Database, type Queries, type Transactions } from './database';

/** Milliseconds. */
export type PostgresTimeOuts = Pick<TimeOuts, 'connect' | 'query' | 'lock'>;

/** A Postgres server, which several instances can share. */
export function openPostgres(connectionString: string, timeOuts: PostgresTimeOuts): Database {
  const open = (name: string, max: number, queryMs = timeOuts.query) =>
    poolOf({
      connectionString,
      application_name: name,
      max,
      query_timeout: queryMs,
      connectionTimeoutMillis: timeOuts.connect,
    });
  const pool = open('bulk-associate', 10);
  const background = open('bulk-associate runs', 8);
  // Locks are held during calls to HubSpot. They have connections of their own, so that queries need not wait for them.
  const locks = open('bulk-associate locks', 5, timeOuts.lock + timeOuts.query);
  return {
    ...transactionsOn(pool),
    background: transactionsOn(background),
    withLock: (key, work) =>
      inTransaction(locks, async ({ query }) => {
        // Both last for the transaction, not the session, so that they also work behind a connection pooler.
        await query(`SET LOCAL lock_timeout = ${timeOuts.lock}`);
        await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
        return work();
      }),
    close: async () => {
      await Promise.all([pool.end(), background.end(), locks.end()]);
    },
  };
}

/** `query_timeout` is measured by the client, because a pooler may not pass on session settings. */
function poolOf(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  // A broken idle connection is replaced at the next query. Without a listener, the event would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function transactionsOn(pool: pg.Pool): Transactions {
  return { ...queriesOn(pool), transaction: (work) => inTransaction(pool, work) };
}

function queriesOn(target: pg.Pool | pg.PoolClient): Queries {
  return {
    query: async <Row extends object>(sql: string, values: unknown[] = []) => {
      const { rows } = await mappingErrors(target.query<Row>(sql, values));
      return rows;
    },
    script: async (sql) => {
      await mappingErrors(target.query(sql));
    },
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await mappingErrors(pool.connect());
  // A connection that breaks between two queries emits an event.
  const onError = () => undefined;
  client.on('error', onError);
  let broken: Error | undefined;
  try {
    const queries = queriesOn(client);
    await queries.script('BEGIN');
    const result = await work(queries);
    await queries.script('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Errors of SQL pass; errors that mean that the server is unreachable become `DatabaseUnavailable`. */
async function mappingErrors<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
  }
}

/**
 * Errors of Postgres have a five-character SQLSTATE: class 08 is a connection error, 57P a server that stops or starts,
 * 53300 too many connections, 55P03 a lock that was not available in time (Postgres' manual, appendix A). Errors without
 * one are network errors and time-outs of the driver.
 */
function isUnavailable(error: unknown): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  if (severity === undefined || typeof code !== 'string') return true;
  return code.startsWith('08') || code.startsWith('57P') || code === '53300' || code === '55P03';
}
