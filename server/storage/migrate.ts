import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from './database';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Runs the pending migrations in the order of their names, all in one transaction. */
export async function migrate(database: Database): Promise<void> {
  await database.withLock('migrations', () =>
    database.transaction(async ({ query, script }) => {
      await script(
        'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
      );
      const applied = await query<{ name: string }>('SELECT name FROM migrations');
      const known = new Set(applied.map(({ name }) => name));
      for (const name of readdirSync(folder).sort()) {
        if (known.has(name)) continue;
        await script(readFileSync(`${folder}${name}`, 'utf8'));
        await query('INSERT INTO migrations (name) VALUES ($1)', [name]);
      }
    }),
  );
}
