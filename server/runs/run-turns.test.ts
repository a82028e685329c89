/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { onDatabases } from '../testing/on-databases';
import type { Database } from '../storage';
import { endTurn, makeDue, RunTurns, TurnLost } from './run-turns';

const addAccount = `INSERT INTO accounts (account_id, tokens, key_id, scopes, expires_at, installed_at, renewed_at)
  VALUES ($1, 't', 'k', '{}', now(), now(), now())`;
const addRun = `INSERT INTO runs (account_id, user_id, key, object_type, record_id, records, to_object_type, operation, total, stage)
  VALUES ($1, 1, 'key', '0-2', 1, '{1}', '0-1', '{}', 1, 'run')`;
const times = { leaseMs: 60_000, requestMs: 6_500 };

onDatabases((open) => {
  let database: Database;
  beforeEach(async () => (database = await open()));
  const withWork = async (...accounts: string[]) => {
    for (const account of accounts) {
      await database.query(addAccount, [account]);
      await database.query(addRun, [account]);
      await makeDue(database, account);
    }
  };
  const end = (turns: RunTurns, account: string, fence: string) =>
    turns.during({ account, fence }, (queries) => endTurn(queries, { account, fence }));

  it('gives each account one turn at a time, however many instances ask at once', async () => {
    await withWork('1', '2', '3');
    const instances = [new RunTurns(database, times), new RunTurns(await open(), times)];
    const taken = await Promise.all(
      instances.flatMap((turns) => Array.from({ length: 4 }, () => turns.take())),
    );
    expect(taken.flatMap((turn) => turn?.account ?? []).sort()).toEqual(['1', '2', '3']);
    expect(await instances[0]?.take()).toBeUndefined();
  });

  it('lets the account that has waited longest go first, and the one that had its turn last', async () => {
    await withWork('1', '2');
    const turns = new RunTurns(database, times);
    const order: string[] = [];
    for (let n = 0; n < 4; n++) {
      const { account, fence } = (await turns.take()) ?? { account: 'none', fence: '0' };
      order.push(account);
      await end(turns, account, fence);
    }
    expect(order).toEqual(['1', '2', '1', '2']);
  });

  it('lets an account with its first work in a while pass those that go round, however many they are', async () => {
    await withWork('1', '2', '3');
    const turns = new RunTurns(database, times);
    const first = await turns.take();
    for (let n = 0; n < 2; n++) {
      const { account, fence } = (await turns.take()) ?? { account: 'none', fence: '0' };
      await end(turns, account, fence);
    }
    await end(turns, first?.account ?? '', first?.fence ?? '');
    await withWork('4');
    expect((await turns.take())?.account).toBe('4');
  });

  it('gives no turn to an account without work, until it has some', async () => {
    await withWork('1');
    const turns = new RunTurns(database, times);
    const first = await turns.take();
    await database.query(`UPDATE runs SET stage = 'ended'`);
    await end(turns, '1', first?.fence ?? '');
    expect(await turns.take()).toBeUndefined();
    await makeDue(database, '1');
    expect(await turns.take()).toEqual({ account: '1', fence: '2' });
  });

  it('gives the turn of a crashed instance to another one, and lets the first write and send nothing more', async () => {
    await withWork('1');
    const turns = new RunTurns(database, times);
    const lost = await turns.take();
    if (!lost) throw new Error('There is a turn.');
    expect(await turns.spareMs(lost)).toBeGreaterThan(0);
    await database.query(`UPDATE run_turns SET lease_until = clock_timestamp() - interval '1 ms'`);
    const work = jest.fn(async () => undefined);
    expect(await turns.spareMs(lost)).toBeUndefined();
    await expect(turns.during(lost, work)).rejects.toThrow(TurnLost);
    await turns.extend([lost]);
    expect(await turns.take()).toEqual({ account: '1', fence: '2' });
    await turns.extend([lost]);
    await expect(turns.during(lost, work)).rejects.toThrow(TurnLost);
    expect(work).not.toHaveBeenCalled();
    expect(await turns.spareMs(lost)).toBeUndefined();
  });

  it('lets a turn last while its instance extends it, and a request start while it lasts longer than that', async () => {
    await withWork('1');
    const turns = new RunTurns(database, times);
    const turn = await turns.take();
    if (!turn) throw new Error('There is a turn.');
    await database.query(`UPDATE run_turns SET lease_until = clock_timestamp() + interval '5 s'`);
    expect(await turns.spareMs(turn)).toBeLessThan(0);
    await turns.extend([turn]);
    expect(await turns.spareMs(turn)).toBeGreaterThan(0);
  });

  it('ends with the account', async () => {
    await withWork('1');
    const turns = new RunTurns(database, times);
    const turn = await turns.take();
    await database.query('DELETE FROM accounts');
    await expect(end(turns, '1', turn?.fence ?? '')).rejects.toThrow(TurnLost);
  });
});
