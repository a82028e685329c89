import type { Language } from '@bulk-associate/messages';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { allowances, maxAskLength, roles, type Access } from '../access/access';
import { isSame, sessionLifetimeMs, type AdminLinks, type AdminSession } from '../access/admin-links';
import type { Log } from '../log';
import { adminNotice, adminPage, adminPolicy } from '../pages/admin-page';
import { languageOf } from '../pages/language';
import { adminDone, adminErrors, type AdminDone, type AdminError } from '../pages/words';
import { DatabaseUnavailable } from '../storage';
import type { RunStore } from '../runs/run-store';

interface Parts {
  publicUrl: string;
  access: Access;
  links: AdminLinks;
  runs: Pick<RunStore, 'delete'>;
  /** How many days runs are kept. */
  days: number;
  /** Lets runs stop that were deleted. */
  wake(): void;
  log: Log;
}

const cookieName = 'admin';

type Fields = Record<string, string>;
type Result = { done: AdminDone } | { error: AdminError };

/**
 * The page for admins. `/admin/open` takes a link of `open_administration`, once, and gives the browser a session of half
 * an hour. Every form of the page needs the session, its token, and a user who is still an admin.
 */
export function adminRoutes(parts: Parts) {
  const { publicUrl, access, links, runs, days, log } = parts;
  const app = new Hono();
  const change = (
    path: string,
    event: string,
    work: (session: AdminSession, fields: Fields) => Promise<Result>,
  ) => {
    app.post(path, bodyLimit({ maxSize: 16 * 1024 }), async (c) => {
      const fields = textsIn(await c.req.parseBody());
      const language = languageIn(c, fields['language']);
      const session = await sessionOf(c);
      const isOwnForm = isSame(session?.formToken ?? '', fields['form'] ?? '');
      const origin = c.req.header('origin');
      if (!session || !isOwnForm || (origin !== undefined && origin !== publicUrl)) {
        return notice(c, 'expired', language);
      }
      const result = await work(session, fields);
      if ('done' in result) log({ event, account: session.account, ...result });
      const query = new URLSearchParams({ ...result, language });
      return c.redirect(`${publicUrl}/admin?${query}`, 303);
    });
  };

  app.get('/admin/open', async (c) => {
    const language = languageIn(c, c.req.query('language'));
    const cookie = await links.open(c.req.query('link') ?? '');
    if (cookie === undefined) return notice(c, 'expired', language);
    setCookie(c, cookieName, cookie, {
      path: '/admin',
      httpOnly: true,
      secure: publicUrl.startsWith('https:'),
      // The browser comes from HubSpot by a top-level GET navigation, with which it sends Lax cookies.
      sameSite: 'Lax',
      maxAge: sessionLifetimeMs / 1000,
    });
    return c.redirect(`${publicUrl}/admin?${new URLSearchParams({ language })}`, 303);
  });

  app.get('/admin', async (c) => {
    const { language: wanted, done, error } = c.req.query();
    const language = languageIn(c, wanted);
    const session = await sessionOf(c);
    if (!session) return notice(c, 'expired', language);
    c.header('content-security-policy', adminPolicy);
    const view = {
      session,
      settings: await access.settings(session.account),
      days,
      done: adminDone.find((each) => each === done),
      error: adminErrors.find((each) => each === error),
    };
    return c.html(adminPage(language, view));
  });

  change('/admin/access', 'access_changed', async ({ account }, { allowed: given, ask = '' }) => {
    const allowed = allowances.find((each) => each === given);
    if (!allowed || ask.length > maxAskLength) return { error: 'ask' };
    await access.allow(account, allowed, ask.trim());
    return { done: 'saved' };
  });

  change('/admin/people', 'access_changed', async ({ account }, { who = '', role: given }) => {
    const named = readWho(who.trim());
    const role = roles.find((each) => each === given);
    if (!named || !role) return { error: 'who' };
    const changed = await access.name(account, named, role);
    return changed === 'done' ? { done: 'named' } : { error: changed };
  });

  change('/admin/people/remove', 'access_changed', async ({ account }, { person = '' }) => {
    if (!/^\d{1,18}$/.test(person)) return { error: 'who' };
    const changed = await access.remove(account, person);
    return changed === 'done' ? { done: 'removed' } : { error: changed };
  });

  change('/admin/runs/delete', 'runs_deleted', async ({ account }, { confirmed }) => {
    if (confirmed !== 'yes') return { error: 'unconfirmed' };
    await runs.delete(account);
    parts.wake();
    return { done: 'deleted' };
  });

  app.onError((error, c) => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    log({ event: 'database_away', path: c.req.path });
    return notice(c, 'unavailable', languageIn(c, c.req.query('language')));
  });
  return app;

  /** The session of the browser, if its user is still an admin. */
  async function sessionOf(c: Context): Promise<AdminSession | undefined> {
    const session = links.session(getCookie(c, cookieName));
    if (!session) return undefined;
    const { mayAdminister } = await access.of({ ...session, email: '' });
    return mayAdminister ? session : undefined;
  }
}

function notice(c: Context, what: 'expired' | 'unavailable', language: Language) {
  c.header('content-security-policy', adminPolicy);
  return c.html(adminNotice(language, what), what === 'expired' ? 403 : 503);
}

function languageIn(c: Context, wanted: string | undefined): Language {
  c.header('vary', 'accept-language');
  return languageOf(wanted || c.req.header('accept-language'));
}

function textsIn(body: Record<string, unknown>): Fields {
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Digits are a HubSpot user id; an address has one `@` with something on both sides. */
function readWho(text: string): { userId: string } | { email: string } | undefined {
  if (/^[1-9]\d{0,17}$/.test(text)) return { userId: text };
  return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { email: text } : undefined;
}
