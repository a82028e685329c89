import { openDatabase, type Database } from '../storage';
import { postgresPrograms, startPostgres, type PostgresServer } from './postgres-server';

/** Opens another instance's access to the test's database. */
export type OpenDatabase = () => Promise<Database>;

/**
 * Runs the same tests on the embedded database and on a real Postgres server. All tests of a file share the database of a
 * kind, which is emptied in between, and their instances' access to it.
 */
export function onDatabases(describeIt: (open: OpenDatabase, kind: 'embedded' | 'postgres') => void): void {
  const empty = ({ script }: Database) => script('TRUNCATE accounts, call_windows CASCADE');
  describe('on the embedded database', () => {
    // A folder has one process: the test's instances share its access.
    let embedded: Database;
    beforeAll(async () => {
      embedded = await openDatabase({});
      // The tables are made before the first use, which also takes long.
      await embedded.query('SELECT 1');
    }, 60_000);
    afterEach(() => empty(embedded));
    afterAll(() => embedded.close());
    describeIt(async () => embedded, 'embedded');
  });
  onPostgres((server) => {
    let databaseUrl = '';
    const instances: Promise<Database>[] = [];
    let inUse = 0;
    beforeAll(() => (databaseUrl = server().newDatabase()));
    afterEach(async () => {
      const [one] = instances;
      if (one && inUse > 0) await empty(await one);
      inUse = 0;
    });
    afterAll(async () => {
      for (const instance of instances) await (await instance).close();
    });
    describeIt(() => (instances[inUse++] ??= openDatabase({ databaseUrl })), 'postgres');
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
      server = await startPostgres('2MB');
    }, 60_000);
    afterAll(() => server?.remove());
    describeIt(() => {
      if (!server) throw new Error('The Postgres server runs during tests only.');
      return server;
    });
  });
}
