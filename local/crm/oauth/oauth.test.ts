import { createCrm } from '../crm';
import { ask } from '../testing/ask';
import { authorizePath, codeFor, decide, smallAccount, testApp, withTestApp } from '../testing/oauth';
import { homeAccount } from '../access';

const [redirectUri = ''] = testApp.redirectUrls;

function start() {
  const clock = { now: Date.UTC(2026, 10, 25, 9) };
  const crm = createCrm({ ...withTestApp, now: () => clock.now });
  const token = async (fields: Record<string, string>, path = '/oauth/v1/token') => {
    const { clientId, clientSecret } = testApp;
    const form = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, ...fields };
    return ask(crm, path, { body: new URLSearchParams(form).toString(), token: null });
  };
  const exchange = async (code: string, path?: string) =>
    token({ grant_type: 'authorization_code', code }, path);
  const refresh = (refreshToken: unknown) =>
    token({ grant_type: 'refresh_token', refresh_token: String(refreshToken) });
  const install = async (hubId?: number) => (await exchange(await codeFor(crm, hubId))).body ?? {};
  const readContacts = (access: unknown) =>
    ask(crm, '/crm/v3/objects/contacts?limit=50', { token: String(access) });
  return { crm, clock, token, exchange, refresh, install, readContacts };
}

describe('the consent page', () => {
  const open = async (path: string, language = 'en') => {
    const headers = { 'accept-language': language };
    const answer = await createCrm(withTestApp).fetch(new Request(`http://crm.test${path}`, { headers }));
    return { status: answer.status, text: await answer.text() };
  };

  it('names the app, every scope and every account', async () => {
    const { status, text } = await open(authorizePath());
    expect(status).toBe(200);
    for (const word of [testApp.name, ...testApp.requiredScopes, ...testApp.optionalScopes])
      expect(text).toContain(word);
    for (const { hubDomain } of [homeAccount, smallAccount]) expect(text).toContain(hubDomain);
  });

  it('puts the account first that the address names', async () => {
    const { text } = await open(authorizePath().replace('/oauth/', `/oauth/${smallAccount.hubId}/`));
    expect(text.indexOf(smallAccount.hubDomain)).toBeLessThan(text.indexOf(homeAccount.hubDomain));
  });

  it.each([
    ['ja-JP,ja;q=0.9', 'ja', 'アプリを接続'],
    ['de-CH, de;q=0.9, fr;q=0.8', 'de', 'App verbinden'],
    ['fr', 'fr', 'Connecter l’application'],
    ['es-MX', 'es', 'Conectar aplicación'],
    ['pt-PT', 'pt-br', 'Conectar aplicativo'],
    ['nl, de;q=0.5', 'de', 'App verbinden'],
    ['nl', 'en', 'Connect app'],
  ])(
    'speaks the first language it has of those of the browser: for %s, %s',
    async (wanted, language, words) => {
      const { text } = await open(authorizePath(), wanted);
      expect(text).toContain(`lang="${language}"`);
      expect(text).toContain(words);
    },
  );

  it('shows a scope it has no words for as it is, and no markup of the app', async () => {
    const name = '<img src=x>';
    const app = { ...testApp, name, requiredScopes: ['crm.objects.goals.read'] };
    const crm = createCrm({ oauth: { apps: [app] } });
    const path = authorizePath({ scope: 'crm.objects.goals.read' });
    const text = await (await crm.fetch(new Request(`http://crm.test${path}`))).text();
    expect(text).toContain('crm.objects.goals.read');
    expect(text).not.toContain(name);
  });

  it.each([
    ['an unknown app', { client_id: 'another' }, /client_id/],
    ['another address to return to', { redirect_uri: 'http://elsewhere.test/' }, /redirect_uri/],
    ['too few scopes', { scope: 'oauth' }, /scopes/],
    ['a scope that is not the app’s', { optional_scope: 'content' }, /scopes/],
  ])('sends nobody back for %s', async (_, change, words) => {
    const { status, text } = await open(authorizePath(change));
    expect(status).toBe(400);
    expect(text).toMatch(words);
    await expect(decide(createCrm(withTestApp), authorizePath(change))).rejects.toThrow('400');
  });

  it('brings the app’s state back, with a code or with the refusal', async () => {
    const { crm } = start();
    const allowed = await decide(crm, authorizePath());
    expect(`${allowed.origin}${allowed.pathname}`).toBe(redirectUri);
    expect(allowed.searchParams.get('state')).toBe('of this test');
    expect(allowed.searchParams.get('code')).toMatch(/^[0-9a-f-]{36}$/);
    const denied = await decide(crm, authorizePath(), { decision: 'deny' });
    expect(Object.fromEntries(denied.searchParams)).toEqual({
      error: 'access_denied',
      state: 'of this test',
    });
  });

  it('connects no account that lacks what the app needs', async () => {
    const app = { ...testApp, requiredScopes: ['crm.schemas.custom.read'], optionalScopes: [] };
    const crm = createCrm({ oauth: { apps: [app], accounts: [smallAccount] } });
    const path = authorizePath({ scope: 'crm.schemas.custom.read', optional_scope: '' });
    await expect(decide(crm, path, { hubId: smallAccount.hubId })).rejects.toThrow('cannot grant');
  });
});

const account = {
  token_use: 'access_token',
  hub_id: homeAccount.hubId,
  scopes: [...testApp.requiredScopes, ...testApp.optionalScopes],
  user_id: 1,
};

describe.each([
  ['/oauth/v1/token', {}],
  ['/oauth/v3/token', account],
  ['/oauth/2026-09/token', account],
])('POST %s', (path, more) => {
  it('exchanges a code for tokens, once', async () => {
    const { crm, exchange } = start();
    const code = await codeFor(crm);
    const { status, body } = await exchange(code, path);
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'bearer',
      access_token: expect.any(String),
      refresh_token: expect.stringMatching(/^na1-/),
      expires_in: 1_800,
      ...more,
    });
    const again = await exchange(code, path);
    expect([again.status, again.body]).toEqual([
      400,
      { status: 'BAD_AUTH_CODE', message: 'missing or unknown auth code', correlationId: expect.any(String) },
    ]);
  });
});

describe('the token endpoint', () => {
  it.each([
    ['a wrong secret', { client_secret: 'x' }, 'BAD_CLIENT_SECRET'],
    ['an unknown app', { client_id: 'x' }, 'BAD_CLIENT_ID'],
    [
      'another address than the code was made for',
      { redirect_uri: 'http://elsewhere.test/' },
      'BAD_REDIRECT_URI',
    ],
    ['another grant', { grant_type: 'password' }, 'BAD_GRANT_TYPE'],
    ['an unknown code', { code: 'x' }, 'BAD_AUTH_CODE'],
  ])('refuses %s, and the code stays good', async (_, change, word) => {
    const { crm, token, exchange } = start();
    const code = await codeFor(crm);
    const refused = await token({ grant_type: 'authorization_code', code, ...change });
    expect([refused.status, refused.body?.['status']]).toEqual([400, word]);
    expect((await exchange(code)).status).toBe(200);
  });

  it('refuses a code that lay about for too long', async () => {
    const { crm, clock, exchange } = start();
    const code = await codeFor(crm);
    clock.now += 600_000;
    expect((await exchange(code)).body?.['status']).toBe('EXPIRED_AUTH_CODE');
  });

  it('gives a new access token for the same refresh token, as often as asked', async () => {
    const { install, refresh, readContacts } = start();
    const first = await install();
    const second = (await refresh(first['refresh_token'])).body ?? {};
    expect(second['refresh_token']).toBe(first['refresh_token']);
    expect(second['access_token']).not.toBe(first['access_token']);
    for (const { access_token } of [first, second])
      expect((await readContacts(access_token)).status).toBe(200);
  });

  it('refuses an unknown refresh token', async () => {
    const { refresh } = start();
    expect((await refresh('na1-x')).body).toMatchObject({ status: 'BAD_REFRESH_TOKEN' });
  });

  it('is subject to faults, before and after the token is made', async () => {
    const { crm, exchange } = start();
    const code = await codeFor(crm);
    crm.faults.add({ name: 'empty-503', on: 'oauth', times: 1 });
    expect((await exchange(code)).status).toBe(503);
    crm.faults.add({ name: 'reset-after', on: 'oauth', times: 1 });
    await expect(exchange(code)).rejects.toThrow('fetch failed');
    expect((await exchange(code)).body?.['status']).toBe('BAD_AUTH_CODE');
    expect(crm.oauth.installs()).toHaveLength(1);
  });
});

describe('an access token', () => {
  it('opens what was granted and no more', async () => {
    const { crm, install } = start();
    const { access_token: token } = await install();
    const asked = await ask(crm, '/crm/v3/objects/deals?limit=1', { token: String(token) });
    expect([asked.status, asked.body?.['category']]).toEqual([403, 'MISSING_SCOPES']);
  });

  it('has what is optional only where the account has it', async () => {
    const { crm, install } = start();
    const schemas = async (hubId: number) =>
      (
        await ask(crm, '/crm-object-schemas/v3/schemas', {
          token: String((await install(hubId))['access_token']),
        })
      ).status;
    expect([await schemas(homeAccount.hubId), await schemas(smallAccount.hubId)]).toEqual([200, 403]);
  });

  it('opens its own account’s records alone', async () => {
    const { crm, install, readContacts } = start();
    const texts = [];
    for (const { hubId } of [homeAccount, smallAccount])
      texts.push((await readContacts((await install(hubId))['access_token'])).text);
    expect(texts[0]).not.toBe(texts[1]);
    expect(texts[0]).toBe((await readContacts('sandbox')).text);
    expect(crm.oauth.installs().map(({ hubId }) => hubId)).toEqual([homeAccount.hubId, smallAccount.hubId]);
  });

  it('has had its time after half an hour, or when the sandbox says so', async () => {
    const { crm, clock, install, refresh, readContacts } = start();
    const first = await install();
    clock.now += 1_800_000 + 61_000;
    const refused = await readContacts(first['access_token']);
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({
      status: 'error',
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 1 minute(s) ago.',
      context: { 'expire time': ['2026-11-25T09:30:00.000Z'] },
    });
    const second = (await refresh(first['refresh_token'])).body ?? {};
    expect((await readContacts(second['access_token'])).status).toBe(200);
    await ask(crm, '/sandbox/oauth/expire', { method: 'POST' });
    expect((await readContacts(second['access_token'])).body).toMatchObject({
      category: 'EXPIRED_AUTHENTICATION',
    });
  });
});

describe('an uninstall', () => {
  it.each(['/appinstalls/v3/external-install', '/appinstalls/2026-03/external-install'])(
    'by the app itself ends every token of that account (%s)',
    async (path) => {
      const { crm, install, refresh, readContacts } = start();
      const [gone, other] = [await install(), await install(smallAccount.hubId)];
      const { status } = await ask(crm, path, { method: 'DELETE', token: String(gone['access_token']) });
      expect(status).toBe(204);
      expect((await readContacts(gone['access_token'])).status).toBe(401);
      expect((await refresh(gone['refresh_token'])).body?.['status']).toBe('BAD_REFRESH_TOKEN');
      expect((await readContacts(other['access_token'])).status).toBe(200);
    },
  );

  it('asks for a token', async () => {
    const { crm } = start();
    const path = '/appinstalls/v3/external-install';
    expect((await ask(crm, path, { method: 'DELETE', token: null })).status).toBe(401);
    expect((await ask(crm, path, { method: 'DELETE' })).status).toBe(401);
  });

  it('by an admin is told to whom it concerns', async () => {
    const told: number[] = [];
    const crm = createCrm({
      oauth: { ...withTestApp.oauth, onUninstalled: (_, { hubId }) => void told.push(hubId) },
    });
    await ask(crm, '/sandbox/oauth/uninstall', { body: { hubId: smallAccount.hubId } });
    expect(told).toEqual([smallAccount.hubId]);
  });

  it('does not happen with a reset of the records', async () => {
    const { crm, install, readContacts } = start();
    const { access_token: token } = await install();
    crm.reset();
    expect((await readContacts(token)).status).toBe(200);
  });
});

describe('the log of calls', () => {
  it('holds no token, not even one in an address', async () => {
    const { crm, install } = start();
    const { access_token: access, refresh_token: refreshToken } = await install();
    await ask(crm, `/oauth/v1/access-tokens/${access}`, { token: null });
    await ask(crm, `/oauth/v1/refresh-tokens/${refreshToken}`, { token: null });
    const log = JSON.stringify(crm.calls);
    expect(log).toContain('/oauth/v1/access-tokens/…');
    for (const secret of [access, refreshToken, testApp.clientSecret]) expect(log).not.toContain(secret);
  });
});
