import { openDatabase, type Database } from '../storage';
import { postgresPrograms, startPostgres, type PostgresServer } from './postgres-server';

/** Opens another instance's access to the test's database, which is empty at first. */
export type OpenDatabase = () => Promise<Database>;

/**
 * Runs the same tests on the embedded database and on a real Postgres server. Every test starts without accounts, and
 * its databases are closed after it.
 */
export function onDatabases(describeIt: (open: OpenDatabase, kind: 'embedded' | 'postgres') => void): void {
  describe('on the embedded database', () => {
    // PGlite takes seconds to start, and a folder has one process: the test's instances share it.
    let embedded: Database;
    beforeAll(async () => {
      embedded = await openDatabase({});
      // The tables are made before the first use, which also takes long.
      await embedded.query('SELECT 1');
    }, 60_000);
    afterEach(() => embedded.script('TRUNCATE accounts, call_windows CASCADE'));
    afterAll(() => embedded.close());
    describeIt(async () => embedded, 'embedded');
  });
  onPostgres((server) => {
    let address: string | undefined;
    const open: Database[] = [];
    afterEach(async () => {
      address = undefined;
      for (const database of open.splice(0)) await database.close();
    });
    describeIt(async () => {
      const database = await openDatabase({ databaseUrl: (address ??= server().newDatabase()) });
      open.push(database);
      return database;
    }, 'postgres');
  });
}

/** Runs tests on a real Postgres server. Skipped unless Debian's package `postgresql` is installed. */
export function onPostgres(describeIt: (server: () => PostgresServer) => void): void {
  if (postgresPrograms === undefined) {
    console.warn('Postgres is not installed here (apt-get install postgresql): its tests are skipped.');
  }
  const describeWhere = postgresPrograms === undefined ? describe.skip : describe;
  describeWhere('on a Postgres server', () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.remove());
    describeIt(() => {
      if (!server) throw new Error('The Postgres server runs during tests only.');
      return server;
    });
  });
}
