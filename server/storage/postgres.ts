import pg from 'pg';
import type { TimeOuts } from '../settings';
import { DatabaseUnavailable, type Database, type Queries } from './database';

/** Milliseconds. */
export type PostgresTimeOuts = Pick<TimeOuts, 'connect' | 'query' | 'lock'>;

/** A Postgres server, which several instances can share. */
export function openPostgres(connectionString: string, timeOuts: PostgresTimeOuts): Database {
  const pool = poolOf(connectionString, 10, timeOuts.query, timeOuts.connect);
  // Locks are held during calls to HubSpot. They have connections of their own, so that queries need not wait for them.
  const locks = poolOf(connectionString, 5, timeOuts.lock + timeOuts.query, timeOuts.connect);
  return {
    ...queriesOn(pool),
    transaction: (work) => inTransaction(pool, work),
    withLock: (key, work) =>
      inTransaction(locks, async ({ query }) => {
        // Both last for the transaction, not the session, so that they also work behind a connection pooler.
        await query(`SET LOCAL lock_timeout = ${timeOuts.lock}`);
        await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
        return work();
      }),
    close: async () => {
      await Promise.all([pool.end(), locks.end()]);
    },
  };
}

function poolOf(connectionString: string, max: number, queryMs: number, connectMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: connectMs,
    // Measured by the client, because a pooler may not pass on session settings.
    query_timeout: queryMs,
    application_name: 'bulk-associate',
  });
  // A broken idle connection is replaced at the next query. Without a listener, the event would end the process.
  pool.on('error', () => undefined);
  return pool;
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
