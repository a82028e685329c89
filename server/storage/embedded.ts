import { PGlite, type Transaction } from '@electric-sql/pglite';
import { mkdirSync } from 'node:fs';
import { lockFolder } from './folder-lock';
import type { Database, Queries, Transactions } from './database';

/** Postgres inside this process (PGlite), in a folder or in memory. For one instance only. */
export async function openEmbedded(folder?: string): Promise<Database> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = folder === undefined ? () => undefined : lockFolder(folder);
  const engine = folder === undefined ? await PGlite.create() : await PGlite.create(`${folder}/postgres`);
  const transactions: Transactions = {
    ...queriesOn(engine),
    transaction: (work) => engine.transaction((transaction) => work(queriesOn(transaction))),
  };
  return {
    ...transactions,
    background: transactions,
    withLock: processLocks(),
    close: async () => {
      await engine.close();
      release();
    },
  };
}

function queriesOn(target: PGlite | Transaction): Queries {
  return {
    query: async <Row extends object>(sql: string, values: unknown[] = []) => {
      const { rows } = await target.query<Row>(sql, values);
      return rows;
    },
    script: async (sql) => {
      await target.exec(sql);
    },
  };
}

/** Only one process uses the folder, so a lock within the process is enough. */
function processLocks(): Database['withLock'] {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key);
    const mine = (async () => {
      await before?.catch(() => undefined);
      return work();
    })();
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
