import { Signature } from '@hubspot/api-client';
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HubSpotFetch } from './hubspot-fetch';
import type { FetchSeen } from './card-request';

const backend = 'https://backend.example.com';
const clientSecret = 'secret-of-a-test';
const call = {
  url: `${backend}/functions/describe_objects`,
  method: 'POST',
  body: { parameters: { a: 'ä' } },
};

/** What the back end got. */
interface Got {
  method: string;
  url: string;
  body: string;
  headers: Headers;
}

let server: Server;
let got: Got[];
/** What the back end does, a request after the other; answers `{}` after that. */
let plan: ((request: Got) => Response | Promise<Response>)[];
let seen: FetchSeen[];
let hubspot: HubSpotFetch;

beforeAll(
  () =>
    new Promise<void>((listening) => {
      const answer = async (request: Request) => {
        const one = {
          method: request.method,
          url: request.url,
          body: await request.text(),
          headers: request.headers,
        };
        got.push(one);
        return (await plan.shift()?.(one)) ?? new Response('{}');
      };
      server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, () => listening()) as Server;
    }),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [got, plan, seen] = [[], [], []];
  const { port } = server.address() as AddressInfo;
  const proxy = { [backend]: `http://127.0.0.1:${port}` };
  const backEnd = { permittedUrls: [backend], proxy, clientSecret, portalId: 12345678 };
  hubspot = new HubSpotFetch(backEnd, (one) => seen.push(one));
});

const answers =
  (status: number, body = '{}') =>
  () =>
    new Response(body, { status });

describe('hubspot.fetch, on HubSpot’s side', () => {
  it('appends the person who looks at the page', async () => {
    await hubspot.answer(call, 'nora');
    const { searchParams } = new URL(got[0]?.url ?? '');
    expect([searchParams.get('userId'), searchParams.get('userEmail')]).toEqual([
      '2',
      'nora.lindqvist@example.com',
    ]);
  });

  it('appends who asks and for which account, and signs all of it', async () => {
    await hubspot.answer({ ...call, url: `${call.url}?a=1`, headers: { authorization: 'Bearer x' } });
    const [{ url, method, body, headers } = got[0] as Got] = got;
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      a: '1',
      portalId: '12345678',
      userId: '1',
      userEmail: 'sam.sandbox@example.com',
      appId: '1',
    });
    expect([method, body, headers.get('authorization')]).toEqual([
      'POST',
      '{"parameters":{"a":"ä"}}',
      'Bearer x',
    ]);
    const request = {
      method,
      url,
      requestBody: body,
      timestamp: Number(headers.get('x-hubspot-request-timestamp')),
      signature: headers.get('x-hubspot-signature-v3') ?? '',
      clientSecret,
      signatureVersion: 'v3',
    };
    expect(Signature.isValid(request)).toBe(true);
    expect(Signature.isValid({ ...request, requestBody: '{}' })).toBe(false);
  });

  it.each([200, 401, 403, 413, 429])('passes a %i on as it is, once', async (status) => {
    plan = [answers(status, 'said')];
    expect(await hubspot.answer(call)).toEqual({ status, body: 'said' });
    expect(seen).toEqual([
      { path: '/functions/describe_objects', status, attempts: 1, elapsedMs: expect.any(Number) },
    ]);
  });

  it('sends the same again, with another signature, after a 5xx or a broken connection, once', async () => {
    plan = [answers(503), answers(200, 'said')];
    expect(await hubspot.answer(call)).toEqual({ status: 200, body: 'said' });
    expect(got.map(({ body }) => body)).toEqual([got[0]?.body, got[0]?.body]);
    plan = [answers(500), answers(503, 'away')];
    expect(await hubspot.answer(call)).toEqual({ status: 503, body: 'away' });
    expect(seen.map(({ attempts }) => attempts)).toEqual([2, 2]);
    const nowhere = { [backend]: 'http://127.0.0.1:9' };
    const broken = new HubSpotFetch({ permittedUrls: [backend], proxy: nowhere, clientSecret, portalId: 1 });
    expect(await broken.answer(call)).toEqual({ refused: 'The back end did not answer.' });
  });

  it.each([
    'https://elsewhere.example.com/functions/x',
    'https://backend.example.com.elsewhere.example/',
    'http://backend.example.com/',
    'not an address',
  ])('does not call %s, which the app’s metadata do not permit', async (url) => {
    expect(await hubspot.answer({ ...call, url })).toEqual({
      refused: expect.stringContaining('permittedUrls'),
    });
    expect(got).toEqual([]);
  });

  it('takes no header but Authorization, and no redirect', async () => {
    expect(await hubspot.answer({ ...call, headers: { cookie: 'a=1' } })).toEqual({
      refused: expect.stringContaining('Authorization'),
    });
    plan = [() => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/' } })];
    expect(await hubspot.answer(call)).toEqual({ refused: 'Redirects are not followed.' });
  });

  it('carries a megabyte each way, and no more', async () => {
    const long = 'é'.repeat(499_000);
    plan = [answers(200, long)];
    expect(await hubspot.answer({ ...call, body: { long } })).toEqual({ status: 200, body: long });
    plan = [answers(200, `${long}${'x'.repeat(2_001)}`)];
    expect(await hubspot.answer(call)).toEqual({ refused: 'The response is larger than 1 MB.' });
    const asked = got.length;
    expect(await hubspot.answer({ ...call, body: { long: `${long}${'x'.repeat(2_001)}` } })).toEqual({
      refused: 'The request is larger than 1 MB.',
    });
    expect(got).toHaveLength(asked);
  });

  it('waits as long as the card says', async () => {
    plan = [() => new Promise(() => undefined)];
    expect(await hubspot.answer({ ...call, timeout: 50 })).toEqual({
      refused: 'The back end did not answer.',
    });
    expect(seen[0]).toMatchObject({ status: 'failed', attempts: 1 });
  });

  it('has twenty requests under way at most', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    plan = new Array(20).fill(async () => (await held, new Response('{}')));
    const all = Array.from({ length: 20 }, () => hubspot.answer(call));
    expect(await hubspot.answer(call)).toMatchObject({ status: 429 });
    release();
    for (const one of await Promise.all(all)) expect(one).toMatchObject({ status: 200 });
    expect(await hubspot.answer(call)).toMatchObject({ status: 200 });
  });
});
