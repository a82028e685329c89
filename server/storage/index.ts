import type { Database, Transactions } from './database';
import { openEmbedded } from './embedded';
import { migrate } from './migrate';
import { defaultTimeOuts } from '../settings';
import { openPostgres, type PostgresTimeOuts } from './postgres';

export { DatabaseUnavailable, type Database, type Queries, type Transactions } from './database';

/**
 * Opens a Postgres server, or the embedded Postgres in a folder or in memory. A server need not be reachable yet: the
 * migrations run before the first use, and if they fail, again before the next.
 */
export async function openDatabase({
  databaseUrl,
  dataDir,
  timeOuts = defaultTimeOuts,
}: {
  databaseUrl?: string;
  dataDir?: string;
  timeOuts?: PostgresTimeOuts;
}): Promise<Database> {
  if (databaseUrl === undefined) return upToDate(await openEmbedded(dataDir));
  return upToDate(openPostgres(databaseUrl, timeOuts));
}

function upToDate(database: Database): Database {
  let migrated: Promise<void> | undefined;
  const ready = async () => {
    migrated ??= migrate(database);
    try {
      await migrated;
    } catch (error) {
      migrated = undefined;
      throw error;
    }
  };
  const whenReady = (transactions: Transactions): Transactions => ({
    query: async (sql, values) => (await ready(), transactions.query(sql, values)),
    script: async (sql) => (await ready(), transactions.script(sql)),
    transaction: async (work) => (await ready(), transactions.transaction(work)),
  });
  return {
    ...whenReady(database),
    background: whenReady(database.background),
    withLock: async (key, work) => (await ready(), database.withLock(key, work)),
    close: () => database.close(),
  };
}
