import type { CrmState } from 'hubspot-local/crm';
import { openDatabase } from '../../server/storage';

/** What must not be in the database. */
export interface Secrets {
  /** Tokens that were used, in the clear. */
  tokens: ReadonlySet<string>;
  /** The account whose names and addresses are looked for. */
  state: CrmState;
}

/** Words that subjects of tickets have too: a role of people, and HubSpot's word in messages about a record that is missing. */
const ownWords = new Set(['admin', 'contact']);

/** Everything in the database that must not be there: tokens, addresses, and words of names. */
export async function foundIn(databaseUrl: string, { tokens, state }: Secrets): Promise<string[]> {
  const database = await openDatabase({ databaseUrl });
  const names = wordsOfNames(state);
  const found = new Set<string>();
  try {
    const tables = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
         AND table_name <> 'migrations'`,
    );
    for (const { name } of tables) {
      const rows = await database.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
      for (const { row } of rows) {
        if (row.includes('@')) found.add(`${name}: an address`);
        for (const token of tokens) if (row.includes(token)) found.add(`${name}: a token`);
        for (const [word] of row.matchAll(/\p{L}{4,}/gu)) if (names.has(word)) found.add(`${name}: ${word}`);
      }
    }
  } finally {
    await database.close();
  }
  return [...found];
}

function wordsOfNames(state: CrmState): Set<string> {
  const words = new Set<string>();
  for (const { properties } of state.allRecords()) {
    for (const name of ['firstname', 'lastname', 'name', 'dealname', 'subject']) {
      for (const [word] of (properties[name] ?? '').matchAll(/\p{L}{4,}/gu))
        if (!ownWords.has(word)) words.add(word);
    }
  }
  return words;
}
