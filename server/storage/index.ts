import type { Database } from './database';
import { openEmbedded } from './embedded';
import { migrate } from './migrate';
import { defaultTimeOuts } from '../settings';
import { openPostgres, type PostgresTimeOuts } from './postgres';

export { DatabaseUnavailable, type Database, type Queries } from './database';

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
  return {
    query: async (sql, values) => (await ready(), database.query(sql, values)),
    script: async (sql) => (await ready(), database.script(sql)),
    transaction: async (work) => (await ready(), database.transaction(work)),
    withLock: async (key, work) => (await ready(), database.withLock(key, work)),
    close: () => database.close(),
  };
}
