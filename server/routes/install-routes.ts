import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import type { Access } from '../access/access';
import type { Accounts } from '../accounts/accounts';
import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import { pageHtml, pagePolicy } from '../pages/page';
import { languageOf } from '../pages/language';
import type { PageName } from '../pages/words';
import { DatabaseUnavailable, type Database } from '../storage';
import { isOwnState, newState, stateLifetimeMs } from './install-state';

/** The app's credentials and addresses for an install. */
export interface InstallSettings {
  /** The public address of the back end, without a trailing slash. */
  publicUrl: string;
  /** HubSpot's consent page. */
  authorizeUrl: string;
  clientId: string;
  clientSecret: string;
  /** Milliseconds since 1970. */
  now(): number;
}

interface Parts {
  database: Database;
  accounts: Accounts;
  access: Pick<Access, 'addInstaller'>;
  oauth: HubSpotOAuth;
  log: Log;
}

const nonceCookie = 'install';

const statuses: Record<PageName, ContentfulStatusCode> = {
  installed: 200,
  declined: 400,
  stale: 400,
  refused: 400,
  hubspotUnavailable: 502,
  databaseUnavailable: 503,
};

/** `/oauth/install` redirects to HubSpot's consent page; `/oauth/callback` stores the tokens that the account granted. */
export function installRoutes(settings: InstallSettings, parts: Parts) {
  const { publicUrl, authorizeUrl } = settings;
  const app = new Hono();
  app.get('/oauth/install', (c) => begin(c, settings));
  app.get('/oauth/callback', async (c) => show(c, await finish(c, settings, parts)));
  app.onError((error, c) => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    parts.log({ event: 'database_away', path: c.req.path });
    return show(c, 'databaseUnavailable');
  });
  return app;

  function show(c: Context, name: PageName) {
    const href = name === 'installed' ? new URL(authorizeUrl).origin : `${publicUrl}/oauth/install`;
    c.header('content-security-policy', pagePolicy);
    c.header('vary', 'accept-language');
    return c.html(pageHtml(languageOf(c.req.header('accept-language')), name, href), statuses[name]);
  }
}

const redirectUriOf = ({ publicUrl }: InstallSettings) => `${publicUrl}/oauth/callback`;

/** Sets the cookie that binds the install to this browser, and redirects to HubSpot. */
function begin(c: Context, settings: InstallSettings) {
  const { publicUrl, authorizeUrl, clientId, clientSecret, now } = settings;
  const redirectUri = redirectUriOf(settings);
  const { state, nonce } = newState(clientSecret, now());
  setCookie(c, nonceCookie, nonce, {
    path: new URL(redirectUri).pathname,
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    // HubSpot returns to the callback by a top-level GET navigation, with which browsers send Lax cookies.
    sameSite: 'Lax',
    maxAge: stateLifetimeMs / 1000,
  });
  const url = new URL(authorizeUrl);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('redirect_uri', redirectUri);
  url.searchParams.set('scope', requiredScopes.join(' '));
  url.searchParams.set('optional_scope', optionalScopes.join(' '));
  url.searchParams.set('state', state);
  // HubSpot's own install addresses encode a space as %20.
  return c.redirect(url.href.replaceAll('+', '%20'));
}

/** Stores the granted tokens if the install began in this browser. Returns the name of the result page. */
async function finish(
  c: Context,
  settings: InstallSettings,
  { database, accounts, access, oauth, log }: Parts,
): Promise<PageName> {
  const { code, state, error } = c.req.query();
  const { clientSecret, now } = settings;
  if (!isOwnState(state, getCookie(c, nonceCookie), clientSecret, now())) return 'stale';
  if (error !== undefined) return 'declined';
  if (!code) return 'stale';
  // A code is valid once, so it is not used while the database cannot store the tokens.
  await database.query('SELECT 1');
  const granted = await oauth.exchange(code, redirectUriOf(settings));
  if (granted.kind !== 'granted') {
    log({ event: 'install_failed', reason: granted.reason });
    return granted.kind === 'refused' ? 'refused' : 'hubspotUnavailable';
  }
  const { account } = granted;
  await accounts.withLock(account.id, async () => {
    await accounts.save(account);
    if (account.userId !== undefined) await access.addInstaller(account.id, account.userId);
  });
  log({ event: 'installed', account: account.id, scopes: account.scopes.length });
  return 'installed';
}
