import { DatabaseUnavailable } from '../storage';
import type { Account } from './accounts';
import { Maintenance } from './maintenance';

const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Maintenance over accounts in memory; `idle` says which accounts nobody used, or fails. */
function maintenanceOf(idle: () => Promise<string[]>) {
  const seen: string[] = [];
  const lines: object[] = [];
  const maintenance = new Maintenance({
    accounts: {
      sealedByOlderKey: async (limit) => (seen.push(`sealed ${limit}`), ['9']),
      idleFor: async (ms, limit) => (seen.push(`idle ${ms / hour} h, ${limit}`), idle()),
      find: async (id) => (seen.push(`find ${id}`), id === 'gone' ? undefined : ({ id } as Account)),
    },
    tokens: {
      renew: async (account) => {
        seen.push(`renew ${account.id}`);
        return { kind: 'ready', account };
      },
    },
    runs: { deleteOld: async (ms) => (seen.push(`runs ${ms / hour} h`), 0) },
    keptMs: 90 * 24 * hour,
    log: (line) => lines.push(line),
  });
  return { maintenance, seen, lines };
}

const round = ['runs 2160 h', 'sealed 20000', 'find 9', 'idle 24 h, 500'];

describe('the maintenance', () => {
  it('reads what an older key encrypted, and renews what was idle for a day and is still there', async () => {
    const { maintenance, seen } = maintenanceOf(async () => ['1', 'gone', '2']);
    await maintenance.run();
    expect(seen).toEqual([...round, 'find 1', 'renew 1', 'find gone', 'find 2', 'renew 2']);
  });

  it('comes a minute after the start, and then every hour', async () => {
    const { maintenance, seen } = maintenanceOf(async () => []);
    maintenance.start();
    await jest.advanceTimersByTimeAsync(minute - 1);
    expect(seen).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(seen).toEqual(round);
    await jest.advanceTimersByTimeAsync(hour);
    await jest.advanceTimersByTimeAsync(hour);
    expect(seen).toEqual([...round, ...round, ...round]);
    await maintenance.stop();
  });

  it.each([
    [new DatabaseUnavailable('no server'), { event: 'database_away' }],
    [new TypeError('of token-1'), { event: 'defect', error: 'TypeError', at: expect.any(Array) }],
  ])('logs what went wrong (%s), and comes again', async (error, line) => {
    const { maintenance, seen, lines } = maintenanceOf(() => Promise.reject(error));
    maintenance.start();
    await jest.advanceTimersByTimeAsync(minute);
    expect(lines).toEqual([line]);
    expect(JSON.stringify(lines)).not.toContain('token-1');
    await jest.advanceTimersByTimeAsync(hour);
    expect(seen).toEqual([...round, ...round]);
    await maintenance.stop();
  });

  it('does not come after it was stopped', async () => {
    const { maintenance, seen } = maintenanceOf(async () => []);
    maintenance.start();
    await maintenance.stop();
    await jest.advanceTimersByTimeAsync(2 * hour);
    expect(seen).toEqual([]);
  });

  it('is stopped when the account it is at is done, and goes on to no other', async () => {
    let release: (ids: string[]) => void = () => undefined;
    const { maintenance, seen } = maintenanceOf(() => new Promise((resolve) => (release = resolve)));
    maintenance.start();
    await jest.advanceTimersByTimeAsync(minute);
    let isStopped = false;
    const stopped = maintenance.stop().then(() => (isStopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(isStopped).toBe(false);
    release(['1', '2']);
    await stopped;
    await jest.advanceTimersByTimeAsync(2 * hour);
    expect(seen).toEqual(round);
  });
});
