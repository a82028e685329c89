import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import type { Accounts } from '../accounts/accounts';
import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import { pageHtml, pagePolicy } from '../pages/page';
import { languageOf, type PageName } from '../pages/page-words';
import { DatabaseUnavailable, type Database } from '../storage';
import { isOwnState, newState, stateLifetimeMs } from './install-state';

/** What an install needs to know of the app and of its own address. */
export interface InstallSettings {
  /** The back end's own, without a slash at its end. */
  publicUrl: string;
  /** HubSpot's page where a person agrees. */
  authorizeUrl: string;
  clientId: string;
  clientSecret: string;
  /** Milliseconds since 1970. */
  now(): number;
}

interface Parts {
  database: Database;
  accounts: Accounts;
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

/** `/oauth/install` sends a person to HubSpot to agree; `/oauth/callback` stores what the account granted. */
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

/** Marks the browser as the one in which this install began, and sends it to HubSpot. */
function begin(c: Context, settings: InstallSettings) {
  const { publicUrl, authorizeUrl, clientId, clientSecret, now } = settings;
  const redirectUri = redirectUriOf(settings);
  const { state, nonce } = newState(clientSecret, now());
  setCookie(c, nonceCookie, nonce, {
    path: new URL(redirectUri).pathname,
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    // HubSpot's page sends the browser back by a link of its own, which Lax lets through.
    sameSite: 'Lax',
    maxAge: stateLifetimeMs / 1000,
  });
  const url = new URL(authorizeUrl);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('redirect_uri', redirectUri);
  url.searchParams.set('scope', requiredScopes.join(' '));
  url.searchParams.set('optional_scope', optionalScopes.join(' '));
  url.searchParams.set('state', state);
  // A space as HubSpot writes it in its own install addresses.
  return c.redirect(url.href.replaceAll('+', '%20'));
}

/** Stores what the account granted, if the install began here; returns what it came to. */
async function finish(
  c: Context,
  settings: InstallSettings,
  { database, accounts, oauth, log }: Parts,
): Promise<PageName> {
  const { code, state, error } = c.req.query();
  const { clientSecret, now } = settings;
  if (!isOwnState(state, getCookie(c, nonceCookie), clientSecret, now())) return 'stale';
  if (error !== undefined) return 'declined';
  if (!code) return 'stale';
  // A code is good once: it is not spent while what it brings could not be stored.
  await database.query('SELECT 1');
  const granted = await oauth.exchange(code, redirectUriOf(settings));
  if (granted.kind !== 'granted') {
    log({ event: 'install_failed', reason: granted.reason });
    return granted.kind === 'refused' ? 'refused' : 'hubspotUnavailable';
  }
  const { account } = granted;
  await accounts.withLock(account.id, () => accounts.save(account));
  log({ event: 'installed', account: account.id, scopes: account.scopes.length });
  return 'installed';
}
