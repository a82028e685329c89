import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono';
import { createHttpServer, type RequestLimits } from './http-server';
import { framings, head, RawConnection, saysClose } from './testing/raw-connection';

const kilobyte = 1024;
const limit = 64 * kilobyte;
/** Limits that no test reaches. */
const generous: RequestLimits = {
  arrivalMs: 600_000,
  checkMs: 600_000,
  droppedBytes: 2 ** 30,
  droppedMs: 600_000,
};
const statuses = [401, 403, 404, 405, 413, 415, 429, 500, 503, 504];

const app = new Hono();
/** Paths of the requests that reached a handler. */
const seen: string[] = [];
app.use(async (c, next) => {
  seen.push(c.req.path);
  await next();
});
app.all('/early/:status', (c) => c.json({ answer: 'early' }, Number(c.req.param('status')) as 401));
app.post(
  '/limited',
  bodyLimit({ maxSize: limit, onError: (c) => c.json({ answer: 'early' }, 413) }),
  async (c) => c.text(`read ${(await c.req.text()).length} bytes.`),
);
app.post('/first-chunk', async (c) => {
  await c.req.raw.body?.getReader().read();
  return c.json({ answer: 'early' }, 401);
});
app.get('/next', (c) => c.text('the next answer'));

const servers: Server[] = [];
const connections: RawConnection[] = [];
beforeEach(() => {
  seen.length = 0;
});
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

async function connectTo(limits: Partial<RequestLimits> = {}): Promise<RawConnection> {
  const server = createHttpServer(async (request) => app.fetch(request), { ...generous, ...limits });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const connection = await RawConnection.open((server.address() as AddressInfo).port);
  connections.push(connection);
  return connection;
}

const next = head('GET', '/next');
describe.each(framings)('an answer given before the end of %s', (_, request) => {
  it.each(statuses)(
    '(%d) says that the connection closes, and closes it when the body has arrived',
    async (status) => {
      const connection = await connectTo();
      const [start, body] = request(`/early/${status}`, 300 * kilobyte);
      connection.send(start);
      await connection.sees('{"answer":"early"}');
      connection.send(body + next);
      await connection.closed;
      expect(connection.error).toBeUndefined();
      expect(connection.received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(connection.received).toMatch(saysClose);
      expect(connection.received.endsWith('{"answer":"early"}')).toBe(true);
      expect(seen).toEqual([`/early/${status}`]);
    },
  );

  it.each(['GET', 'HEAD', 'DELETE', 'PUT'])('says so to %s as well', async (method) => {
    const connection = await connectTo();
    const [start, body] = request('/early/404', 5, method);
    connection.send(start);
    await connection.sees('\r\n\r\n');
    connection.send(body + next);
    await connection.closed;
    expect(connection.received).toMatch(saysClose);
    expect(seen).toEqual(['/early/404']);
  });

  it.each([
    ['/limited', limit + 1],
    ['/limited', 20 * limit],
    ['/first-chunk', 2 * limit],
  ])('arrives whole where the client sends all before it reads (%s, %d bytes)', async (path, size) => {
    const connection = await connectTo();
    const [start, body] = request(path, size);
    connection.send(start + body);
    await connection.sees('{"answer":"early"}');
    connection.send(next);
    // What had arrived as a whole was dropped, and the connection goes on; else it is closed without an answer.
    const isClosing = saysClose.test(connection.received);
    await (isClosing ? connection.closed : connection.sees('the next answer'));
    expect(connection.error).toBeUndefined();
    expect(seen).toEqual(isClosing ? [path] : [path, '/next']);
  });

  it('is followed by a limited number of bytes', async () => {
    const connection = await connectTo({ droppedBytes: limit });
    const [start, body] = request('/early/413', 64 * limit);
    connection.send(start);
    await connection.sees('{"answer":"early"}');
    connection.send(body.slice(0, 32 * limit));
    await connection.closed;
    expect(connection.received).toMatch(saysClose);
    expect(seen).toEqual(['/early/413']);
  });

  it.each(['/early/413', '/early/401'])('waits a limited time for the rest (%s)', async (path) => {
    const connection = await connectTo({ droppedMs: 20 });
    const [start, body] = request(path, 10 * limit);
    connection.send(start + body.slice(0, limit));
    await connection.sees('{"answer":"early"}');
    await connection.closed;
    expect(connection.error).toBeUndefined();
    expect(connection.received).toMatch(saysClose);
  });

  it('does not come where the handler waits for a body that never ends: 408 does, and closes', async () => {
    const connection = await connectTo({ arrivalMs: 40, checkMs: 10 });
    const [start, body] = request('/limited', limit / 2);
    connection.send(start + body.slice(0, kilobyte));
    await connection.closed;
    expect(connection.received).toMatch(/^HTTP\/1.1 408 /);
    expect(connection.received).toMatch(saysClose);
  });

  it('is 400 for a request to a host that cannot be one', async () => {
    const connection = await connectTo();
    const [start, body] = request('/limited', limit);
    connection.send(start.replace('host: localhost', 'host: local/host'));
    await connection.sees('\r\n\r\n');
    connection.send(body + next);
    await connection.closed;
    expect(connection.received).toMatch(/^HTTP\/1.1 400 /);
    expect(connection.received).toMatch(saysClose);
    expect(seen).toEqual([]);
  });
});

it('an answer of a server that stops says that the connection closes', async () => {
  const connection = await connectTo();
  connection.send(head('POST', '/limited', 'content-length: 4'));
  await new Promise<void>((arrived) => servers[0]?.once('request', () => arrived()));
  const closed = new Promise((resolve) => servers[0]?.close(resolve));
  connection.send('body');
  await Promise.all([connection.closed, closed]);
  expect(connection.received).toContain('read 4 bytes.');
  expect(connection.received).toMatch(saysClose);
});

describe.each(framings)('the connection stays open for the next request after %s', (_, request) => {
  it('that was read', async () => {
    const connection = await connectTo();
    const [start, body] = request('/limited', limit);
    connection.send(start);
    connection.send(body);
    await connection.sees(`read ${limit} bytes.`);
    connection.send(next);
    await connection.sees('the next answer');
    expect(connection.received).not.toMatch(saysClose);
  });

  it.each(statuses)('that was not read and had arrived as a whole (%d)', async (status) => {
    const connection = await connectTo();
    connection.send(request(`/early/${status}`, 5).join(''));
    await connection.sees('{"answer":"early"}');
    connection.send(next);
    await connection.sees('the next answer');
    expect(connection.received).not.toMatch(saysClose);
  });
});
