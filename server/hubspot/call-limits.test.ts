/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import type { Database } from '../storage';
import { callStarts, forgetCallStarts, recordCallStarts, shortestSpan } from '../testing/call-starts';
import { onDatabases } from '../testing/on-databases';
import { CallLimits } from './call-limits';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const noLimit = { calls: 1_000, windowMs: 60_000 };

onDatabases((open) => {
  it('admits as many calls as the window holds, then tells how long to wait', async () => {
    const limits = new CallLimits(await open(), { all: { calls: 3, windowMs: 60_000 }, search: noLimit });
    const waits = [];
    for (let call = 0; call < 5; call++) waits.push(await limits.admit('1', 'all'));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    for (const wait of waits.slice(3)) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60_000);
    }
  });

  it('counts each account and each kind of call by itself', async () => {
    const one = { calls: 1, windowMs: 60_000 };
    const limits = new CallLimits(await open(), { all: one, search: one });
    expect(await limits.admit('1', 'all')).toBe(0);
    expect(await limits.admit('1', 'search')).toBe(0);
    expect(await limits.admit('2', 'all')).toBe(0);
    expect(await limits.admit('1', 'all')).toBeGreaterThan(0);
  });

  it('never lets more than the limit start in any window, however many instances ask at once', async () => {
    const limit = { calls: 5, windowMs: 400 };
    const instances = await Promise.all([open(), open(), open()]);
    const [database] = instances as [Database, Database, Database];
    await recordCallStarts(database);
    try {
      await Promise.all(
        Array.from({ length: 15 }, async (_, n) => {
          const limits = new CallLimits(instances[n % 3] as Database, { all: limit, search: noLimit });
          for (let wait = 1; wait > 0;) {
            wait = await limits.admit('1', 'all');
            if (wait > 0) await pause(wait);
          }
        }),
      );
      const starts = (await callStarts(database)).map(({ at }) => at);
      expect(starts).toHaveLength(15);
      expect(shortestSpan(starts, limit.calls)).toBeGreaterThanOrEqual(limit.windowMs);
      const windows = await database.query<{ calls: (number | string)[] }>('SELECT calls FROM call_windows');
      expect(windows[0]?.calls).toHaveLength(limit.calls);
    } finally {
      await forgetCallStarts(database);
    }
  });

  it('has room again when the window has passed', async () => {
    const database = await open();
    const limits = new CallLimits(database, { all: { calls: 1, windowMs: 60_000 }, search: noLimit });
    expect(await limits.admit('1', 'all')).toBe(0);
    expect(await limits.admit('1', 'all')).toBeGreaterThan(0);
    await database.query('UPDATE call_windows SET calls = ARRAY[calls[1] - 60000]');
    expect(await limits.admit('1', 'all')).toBe(0);
    expect(await limits.admit('1', 'all')).toBeGreaterThan(0);
  });
});
