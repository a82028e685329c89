import type { Database, Queries } from '../storage';
import type { TokenCipher } from './token-cipher';

/** The tokens and scopes of an account, from its install or its latest renewal. Times are milliseconds since 1970. */
export interface Account {
  /** HubSpot's account id ("hub id", "portal id"): digits. */
  id: string;
  accessToken: string;
  refreshToken: string;
  scopes: readonly string[];
  /** The time at which the access token expires. */
  expiresAt: number;
  /** HubSpot's id of the user who granted access, as HubSpot's answer to a token request names it. Not stored. */
  userId?: string;
}

interface Row {
  tokens: string;
  key_id: string;
  scopes: string[];
  expires_ms: number | string;
}

/** The accounts that installed the app, their tokens encrypted. */
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly cipher: TokenCipher,
    private readonly now: () => number,
  ) {}

  /** Undefined for an account without the app. Re-encrypts with the current key what an older key encrypted. */
  async find(id: string): Promise<Account | undefined> {
    const [row] = await this.database.query<Row>(
      `SELECT tokens, key_id, scopes, extract(epoch FROM expires_at) * 1000 AS expires_ms
       FROM accounts WHERE account_id = $1`,
      [id],
    );
    if (!row) return undefined;
    const plain = this.cipher.open({ keyId: row.key_id, text: row.tokens }, id);
    if (row.key_id !== this.cipher.keyId) await this.sealAgain(id, plain, row);
    const [accessToken, refreshToken] = JSON.parse(plain) as [string, string];
    return { id, accessToken, refreshToken, scopes: row.scopes, expiresAt: Number(row.expires_ms) };
  }

  /** Whether the account has installed the app. */
  async has(id: string): Promise<boolean> {
    return (
      (await this.database.query('SELECT 1 AS one FROM accounts WHERE account_id = $1', [id])).length > 0
    );
  }

  /**
   * Runs work that changes an account (install, renewal, removal) under a lock that all instances share, so that no other
   * instance changes the account between the work's reads and writes.
   */
  withLock<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.database.withLock(`account ${id}`, work);
  }

  /**
   * Inserts or replaces an account. The time of its first install is kept. If the account has no admin yet, the user who
   * granted access becomes one.
   */
  async save({ id, accessToken, refreshToken, scopes, expiresAt, userId }: Account): Promise<void> {
    const { keyId, text } = this.cipher.seal(JSON.stringify([accessToken, refreshToken]), id);
    await this.database.transaction(async ({ query }: Queries) => {
      await query(
        `INSERT INTO accounts (account_id, tokens, key_id, scopes, expires_at, installed_at, renewed_at)
         VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0))
         ON CONFLICT (account_id) DO UPDATE SET tokens = excluded.tokens, key_id = excluded.key_id,
           scopes = excluded.scopes, expires_at = excluded.expires_at, renewed_at = excluded.renewed_at`,
        [id, text, keyId, scopes, expiresAt, this.now()],
      );
      if (userId === undefined) return;
      await query(
        `INSERT INTO people (account_id, user_id, role) SELECT $1, $2, 'admin'
         WHERE NOT EXISTS (SELECT 1 FROM people WHERE account_id = $1 AND role = 'admin' AND user_id IS NOT NULL)
         ON CONFLICT (account_id, user_id) DO UPDATE SET role = 'admin'`,
        [id, userId],
      );
    });
  }

  /** Deletes all stored data of an account, its runs included. */
  async remove(id: string): Promise<void> {
    await this.database.transaction(async ({ query }: Queries) => {
      // In this order, because a turn at the account's runs locks them in the order of turn and run.
      await query('SELECT 1 AS one FROM accounts WHERE account_id = $1 FOR UPDATE', [id]);
      await query('DELETE FROM run_turns WHERE account_id = $1', [id]);
      await query('DELETE FROM accounts WHERE account_id = $1', [id]);
      await query('DELETE FROM call_windows WHERE account_id = $1', [id]);
    });
  }

  /** Ids of accounts whose tokens were not renewed for `ms` milliseconds, the longest first. */
  async idleFor(ms: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT account_id::text AS id FROM accounts WHERE renewed_at < to_timestamp($1 / 1000.0)
       ORDER BY renewed_at LIMIT $2`,
      [this.now() - ms, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of accounts whose tokens are encrypted with an older key. */
  async sealedByOlderKey(limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT account_id::text AS id FROM accounts WHERE key_id <> $1 ORDER BY account_id LIMIT $2',
      [this.cipher.keyId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Replaces only the text that was read, so that tokens renewed in the meantime are kept. */
  private async sealAgain(id: string, plain: string, { tokens }: Row): Promise<void> {
    const { keyId, text } = this.cipher.seal(plain, id);
    await this.database.query(
      'UPDATE accounts SET tokens = $3, key_id = $4 WHERE account_id = $1 AND tokens = $2',
      [id, tokens, text, keyId],
    );
  }
}
