import { createHmac } from 'node:crypto';
import type { Database, Queries } from '../storage';

/** Who may use the app in an account. Its admins always may. */
export const allowances = ['everyone', 'named', 'admins'] as const;
export type Allowance = (typeof allowances)[number];

/** What a person may do. */
export const roles = ['user', 'admin'] as const;
export type Role = (typeof roles)[number];

/** The user who calls, as HubSpot signed it. */
export interface Identity {
  account: string;
  userId: string;
  /** Empty if HubSpot names none. */
  email: string;
}

/** What a user may do in an account. */
export interface Permission {
  /** Whether the account has installed the app. */
  isInstalled: boolean;
  mayUse: boolean;
  mayAdminister: boolean;
  /** Whom to ask, in the words of an admin; may be empty. */
  ask: string;
}

/** A person who is named in the settings. */
export interface Person {
  id: string;
  /** Absent until somebody who was named by an address uses the card. */
  userId: string | null;
  /** The first letter and the domain of the address by which the person was named. */
  hint: string | null;
  role: Role;
}

/** The settings of an account. */
export interface AccessSettings {
  allowed: Allowance;
  ask: string;
  people: Person[];
}

/** The most characters of `ask`. */
export const maxAskLength = 200;
/** The most people who can be named in an account. */
const maxPeople = 500;

/** The result of a change of people. `last_admin`: nothing changed, because no admin would be left who is known by a user id. */
export type Change = 'done' | 'too_many' | 'last_admin';

interface Row {
  allowed: Allowance | null;
  ask: string | null;
  role: Role | null;
  person: string | null;
  known: boolean;
}

/**
 * Who may use the app, account by account. HubSpot signs who calls, but not which rights or teams the person has, and its
 * API tells that only to apps with a further scope (`settings.users.read`). So the person who installed the app is its first
 * admin, and names all others.
 */
export class Access {
  constructor(
    private readonly database: Database,
    /** Makes the MACs of addresses. */
    private readonly secret: string,
  ) {}

  /** What a user may do. An account without the app is open: what is missing is the app. */
  async of({ account, userId, email }: Identity): Promise<Permission> {
    const rows = await this.database.query<Row>(
      `SELECT s.allowed, s.ask, p.role, p.person_id::text AS person, p.user_id IS NOT NULL AS known
       FROM accounts a LEFT JOIN access s USING (account_id)
         LEFT JOIN people p ON p.account_id = a.account_id AND (p.user_id = $2 OR p.email_mac = $3)
       WHERE a.account_id = $1`,
      [account, userId, this.macOf(account, email)],
    );
    const newcomer = rows.find(({ person, known }) => person !== null && !known);
    if (newcomer?.person) await this.bind(account, userId, newcomer.person);
    const held = rows.map(({ role }) => role);
    const { allowed = null, ask = null } = rows[0] ?? {};
    const mayAdminister = held.includes('admin');
    const isNamed = held.includes('user');
    const mayUse =
      mayAdminister || allowed === null || allowed === 'everyone' || (allowed === 'named' && isNamed);
    return { isInstalled: rows.length > 0, mayUse, mayAdminister, ask: ask ?? '' };
  }

  /** Makes the person who installed the app an admin of it. */
  async addInstaller(account: string, userId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO people (account_id, user_id, role) VALUES ($1, $2, 'admin')
       ON CONFLICT (account_id, user_id) DO UPDATE SET role = 'admin'`,
      [account, userId],
    );
  }

  async settings(account: string): Promise<AccessSettings> {
    const [row] = await this.database.query<{ allowed: Allowance; ask: string }>(
      'SELECT allowed, ask FROM access WHERE account_id = $1',
      [account],
    );
    const people = await this.database.query<Person>(
      `SELECT person_id::text AS id, user_id::text AS "userId", hint, role FROM people WHERE account_id = $1
       ORDER BY role, person_id`,
      [account],
    );
    return { allowed: 'everyone', ask: '', ...row, people };
  }

  /** Changes who may use the app. */
  async allow(account: string, allowed: Allowance, ask: string): Promise<void> {
    await this.database.query(
      `INSERT INTO access (account_id, allowed, ask) SELECT account_id, $2, $3 FROM accounts WHERE account_id = $1
       ON CONFLICT (account_id) DO UPDATE SET allowed = excluded.allowed, ask = excluded.ask`,
      [account, allowed, ask],
    );
  }

  /** Names a person by a HubSpot user id or an address, or changes the role of one. */
  async name(account: string, who: { userId: string } | { email: string }, role: Role): Promise<Change> {
    return this.changing(account, async ({ query }) => {
      const [{ n = 0 } = {}] = await query<{ n: number }>(
        'SELECT count(*)::int AS n FROM people WHERE account_id = $1',
        [account],
      );
      if (n >= maxPeople) return 'too_many';
      const isId = 'userId' in who;
      const [column, value] = isId ? ['user_id', who.userId] : ['email_mac', this.macOf(account, who.email)];
      await query(
        `INSERT INTO people (account_id, ${column}, hint, role) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, ${column}) DO UPDATE SET role = excluded.role`,
        [account, value, isId ? null : hintOf(who.email), role],
      );
      return keepsAdmin(query, account);
    });
  }

  /** Takes a person out. */
  async remove(account: string, person: string): Promise<Change> {
    return this.changing(account, async ({ query }) => {
      await query('DELETE FROM people WHERE account_id = $1 AND person_id = $2', [account, person]);
      return keepsAdmin(query, account);
    });
  }

  /** Runs a change of the people of an account, alone. */
  private async changing(account: string, work: (queries: Queries) => Promise<Change>): Promise<Change> {
    try {
      return await this.database.transaction(async (queries) => {
        await queries.query('SELECT 1 AS one FROM accounts WHERE account_id = $1 FOR UPDATE', [account]);
        return work(queries);
      });
    } catch (error) {
      if (error instanceof LastAdmin) return 'last_admin';
      throw error;
    }
  }

  /** Enters the user id of a person who was named by an address. The address is not needed any more. */
  private async bind(account: string, userId: string, person: string): Promise<void> {
    await this.changing(account, async ({ query }) => {
      // The same person may be named by the id, too.
      const [named] = await query<{ role: Role; hint: string | null }>(
        'DELETE FROM people WHERE account_id = $1 AND person_id = $2 AND user_id IS NULL RETURNING role, hint',
        [account, person],
      );
      if (!named) return 'done';
      await query(
        `INSERT INTO people AS p (account_id, user_id, hint, role) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, user_id) DO UPDATE SET hint = excluded.hint,
           role = CASE WHEN 'admin' IN (p.role, excluded.role) THEN 'admin' ELSE 'user' END`,
        [account, userId, named.hint, named.role],
      );
      return 'done';
    });
  }

  private macOf(account: string, email: string): string {
    if (email === '') return '';
    const normal = email.trim().toLowerCase();
    return createHmac('sha256', this.secret).update(`person ${account} ${normal}`).digest('base64url');
  }
}

/** Rolls a change back. */
class LastAdmin extends Error {}

async function keepsAdmin(query: Queries['query'], account: string): Promise<Change> {
  const rows = await query(
    `SELECT 1 AS one FROM people WHERE account_id = $1 AND role = 'admin' AND user_id IS NOT NULL LIMIT 1`,
    [account],
  );
  if (rows.length === 0) throw new LastAdmin();
  return 'done';
}

function hintOf(email: string): string {
  const [first = ''] = email.trim();
  return `${first}…${email.trim().slice(email.trim().lastIndexOf('@'))}`;
}
