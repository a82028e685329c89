/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type HostedServer } from '../../server/app';
import { createHttpServer } from '../../server/http-server';
import { framings, head, RawConnection, saysClose } from '../../server/testing/raw-connection';
import { cardRequest, publicUrl, type Line } from './hosted-app';

/** The back end on a real socket. No database is there: what is answered before it is needed is answered all the same. */
let hosted: HostedServer;
let server: Server;
let connection: RawConnection;
const lines: Line[] = [];

beforeAll(async () => {
  hosted = await createServer({
    publicUrl,
    hubspotClientId: 'client-of-the-back-end',
    hubspotClientSecret: 'secret-of-the-back-end',
    hubspotApiBaseUrl: 'http://127.0.0.1:1',
    tokenEncryptionKeys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    log: (line) => lines.push(line),
  });
  server = createHttpServer(hosted.fetch).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
beforeEach(async () => {
  lines.length = 0;
  connection = await RawConnection.open((server.address() as AddressInfo).port);
});
afterEach(() => connection.close());
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await hosted.close();
});

const megabyte = 1024 * 1024;
const next = head('GET', '/healthz');

describe.each(framings)('a request with %s', (_, request) => {
  it.each([
    ['POST', '/functions/describe_objects', 413, megabyte + 10_000],
    ['POST', '/functions/describe_objects', 413, 8 * megabyte],
    ['POST', '/account/delete', 413, megabyte + 10_000],
    ['POST', '/nonsense', 404, megabyte + 1],
    ['PUT', '/functions/describe_objects', 404, megabyte],
    ['POST', '/oauth/install', 404, megabyte],
    ['GET', '/healthz', 200, megabyte],
    ['GET', '/oauth/callback', 400, megabyte],
  ])(
    '%s %s is answered %d before the end of %d bytes, and the connection closes',
    async (method, path, status, size) => {
      const [start, body] = request(path, size, method);
      connection.send(start);
      // A limit without Content-Length shows only when that much has come.
      const isFound = status === 413 && start.includes('chunked');
      connection.send(body.slice(0, isFound ? megabyte + 2_000 : 10));
      await connection.sees('\r\n\r\n');
      expect(connection.received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(connection.received).toMatch(saysClose);
      connection.send(body.slice(isFound ? megabyte + 2_000 : 10) + next);
      await connection.closed;
      expect(connection.received.match(/HTTP\/1.1/g)).toHaveLength(1);
    },
  );

  it('is answered 401 after its body, and the next one on the same connection is answered too', async () => {
    const [start, body] = request('/functions/describe_objects?portalId=1', megabyte);
    connection.send(start + body + next);
    await connection.sees('{"status":"ok"}');
    expect(connection.received).toMatch(/^HTTP\/1.1 401 /);
    expect(connection.received).not.toMatch(saysClose);
  });
});

it('a request that is answered 503 for want of a database leaves the connection to the next one', async () => {
  const { url, headers } = cardRequest('describe_objects', {}, { body: '{}' });
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  connection.send(`${head('POST', url.slice(publicUrl.length), ...lines, 'content-length: 2')}{}`);
  await connection.sees('Nothing was done');
  connection.send(next);
  await connection.sees('{"status":"ok"}');
  expect(connection.received).toMatch(/^HTTP\/1.1 503 /);
  expect(connection.received).not.toMatch(saysClose);
});

it('an install does not spend its code while the database could not store the tokens', async () => {
  const begin = await hosted.fetch(new Request(`${publicUrl}/oauth/install`));
  const state = new URL(begin.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const [cookie = ''] = (begin.headers.get('set-cookie') ?? '').split(';');
  const callback = `${publicUrl}/oauth/callback?code=secret-code&state=${state}`;
  const page = await hosted.fetch(new Request(callback, { headers: { cookie } }));
  // With a request to HubSpot, which is not there, it would be 502.
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('Nothing was stored');
  expect(lines).toEqual([{ time: expect.any(String), event: 'database_away', path: '/oauth/callback' }]);
});

it('a request that its client breaks off is no defect of the app', async () => {
  const client = new AbortController();
  const body = new ReadableStream({
    pull: (controller) => {
      client.abort();
      controller.error(new Error('The connection ended.'));
    },
  });
  const url = `${publicUrl}/functions/describe_objects`;
  const init = { method: 'POST', body, duplex: 'half', signal: client.signal } as const;
  expect((await hosted.fetch(new Request(url, init))).status).toBe(408);
  expect(lines.map(({ event }) => event)).toEqual(['request_aborted']);
});
