import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '../accounts/accounts';
import { HubSpotOAuth, type OAuthSettings } from './oauth';

const start = Date.UTC(2026, 10, 25);
const known: Account = {
  id: '1',
  accessToken: 'old',
  refreshToken: 'refresh-1',
  scopes: ['oauth'],
  expiresAt: 0,
};

/** HubSpot's answers to come, one a request; `undefined` is silence. */
let answers: ([status: number, body: unknown] | undefined)[] = [];
let seen: { method: string; url: string; authorization: string | undefined; fields: object }[] = [];
let hubspot: Server;
let clock = start;

beforeAll(async () => {
  hubspot = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const fields = Object.fromEntries(new URLSearchParams(body));
      seen.push({ method, url, authorization: headers.authorization, fields });
      const answer = answers.shift();
      if (!answer) return;
      clock += 1_000;
      response.writeHead(answer[0], { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer[1]));
    });
  }).listen(0, '127.0.0.1');
  await once(hubspot, 'listening');
});
beforeEach(() => {
  answers = [];
  seen = [];
  clock = start;
});
afterAll(async () => {
  hubspot.closeAllConnections();
  await new Promise((closed) => hubspot.close(closed));
});

const oauth = (more: Partial<OAuthSettings> = {}) =>
  new HubSpotOAuth({
    apiBaseUrl: `http://127.0.0.1:${(hubspot.address() as AddressInfo).port}`,
    clientId: 'client',
    clientSecret: 'hush',
    now: () => clock,
    timeOutMs: 60_000,
    ...more,
  });
const granted = {
  access_token: 'new',
  refresh_token: 'refresh-2',
  expires_in: 1_800,
  hub_id: 1,
  scopes: ['a'],
};

describe('HubSpotOAuth', () => {
  it('sends its secrets in the body alone', async () => {
    answers = [[200, granted]];
    await oauth().exchange('code-1', 'https://bulk.example.com/oauth/callback');
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/oauth/2026-03/token',
        authorization: undefined,
        fields: {
          grant_type: 'authorization_code',
          code: 'code-1',
          redirect_uri: 'https://bulk.example.com/oauth/callback',
          client_id: 'client',
          client_secret: 'hush',
        },
      },
    ]);
  });

  it('takes the new refresh token, the scopes, and a lifetime that began with the request', async () => {
    answers = [[200, granted]];
    expect(await oauth().refresh(known)).toEqual({
      kind: 'granted',
      account: {
        id: '1',
        accessToken: 'new',
        refreshToken: 'refresh-2',
        scopes: ['a'],
        expiresAt: start + 1_800_000,
      },
    });
  });

  it('keeps the refresh token and the scopes where HubSpot names none', async () => {
    answers = [[200, { ...granted, refresh_token: undefined, scopes: undefined }]];
    const { account } = (await oauth().refresh(known)) as { account: Account };
    expect([account.refreshToken, account.scopes]).toEqual(['refresh-1', ['oauth']]);
  });

  it('asks for the account of the token where HubSpot’s answer does not name it', async () => {
    answers = [
      [200, { ...granted, hub_id: undefined }],
      [200, { hub_id: 7 }],
    ];
    expect(await oauth().refresh(known)).toMatchObject({ kind: 'granted', account: { id: '7' } });
    expect(seen[1]).toMatchObject({ url: '/oauth/2026-03/token/introspect', fields: { token: 'new' } });
  });

  it.each<[string, typeof answers]>([
    ['no access token', [[200, { ...granted, access_token: undefined }]]],
    ['an access token that is no text', [[200, { ...granted, access_token: 5 }]]],
    [
      'no account',
      [
        [200, { ...granted, hub_id: undefined }],
        [200, {}],
      ],
    ],
    [
      'an account that is no number',
      [
        [200, { ...granted, hub_id: '1 OR 1=1' }],
        [502, {}],
      ],
    ],
    ['a list', [[200, []]]],
    ['a fault', [[502, {}]]],
    ['a fault that names a refusal', [[500, { error: 'invalid_grant' }]]],
    ['that the app is unknown', [[401, { error: 'invalid_client' }]]],
    ['a refusal without a name', [[400, {}]]],
    ['nothing', [undefined]],
  ])('says that nothing can be said where HubSpot answers with %s', async (_, given) => {
    answers = given;
    const isSilent = given[0] === undefined;
    expect(await oauth(isSilent ? { timeOutMs: 20 } : {}).refresh(known)).toMatchObject({
      kind: 'unavailable',
    });
  });

  it.each([
    [400, { error: 'invalid_grant' }],
    [400, { status: 'BAD_REFRESH_TOKEN' }],
    [400, { status: 'BAD_AUTH_CODE' }],
    [400, { status: 'EXPIRED_AUTH_CODE' }],
  ])('says that the grant is refused where HubSpot answers %d %j', async (status, body) => {
    answers = [[status, body]];
    expect(await oauth().refresh(known)).toMatchObject({ kind: 'refused' });
  });

  it('names no secret in its reason', async () => {
    answers = [[400, { error: 'invalid_grant', message: 'refresh-1 of client hush' }]];
    expect(await oauth().refresh(known)).toEqual({ kind: 'refused', reason: 'HTTP 400 invalid_grant' });
  });

  it.each([
    [204, true],
    [200, false],
    [401, false],
    [502, false],
  ])('has left an account only if HubSpot answers 204 (%d: %s)', async (status, isDone) => {
    answers = [[status, {}]];
    expect(await oauth().uninstall(known)).toBe(isDone);
    expect(seen[0]).toMatchObject({
      method: 'DELETE',
      url: '/appinstalls/2026-03/external-install',
      authorization: 'Bearer old',
    });
  });
});
