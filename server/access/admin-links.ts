import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../storage';

/** Milliseconds in which a link to the page for admins is opened. */
const linkLifetimeMs = 5 * 60_000;
/** Milliseconds for which the page can be used. */
export const sessionLifetimeMs = 30 * 60_000;

/** An admin on the page. */
export interface AdminSession {
  account: string;
  userId: string;
  /** Proves that a form comes from the page of this session. */
  formToken: string;
}

/** Links to the page for admins, and what a browser holds after it has opened one. */
export class AdminLinks {
  constructor(private readonly parts: { database: Database; secret: string; now(): number }) {}

  /** Makes the secret of a link that opens once. */
  async create(account: string, userId: string): Promise<{ secret: string; expiresAt: number }> {
    const secret = randomBytes(32).toString('base64url');
    const { database, now } = this.parts;
    const expiresAt = now() + linkLifetimeMs;
    await database.query('DELETE FROM admin_links WHERE expires_at < to_timestamp($1 / 1000.0)', [now()]);
    await database.query(
      `INSERT INTO admin_links (link_hash, account_id, user_id, expires_at)
       VALUES ($1, $2, $3, to_timestamp($4 / 1000.0))`,
      [hashOf(secret), account, userId, expiresAt],
    );
    return { secret, expiresAt };
  }

  /** The text of the cookie for the browser that opens a link. Undefined if it is too old, or was opened before. */
  async open(secret: string): Promise<string | undefined> {
    const { database, now } = this.parts;
    const [link] = await database.query<{ account: string; user_id: string }>(
      `DELETE FROM admin_links WHERE link_hash = $1 AND expires_at >= to_timestamp($2 / 1000.0)
       RETURNING account_id::text AS account, user_id::text`,
      [hashOf(secret), now()],
    );
    if (!link) return undefined;
    const session = `${link.account}.${link.user_id}.${now() + sessionLifetimeMs}`;
    return `${session}.${this.macOf('session', session)}`;
  }

  /** The session that a cookie proves. */
  session(cookie: string | undefined): AdminSession | undefined {
    const [, session = '', account = '', userId = '', expires = '', mac = ''] =
      /^((\d{1,18})\.(\d{1,18})\.(\d{1,15}))\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
    if (session === '' || !isSame(this.macOf('session', session), mac)) return undefined;
    if (Number(expires) < this.parts.now()) return undefined;
    return { account, userId, formToken: this.macOf('form', session) };
  }

  private macOf(purpose: string, text: string): string {
    return createHmac('sha256', this.parts.secret).update(`admin ${purpose} ${text}`).digest('base64url');
  }
}

/** Compares in constant time. */
export function isSame(expected: string, given: string): boolean {
  const [one, another] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === another.length && timingSafeEqual(one, another);
}

/** A link that is read in the database cannot be opened. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
