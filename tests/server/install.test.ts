/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { homeAccount } from 'hubspot-local/crm';
import type { HostedServer } from '../../server/app';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import {
  account,
  beginInstall,
  deleteAccount,
  describeContacts,
  Hosting,
  install,
  marketplaceApp,
  openCallback,
  otherAccount,
  publicUrl,
} from './hosted-app';

let hosting: Hosting;
let server: HostedServer;

beforeAll(async () => {
  hosting = await Hosting.start();
  server = await hosting.createServer();
}, 60_000);
beforeEach(async () => {
  await deleteAccount(server);
  hosting.reset();
});
afterAll(async () => {
  await server.close();
  await hosting.hubspot.close();
});

const isInstalled = async (id = account) => (await describeContacts(server, { account: id })).status === 200;

describe('an install', () => {
  it('asks HubSpot for the app’s scopes, and to come back here', async () => {
    const { begin, consentPage } = await beginInstall(server, hosting.crm);
    expect(begin.status).toBe(302);
    expect(Object.fromEntries(new URL(consentPage).searchParams)).toEqual({
      client_id: marketplaceApp.clientId,
      redirect_uri: `${publicUrl}/oauth/callback`,
      scope: requiredScopes.join(' '),
      optional_scope: optionalScopes.join(' '),
      state: expect.any(String),
    });
    expect(begin.headers.get('set-cookie')).toMatch(
      /^install=[\w-]{24}; Max-Age=1800; Path=\/oauth\/callback; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('ends with a page that says what to do next, in the browser’s language', async () => {
    const page = await install(server, hosting.crm);
    expect(await page.text()).toContain('Bulk Associate is installed');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('vary')).toBe('accept-language');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const { callback, cookie } = await beginInstall(server, hosting.crm);
    const japanese = await openCallback(server, callback, cookie, 'ja-JP,ja;q=0.9');
    expect(await japanese.text()).toContain('インストールしました');
  });

  it('lets the account use the app, and no other account', async () => {
    expect(await isInstalled()).toBe(false);
    await install(server, hosting.crm);
    expect(await isInstalled()).toBe(true);
    expect(await isInstalled(otherAccount)).toBe(false);
  });

  it('can be done again', async () => {
    await install(server, hosting.crm);
    await install(server, hosting.crm);
    expect(await isInstalled()).toBe(true);
  });

  it('finds the account by asking about the token where HubSpot’s answer does not name it', async () => {
    const { oauth } = hosting.crm;
    const exchange = oauth.exchange.bind(oauth);
    const withoutAccount = jest
      .spyOn(oauth, 'exchange')
      .mockImplementation((...given) => ({ ...exchange(...given), hub_id: undefined }));
    await install(server, hosting.crm);
    withoutAccount.mockRestore();
    expect(await isInstalled()).toBe(true);
    expect(hosting.crm.calls.map(({ path }) => path)).toContain('/oauth/2026-03/token/introspect');
  });
});

describe('an install that cannot be finished', () => {
  it('was cancelled at HubSpot', async () => {
    const { callback, cookie } = await beginInstall(server, hosting.crm, account, 'deny');
    const page = await openCallback(server, callback, cookie);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('You cancelled at HubSpot');
  });

  it.each([
    ['was begun in another browser', (callback: string) => [callback, 'install=another']],
    ['was not begun here', (callback: string) => [callback.replace(/state=[^&]*/, ''), '']],
    ['has no code', (callback: string, cookie: string) => [callback.replace(/code=[^&]*&/, ''), cookie]],
  ])('%s', async (_, change) => {
    const { callback, cookie } = await beginInstall(server, hosting.crm);
    const [url = '', sent = ''] = change(callback, cookie);
    const page = await openCallback(server, url, sent);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain(`href="${publicUrl}/oauth/install"`);
    expect(hosting.tokenRequests).toBe(0);
  });

  it('was finished before: the page says so, and the install stays', async () => {
    const { callback, cookie } = await beginInstall(server, hosting.crm);
    expect((await openCallback(server, callback, cookie)).status).toBe(200);
    const again = await openCallback(server, callback, cookie);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('used before');
    expect(await isInstalled()).toBe(true);
  });

  it('met a HubSpot that does not answer', async () => {
    const { callback, cookie } = await beginInstall(server, hosting.crm);
    hosting.crm.faults.add({ name: 'html-502', on: 'oauth' });
    expect((await openCallback(server, callback, cookie)).status).toBe(502);
    expect(await isInstalled()).toBe(false);
  });

  it('tells the log no code and no token', async () => {
    const { callback, cookie } = await beginInstall(server, hosting.crm);
    await openCallback(server, callback, cookie);
    await openCallback(server, callback, cookie);
    const code = new URL(callback).searchParams.get('code') ?? 'none';
    const time = expect.any(String);
    expect(hosting.lines).toEqual([
      { time, event: 'installed', account, scopes: expect.any(Number) },
      { time, event: 'install_failed', reason: expect.stringMatching(/^HTTP 400 \w+$/) },
    ]);
    expect(JSON.stringify(hosting.lines)).not.toContain(code);
    for (const { refreshToken } of hosting.crm.oauth['grants'].values())
      expect(JSON.stringify(hosting.lines)).not.toContain(refreshToken);
  });
});

describe('the end of an install', () => {
  beforeEach(() => install(server, hosting.crm));

  it('by HubSpot’s admin is noticed at the next call, which says to install', async () => {
    hosting.crm.oauth.uninstall(marketplaceApp, homeAccount);
    const { status, body } = await describeContacts(server);
    expect(status).toBe(403);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('/oauth/install') } });
    expect(hosting.lines.map(({ event }) => event)).toContain('uninstalled');
    await install(server, hosting.crm);
    expect(await isInstalled()).toBe(true);
  });

  it('by deleting the account takes the app out of it and forgets its tokens', async () => {
    const response = await deleteAccount(server);
    expect(await response.json()).toEqual({ ok: true, uninstalled: true });
    expect(hosting.crm.oauth.installs()).toEqual([]);
    expect(await isInstalled()).toBe(false);
    expect(await (await deleteAccount(server)).json()).toEqual({ ok: true, uninstalled: true });
  });

  it('by deleting the account forgets its tokens even if HubSpot cannot be told', async () => {
    hosting.crm.faults.add({ name: 'html-502', on: 'oauth' });
    expect(await (await deleteAccount(server)).json()).toEqual({ ok: true, uninstalled: false });
    expect(await isInstalled()).toBe(false);
  });

  it('needs HubSpot’s signature', async () => {
    const response = await deleteAccount(server, { secret: 'guess' });
    expect(response.status).toBe(401);
    expect(await isInstalled()).toBe(true);
  });
});
