/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { jsonBytes, maxPastedBytes } from '@bulk-associate/contract';
import { backEnds } from '@bulk-associate/messages/back-end';
import { panels } from '@bulk-associate/messages/panel';
import { landmarks, seededId } from 'hubspot-local/crm';
import { createHmac } from 'node:crypto';
import { Accounts } from '../../server/accounts/accounts';
import type { HostedServer } from '../../server/app';
import {
  account,
  callFunction,
  cardRequest,
  describeContacts,
  Hosting,
  install,
  marketplaceApp,
  otherAccount,
  publicUrl,
  type CardCall,
} from './hosted-app';

const ofContacts = { objectType: '0-1' };
const pairs = (...tos: string[]) => ({
  fromObjectType: '0-2',
  toObjectType: '0-1',
  inputs: tos.map((id) => ({ from: { id: landmarks.company }, to: { id } })),
});

let hosting: Hosting;
let server: HostedServer;

beforeAll(async () => {
  hosting = await Hosting.start();
  server = await hosting.createServer({ hubspotApiBaseUrl: `${hosting.hubspot.url}/` });
  await install(server, hosting.crm);
}, 60_000);
beforeEach(() => {
  hosting.crm.reset();
  hosting.lines.length = 0;
  hosting.clock.now = Date.now();
});
afterAll(async () => {
  await server.close();
  await hosting.hubspot.close();
});

describe('a call from a card', () => {
  it('does in the account what the app function would do, with the account’s own token', async () => {
    const { status, body } = await callFunction(
      server,
      'associate_records',
      pairs(seededId('contact', 7), '99'),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, outcomes: [{ status: 'associated' }, { status: 'failed' }] });
    expect(hosting.crm.isAssociated('0-2', landmarks.company, '0-1', seededId('contact', 7))).toBe(true);
  });

  it('has as much less time for its work as the renewal of the token took', async () => {
    const real = performance.now.bind(performance);
    let elapsed = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => real() + elapsed);
    const { oauth } = hosting.crm;
    const refresh = oauth.refresh.bind(oauth);
    const renewal = jest.spyOn(oauth, 'refresh').mockImplementation((...given) => {
      elapsed = 12_500;
      return refresh(...given);
    });
    hosting.clock.now += 31 * 60_000;
    const to = seededId('contact', 8);
    const { body } = await callFunction(server, 'associate_records', pairs(to), { at: hosting.clock.now });
    clock.mockRestore();
    renewal.mockRestore();
    expect(elapsed).toBe(12_500);
    expect(JSON.stringify(body)).not.toContain('"associated"');
    expect(hosting.crm.isAssociated('0-2', landmarks.company, '0-1', to)).toBe(false);
  });

  it('answers 200 and a refusal for parameters that break the contract', async () => {
    for (const body of ['{"parameters":{}}', '{}', 'null', '[]', 'not json', '']) {
      const response = await server.fetch(cardRequest('describe_objects', undefined, { body }));
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
    expect(hosting.crm.calls).toEqual([]);
  });

  it('answers 404 for a function that there is not', async () => {
    for (const uid of ['nonsense', 'constructor', '__proto__']) {
      const response = await server.fetch(cardRequest(uid, {}));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });

  it('answers 403 for an account that has not installed the app, and says where to', async () => {
    const { status, body } = await describeContacts(server, {
      account: otherAccount,
    });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHORIZED', message: expect.stringContaining(`${publicUrl}/oauth/install`) },
    });
  });

  it('answers with the words of the panel and its own, even while the account has not installed the app', async () => {
    const messages = { ...panels.ja, ...backEnds.ja };
    for (const call of [{}, { account: otherAccount }]) {
      const answer = await callFunction(server, 'read_messages', { language: 'ja-JP' }, call);
      expect(answer).toEqual({ status: 200, body: { ok: true, language: 'ja', messages } });
    }
    expect(hosting.crm.calls).toEqual([]);
    const { body } = await callFunction(server, 'read_messages', { language: 7 });
    expect(body).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('takes a pasted text apart, even while the account has not installed the app, and logs nothing of it', async () => {
    const text = 'Ada Lovelace; eve@example.com';
    for (const call of [{}, { account: otherAccount }]) {
      const answer = await callFunction(server, 'read_pasted_text', { objectType: '0-1', text }, call);
      const parts = { kind: 'list', entries: ['Ada Lovelace', 'eve@example.com'] };
      expect(answer).toEqual({ status: 200, body: { ok: true, parts } });
    }
    expect(hosting.crm.calls).toEqual([]);
    expect(JSON.stringify(hosting.lines)).not.toMatch(/Lovelace|eve@/);
  });

  it('takes a pasted text of the most bytes, whatever its characters are', async () => {
    for (const piece of ['a', '名', '\n', '"', '\u0001', '\uD800', '😀']) {
      const text = piece.repeat(Math.floor((maxPastedBytes - 2) / (jsonBytes(piece) - 2)));
      const { status, body } = await callFunction(server, 'read_pasted_text', { objectType: '0-1', text });
      expect(status).toBe(200);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(1024 * 1024);
    }
  });

  it('answers 413 for a body over 1 MB, told or streamed, and does nothing', async () => {
    const body = JSON.stringify({ parameters: ofContacts, more: 'x'.repeat(1024 * 1024) });
    const told = await server.fetch(cardRequest('describe_objects', {}, { body }));
    expect(told.status).toBe(413);
    expect(await told.json()).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const { url, headers } = cardRequest('describe_objects', {}, { body });
    const streamed = await server.fetch(
      new Request(url, { method: 'POST', headers, body: new Blob([body]).stream(), duplex: 'half' }),
    );
    expect(streamed.status).toBe(413);
    expect(hosting.crm.calls).toEqual([]);
  });

  it('takes a body of a thousand pairs with long ids', async () => {
    const ids = Array.from({ length: 1000 }, (_, n) => String(9_000_000_000_000_000_000n + BigInt(n)));
    const { status, body } = await callFunction(server, 'preview_associations', pairs(...ids));
    expect(status).toBe(200);
    expect(body['outcomes']).toHaveLength(1000);
  });
});

describe('who calls', () => {
  const refused = async (call: CardCall) => {
    const { status, body } = await describeContacts(server, call);
    expect(body).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
    expect(hosting.crm.calls).toEqual([]);
    return status;
  };

  it('is refused with 401 if HubSpot did not sign, or for another secret', async () => {
    expect(await refused({ secret: 'guess' })).toBe(401);
    expect(await refused({ headers: { 'x-hubspot-signature-v3': '' } })).toBe(401);
    expect(await refused({ headers: { 'x-hubspot-request-timestamp': '' } })).toBe(401);
  });

  it('is refused with 401 if the signature is an older kind', async () => {
    const request = cardRequest('describe_objects', ofContacts);
    const body = await request.clone().text();
    const v2 = createHmac('sha256', marketplaceApp.clientSecret)
      .update(`POST${request.url}${body}`)
      .digest('hex');
    expect(await refused({ headers: { 'x-hubspot-signature-v3': '', 'x-hubspot-signature': v2 } })).toBe(401);
  });

  it('is refused with 401 if the request is played again after five minutes', async () => {
    const request = cardRequest('describe_objects', ofContacts);
    expect((await server.fetch(request.clone() as Request)).status).toBe(200);
    hosting.clock.now += 4 * 60_000;
    expect((await server.fetch(request.clone() as Request)).status).toBe(200);
    hosting.clock.now += 70_000;
    expect((await server.fetch(request)).status).toBe(401);
  });

  it('is known by the public address, whatever host name a proxy sends', async () => {
    const request = cardRequest('describe_objects', ofContacts);
    const url = request.url.replace(publicUrl, 'http://10.0.0.1:3000');
    expect((await server.fetch(new Request(url, request))).status).toBe(200);
  });

  it('is refused with 401 if the account in the query was changed', async () => {
    const request = cardRequest('describe_objects', ofContacts);
    const url = request.url.replace(`portalId=${account}`, `portalId=${otherAccount}`);
    expect((await server.fetch(new Request(url, request))).status).toBe(401);
  });

  it.each([
    ['a second account', `portalId=${otherAccount}&userId=1&portalId=${account}&appId=4712`],
    ['no account', 'userId=1&appId=4712'],
    ['an account that is no number', 'portalId=1%20OR%201=1&appId=4712'],
    ['another app', `portalId=${account}&appId=1`],
    ['a second app', `portalId=${account}&appId=1&appId=4712`],
  ])('is refused with 401 if HubSpot signed for %s', async (_, query) => {
    expect(await refused({ url: `${publicUrl}/functions/describe_objects?${query}` })).toBe(401);
  });

  it('is the account of the query, whatever the body says', async () => {
    const body = JSON.stringify({ parameters: ofContacts, portalId: account, accountId: account });
    expect(await refused({ account: otherAccount, body })).toBe(403);
  });
});

describe('a defect', () => {
  it('is answered 500, and neither its answer nor the log repeats the error’s text', async () => {
    const find = jest
      .spyOn(Accounts.prototype, 'find')
      .mockRejectedValue(new TypeError('token-1 of ada@example.com'));
    const response = await server.fetch(cardRequest('describe_objects', ofContacts));
    find.mockRestore();
    expect(response.status).toBe(500);
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(hosting.lines).toMatchObject([
      { event: 'defect', path: '/functions/describe_objects', error: 'TypeError' },
    ]);
    for (const secret of ['token-1', 'ada@']) {
      expect(answer + JSON.stringify(hosting.lines)).not.toContain(secret);
    }
  });
});

describe('the log', () => {
  it('tells of every call, and nothing of tokens, people or records', async () => {
    await callFunction(server, 'resolve_records', { objectType: '0-1', values: ['ada@example.com'] });
    await describeContacts(server, { secret: 'guess' });
    expect(hosting.lines).toEqual([
      {
        time: expect.any(String),
        event: 'call',
        uid: 'resolve_records',
        account,
        status: 200,
        ms: expect.any(Number),
      },
      {
        time: expect.any(String),
        event: 'request_refused',
        route: '/functions/:uid',
        reason: 'signature',
      },
    ]);
  });
});
