import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import type { Accounts } from '../accounts/accounts';
import type { HubSpotOAuth } from '../hubspot/oauth';
import type { Log } from '../log';
import { pageHtml, pagePolicy } from '../pages/page';
import { languageOf, type PageName } from '../pages/page-words';
import { DatabaseAway, type Database } from '../storage';
import { isOwnState, newState, stateLifetimeMs } from './install-state';

export interface InstallSettings {
  publicUrl: string;
  authorizeUrl: string;
  clientId: string;
  clientSecret: string;
  now(): number;
}

interface Parts {
  database: Database;
  accounts: Accounts;
  oauth: HubSpotOAuth;
  log: Log;
}

const nonceCookie = 'install';

/** `/oauth/install` sends a person to HubSpot to agree; `/oauth/callback` stores what the account granted. */
export function installRoutes(settings: InstallSettings, { database, accounts, oauth, log }: Parts) {
  const { publicUrl, authorizeUrl, clientId, clientSecret, now } = settings;
  const redirectUri = `${publicUrl}/oauth/callback`;
  const app = new Hono();

  app.get('/oauth/install', (c) => {
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
  });

  app.get('/oauth/callback', async (c) => {
    const { code, state, error } = c.req.query();
    if (!isOwnState(state, getCookie(c, nonceCookie), clientSecret, now())) return show(c, 400, 'stale');
    if (error !== undefined) return show(c, 400, 'declined');
    if (!code) return show(c, 400, 'stale');
    // A code is good once: it is not spent while what it brings could not be stored.
    await database.query('SELECT 1');
    const granted = await oauth.exchange(code, redirectUri);
    if (granted.kind !== 'granted') {
      log({ event: 'install_failed', reason: granted.reason });
      return granted.kind === 'refused' ? show(c, 400, 'refused') : show(c, 502, 'hubspotAway');
    }
    const { account } = granted;
    await accounts.alone(account.id, () => accounts.save(account));
    log({ event: 'installed', account: account.id, scopes: account.scopes.length });
    return show(c, 200, 'installed');
  });

  app.onError((error, c) => {
    if (!(error instanceof DatabaseAway)) throw error;
    log({ event: 'database_away', path: c.req.path });
    return show(c, 503, 'databaseAway');
  });
  return app;

  function show(c: Context, status: ContentfulStatusCode, name: PageName) {
    const href = name === 'installed' ? new URL(authorizeUrl).origin : `${publicUrl}/oauth/install`;
    c.header('content-security-policy', pagePolicy);
    c.header('vary', 'accept-language');
    return c.html(pageHtml(languageOf(c.req.header('accept-language')), name, href), status);
  }
}
