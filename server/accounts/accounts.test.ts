/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { randomBytes } from 'node:crypto';
import { onDatabases } from '../testing/on-databases';
import { Accounts, type Account } from './accounts';
import { TokenCipher } from './token-cipher';

const [older, newer] = ['older', 'newer'].map((id) => ({ id, key: randomBytes(32) }));
const day = 24 * 60 * 60_000;
const start = Date.UTC(2026, 10, 25);

function account(more: Partial<Account> = {}): Account {
  return {
    id: '12345678901',
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    scopes: ['oauth', 'tickets'],
    expiresAt: start + 1_800_000,
    ...more,
  };
}

onDatabases((open) => {
  async function store(keys = [older], clock = { now: start }) {
    const database = await open();
    const cipher = new TokenCipher(keys.flatMap((key) => key ?? []));
    return { database, clock, accounts: new Accounts(database, cipher, () => clock.now) };
  }

  it('gives back an account as it was stored, and nothing for one it does not know', async () => {
    const { accounts } = await store();
    await accounts.save(account());
    expect(await accounts.find('12345678901')).toEqual(account());
    expect(await accounts.find('1')).toBeUndefined();
  });

  it('stores no token in the clear', async () => {
    const { accounts, database } = await store();
    await accounts.save(account());
    const rows = JSON.stringify(await database.query('SELECT * FROM accounts'));
    expect(rows).toContain('12345678901');
    for (const secret of ['access-1', 'refresh-1']) expect(rows).not.toContain(secret);
  });

  it('replaces all of an account that installs again, but not the time of its first install', async () => {
    const { accounts, database, clock } = await store();
    await accounts.save(account());
    clock.now += day;
    const again = account({ accessToken: 'access-2', refreshToken: 'refresh-2', scopes: ['oauth'] });
    await accounts.save(again);
    expect(await accounts.find(again.id)).toEqual(again);
    const rows = await database.query<{ installed: Date }>('SELECT installed_at AS installed FROM accounts');
    expect(rows.map(({ installed }) => installed.getTime())).toEqual([start]);
  });

  it('forgets all of an account, and nothing of another', async () => {
    const { accounts, database } = await store();
    for (const id of [account().id, '2']) {
      await accounts.save(account({ id }));
      await database.query(`INSERT INTO call_windows VALUES ($1, 'all', '{1}', 0)`, [id]);
    }
    await accounts.remove(account().id);
    expect(await accounts.find(account().id)).toBeUndefined();
    expect(await accounts.find('2')).toEqual(account({ id: '2' }));
    const windows = await database.query<{ id: string }>('SELECT account_id::text AS id FROM call_windows');
    expect(windows).toEqual([{ id: '2' }]);
  });

  it('locks one account at a time, and no other account with it', async () => {
    const { accounts } = await store();
    const seen: string[] = [];
    let second: Promise<unknown> | undefined;
    await accounts.withLock('1', async () => {
      second = accounts.withLock('1', async () => seen.push('the same account'));
      await accounts.withLock('2', async () => seen.push('another account'));
      seen.push('the first ends');
    });
    await second;
    expect(seen).toEqual(['another account', 'the first ends', 'the same account']);
  });

  it('reads what an older key encrypted, and encrypts it with the newer one', async () => {
    const { accounts: before } = await store([older]);
    await before.save(account());
    const { accounts: after } = await store([newer, older]);
    await before.save(account({ id: '2' }));
    expect(await after.sealedByOlderKey(10)).toEqual(['2', '12345678901']);
    expect(await after.sealedByOlderKey(1)).toEqual(['2']);
    await after.find('2');
    expect(await after.find('12345678901')).toEqual(account());
    expect(await after.sealedByOlderKey(10)).toEqual([]);
    const { accounts: later } = await store([newer]);
    expect(await later.find('12345678901')).toEqual(account());
  });

  it('encrypts an account that is saved again with the newer key', async () => {
    const { accounts: before } = await store([older]);
    await before.save(account());
    const { accounts: after } = await store([newer, older]);
    await after.save(account());
    expect(await after.sealedByOlderKey(10)).toEqual([]);
    const { accounts: later } = await store([newer]);
    expect(await later.find(account().id)).toEqual(account());
  });

  it('lists the accounts that were not renewed for a while, the longest first', async () => {
    const { accounts, clock } = await store();
    for (const id of ['3', '1', '2']) {
      await accounts.save(account({ id }));
      clock.now += day;
    }
    expect(await accounts.idleFor(1.5 * day, 10)).toEqual(['3', '1']);
    expect(await accounts.idleFor(1.5 * day, 1)).toEqual(['3']);
  });
});
