/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseUnavailable, openDatabase, type Database } from '.';
import { defaultTimeOuts } from '../settings';
import { openPostgres } from './postgres';
import { onDatabases, onPostgres } from '../testing/on-databases';

const countAccounts = async ({ query }: Pick<Database, 'query'>) =>
  Number((await query<{ n: number }>('SELECT count(*)::int AS n FROM accounts'))[0]?.n);
const addAccount = `INSERT INTO accounts (account_id, tokens, key_id, scopes, expires_at, installed_at, renewed_at)
  VALUES ($1, 't', 'k', '{}', now(), now(), now())`;

onDatabases((open) => {
  it('has its tables before its first use, by each migration once', async () => {
    const databases = await Promise.all([open(), open(), open()]);
    expect(await Promise.all(databases.map(countAccounts))).toEqual([0, 0, 0]);
    const applied = await databases[0]?.query<{ name: string }>('SELECT name FROM migrations ORDER BY name');
    const names = ['0001-accounts.sql', '0002-runs.sql', '0003-access.sql'];
    expect(applied).toEqual(names.map((name) => ({ name })));
  });

  it('keeps what a transaction did, or nothing of it', async () => {
    const database = await open();
    await database.transaction(async ({ query }) => {
      await query(addAccount, [1]);
    });
    const failing = database.transaction(async ({ query }) => {
      await query(addAccount, [2]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countAccounts(database)).toBe(1);
  });

  it('tells an error of SQL from a database that is away', async () => {
    const database = await open();
    const error = await database.query('SELECT nonsense').catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(DatabaseUnavailable);
    expect(String(error)).toContain('nonsense');
  });

  it('lets work of one key run one at a time in all instances, and of other keys beside it', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const seen: string[] = [];
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const first = new Promise<void>((begun) => {
      void one.withLock('a', async () => {
        seen.push('first begins');
        begun();
        await released;
        seen.push('first ends');
      });
    });
    await first;
    const second = other.withLock('a', async () => seen.push('second'));
    await other.withLock('b', async () => seen.push('beside'));
    release();
    await second;
    expect(seen).toEqual(['first begins', 'beside', 'first ends', 'second']);
  });

  it('lets the next one work after one that failed', async () => {
    const database = await open();
    const failing = database.withLock('a', () => Promise.reject(new Error('no')));
    const waiting = database.withLock('a', async () => 'waited');
    await expect(failing).rejects.toThrow('no');
    expect(await waiting).toBe('waited');
    expect(await database.withLock('a', async () => 'yes')).toBe('yes');
  });
});

onPostgres((server) => {
  it('has its tables before the first use of a new database, however many instances begin at once', async () => {
    const databaseUrl = server().newDatabase();
    const databases = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ databaseUrl })));
    try {
      expect(await Promise.all(databases.map(countAccounts))).toEqual([0, 0, 0]);
    } finally {
      for (const database of databases) await database.close();
    }
  });

  it('says that it is away while the server is, and works again when it is back', async () => {
    const database = await openDatabase({ databaseUrl: server().newDatabase() });
    try {
      expect(await countAccounts(database)).toBe(0);
      server().stop();
      await expect(countAccounts(database)).rejects.toBeInstanceOf(DatabaseUnavailable);
      await expect(database.withLock('a', async () => 1)).rejects.toBeInstanceOf(DatabaseUnavailable);
      server().start();
      expect(await countAccounts(database)).toBe(0);
    } finally {
      await database.close();
    }
  });

  describe('an error with SQLSTATE', () => {
    let database: Database;
    beforeAll(() => (database = openPostgres(server().newDatabase(), defaultTimeOuts)));
    afterAll(() => database.close());
    it.each([
      ['08006', true],
      ['57P01', true],
      ['57P03', true],
      ['53300', true],
      ['55P03', true],
      // A cancelled query and a violated constraint come from a database that is there.
      ['57014', false],
      ['23505', false],
    ])('%s: counts as a database that is away: %s', async (code, isUnavailable) => {
      const raising = database.script(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`);
      const error = await raising.catch((reason: unknown) => reason);
      expect(error instanceof DatabaseUnavailable).toBe(isUnavailable);
    });
  });

  it('counts as away where a lock does not come in time, and not for the one who has it', async () => {
    const database = openPostgres(server().newDatabase(), { connect: 60_000, query: 60_000, lock: 20 });
    try {
      const first = await database.withLock('a', () =>
        database.withLock('a', async () => 'second').catch((error: unknown) => error),
      );
      expect(first).toBeInstanceOf(DatabaseUnavailable);
    } finally {
      await database.close();
    }
  });

  it('answers queries while work in the background holds all its connections', async () => {
    const database = await openDatabase({ databaseUrl: server().newDatabase() });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const holding = Array.from({ length: 30 }, () => database.background.transaction(() => released));
    try {
      expect(await countAccounts(database)).toBe(0);
      expect(await database.transaction(countAccounts)).toBe(0);
    } finally {
      release();
      await Promise.all(holding);
      await database.close();
    }
  });

  it('may come later than the back end', async () => {
    const databaseUrl = server().newDatabase();
    server().stop();
    const database = await openDatabase({ databaseUrl });
    try {
      await expect(countAccounts(database)).rejects.toBeInstanceOf(DatabaseUnavailable);
      server().start();
      expect(await countAccounts(database)).toBe(0);
    } finally {
      await database.close();
    }
  });
});

describe('an embedded database in a folder', () => {
  const parent = mkdtempSync(join(tmpdir(), 'embedded-'));
  const folder = join(parent, 'data');
  afterAll(() => rmSync(parent, { recursive: true }));

  it('is there again after a restart, for one process at a time', async () => {
    const first = await openDatabase({ dataDir: folder });
    // Nobody else may read it.
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await first.query(addAccount, [7]);
    await first.close();

    // Process 1 always runs.
    writeFileSync(join(folder, 'in-use-by'), '1');
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow('in use by process 1');

    // No process has this number: the one that had it was killed.
    writeFileSync(join(folder, 'in-use-by'), '4194305');
    const again = await openDatabase({ dataDir: folder });
    expect(await countAccounts(again)).toBe(1);
    await again.close();
  });
});
