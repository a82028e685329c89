/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { onDatabases } from '../testing/on-databases';
import type { Database } from '../storage';
import { RunStore } from './run-store';

const days = 24 * 60 * 60_000;
const addAccount = `INSERT INTO accounts (account_id, tokens, key_id, scopes, expires_at, installed_at, renewed_at)
  VALUES (1, 't', 'k', '{}', now(), now(), now())`;
const addRun = `WITH run AS (
    INSERT INTO runs (account_id, user_id, key, object_type, record_id, records, to_object_type, operation, total, stage,
      created_at, ended_at)
    VALUES (1, 1, $1, '0-2', 1, '{1}', '0-1', '{}', 1, $2, now() - $3::interval, now() - $4::interval) RETURNING run_id)
  INSERT INTO run_parts (run_id, position, size, lines, outcomes) SELECT run_id, 0, 1, '[]', '{}' FROM run`;

onDatabases((open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
    await database.query(addAccount);
  });
  const add = (key: string, stage: string, created: string, ended: string | null = null) =>
    database.query(addRun, [key, stage, created, ended]);
  const kept = async () => {
    const rows = await database.query<{ key: string }>(
      'SELECT key FROM runs JOIN run_parts USING (run_id) ORDER BY key',
    );
    return rows.map(({ key }) => key);
  };

  it.each(['run', 'after', 'undo'])('shows a deleted run to nobody, and stops it, while its stage is %s', async (stage) => {
    await add('at work', stage, '1 minute');
    const store = new RunStore(database);
    expect(await store.delete('1')).toBe(1);
    const [row] = await database.query('SELECT doomed, stopped FROM runs');
    expect(row).toEqual({ doomed: true, stopped: true });
    const asked = { account: '1', userId: '1' };
    expect((await store.list(asked, { record: { objectType: '0-2', id: '1' } })).rows).toEqual([]);
    expect(await store.delete('1')).toBe(0);
  }); // prettier-ignore

  describe('deleting old runs', () => {
    it('deletes those that ended before the time for which they are kept, with their lines', async () => {
      await add('ended long ago', 'ended', '91 days', '91 days');
      await add('ended lately', 'ended', '91 days', '89 days');
      expect(await new RunStore(database).deleteOld(90 * days)).toBe(1);
      expect(await kept()).toEqual(['ended lately']);
    });

    it('deletes those that nobody has begun for an hour', async () => {
      await add('handed over for long', 'receiving', '61 minutes');
      await add('handed over now', 'receiving', '59 minutes');
      expect(await new RunStore(database).deleteOld(90 * days)).toBe(1);
      expect(await kept()).toEqual(['handed over now']);
    });

    it.each(['run', 'after', 'undo'])('leaves one that has not ended: %s', async (stage) => {
      await add('at work', stage, '200 days');
      expect(await new RunStore(database).deleteOld(90 * days)).toBe(0);
      expect(await kept()).toEqual(['at work']);
    });

    it('deletes however many there are', async () => {
      await add('first', 'ended', '91 days', '91 days');
      await database.script(`
        INSERT INTO runs (account_id, user_id, key, object_type, record_id, records, to_object_type, operation, total, stage,
          created_at, ended_at)
        SELECT account_id, user_id, n::text, object_type, record_id, records, to_object_type, operation, total, stage,
          created_at, ended_at FROM runs, generate_series(1, 400) AS n;
        INSERT INTO run_parts (run_id, position, size, lines, outcomes)
        SELECT runs.run_id, part.position, part.size, part.lines, part.outcomes FROM runs, run_parts AS part
        WHERE runs.key <> 'first'`);
      expect(await kept()).toHaveLength(401);
      expect(await new RunStore(database).deleteOld(90 * days)).toBe(401);
      expect(await kept()).toEqual([]);
    });
  });
});
