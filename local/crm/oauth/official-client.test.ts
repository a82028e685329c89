import { Client } from '@hubspot/api-client';
import { createCrm } from '../crm';
import { serveCrm } from '../serve';
import { codeFor, testApp, withTestApp } from '../testing/oauth';

/** HubSpot's own client and its typed OAuth methods over HTTP: what works on HubSpot works on the embedded CRM. */
const crm = createCrm(withTestApp);
let server: Awaited<ReturnType<typeof serveCrm>>;
let client: Client;

beforeAll(async () => {
  server = await serveCrm(crm);
  client = new Client({ basePath: server.url });
});
afterAll(() => server.close());

const { clientId, clientSecret, redirectUrls } = testApp;
const create = (grant: string, code?: string, refreshToken?: string) =>
  client.oauth.tokensApi.create(grant, code, redirectUrls[0], clientId, clientSecret, refreshToken);
const install = async () => create('authorization_code', await codeFor(crm));

describe('client.oauth', () => {
  it('installs, refreshes and works with what it got', async () => {
    const first = await install();
    expect(first).toMatchObject({ tokenType: 'bearer', expiresIn: 1_800 });
    const second = await create('refresh_token', undefined, first.refreshToken);
    expect(second.refreshToken).toBe(first.refreshToken);
    const authorized = new Client({ accessToken: second.accessToken, basePath: server.url });
    const { results } = await authorized.crm.objects.basicApi.getPage('contacts', 1);
    expect(results).toHaveLength(1);
  });

  it('builds the address of a consent page that this CRM takes', async () => {
    const address = client.oauth.getAuthorizationUrl(
      clientId,
      redirectUrls[0] ?? '',
      testApp.requiredScopes.join(' '),
      testApp.optionalScopes.join(' '),
      'a state',
    );
    const page = await fetch(`${server.url}${new URL(address).pathname}${new URL(address).search}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(testApp.name);
  });

  it('tells what a token is for, of both kinds', async () => {
    const { accessToken, refreshToken } = await install();
    expect(await client.oauth.accessTokensApi.get(accessToken)).toMatchObject({
      token: accessToken,
      hubId: 12_345_678,
      appId: testApp.appId,
      userId: 1,
      user: 'sam.sandbox@example.com',
      scopes: [...testApp.requiredScopes, ...testApp.optionalScopes],
      tokenType: 'access',
      expiresIn: expect.any(Number),
    });
    expect(await client.oauth.refreshTokensApi.get(refreshToken)).toMatchObject({
      token: refreshToken,
      clientId,
      hubId: 12_345_678,
      tokenType: 'refresh',
    });
  });

  it('deletes a refresh token, which lets access tokens live out their time', async () => {
    const { accessToken, refreshToken } = await install();
    await client.oauth.refreshTokensApi.archive(refreshToken);
    await expect(create('refresh_token', undefined, refreshToken)).rejects.toMatchObject({
      code: 400,
      body: { status: 'BAD_REFRESH_TOKEN', message: 'missing or invalid refresh token' },
    });
    expect((await client.oauth.accessTokensApi.get(accessToken)).token).toBe(accessToken);
  });

  it('throws what HubSpot says of a code that is used twice, and of an unknown token', async () => {
    const code = await codeFor(crm);
    await create('authorization_code', code);
    await expect(create('authorization_code', code)).rejects.toMatchObject({
      code: 400,
      body: { status: 'BAD_AUTH_CODE', correlationId: expect.any(String) },
    });
    await expect(client.oauth.accessTokensApi.get('x')).rejects.toMatchObject({ code: 404 });
  });

  it('introspects and revokes by the newer paths, which take tokens in the body alone', async () => {
    const { accessToken, refreshToken } = await install();
    const post = async (path: string, token: string) =>
      client.apiRequest({
        method: 'POST',
        path,
        defaultJson: false,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token }) as never,
      });
    const good = await post('/oauth/v3/token/introspect', accessToken);
    expect(await good.json()).toMatchObject({ active: true, hub_id: 12_345_678 });
    expect((await post('/oauth/2026-09/token/revoke', refreshToken)).status).toBe(200);
    const gone = await post('/oauth/2026-09/token/introspect', refreshToken);
    expect(await gone.json()).toEqual({ active: false });
  });
});
