import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { RawConnection, saysClose } from '../../server/testing/raw-connection';

const top = join(__dirname, '../..');
jest.setTimeout(120_000);

interface Route {
  method: string;
  path: string;
}

interface Served {
  url: URL;
  routes: Route[];
  child: ChildProcess;
}

function serve(edition: string): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'serve.ts'), edition], {
    cwd: top,
    // Jest sets it to test. The cards would then be built for that, and not be those of the other servers of the run.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      printed += String(text);
      const url = /^Local: (\S+)$/m.exec(printed)?.[1];
      const routes = /^Routes: (.+)$/m.exec(printed)?.[1];
      if (url && routes)
        resolve({ url: new URL(url), routes: (JSON.parse(routes) as Route[]).filter(isEndpoint), child });
    });
    child.stderr.on('data', (text: Buffer) => (printed += String(text)));
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${printed}`)));
  });
}

/** Middleware stands in the list of routes, too: it ends no request. */
function isEndpoint({ path }: Route): boolean {
  return path !== '/*';
}

/** A request as no browser lets a page write it, `Host` included; answers with its status. */
function statusOf({ url }: Served, method: string, path: string, headers: Record<string, string>, body = '') {
  return new Promise<number>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: url.port,
        method,
        path,
        headers: { 'content-length': body.length, ...headers },
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    sent.once('error', reject).end(body);
  });
}

/** A path that the route answers: `/record/:type{…}/*` becomes `/record/1/1`. */
function pathOf({ path }: Route): string {
  return path.replace(/:[^/{]+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '1').replaceAll('*', '1');
}

function methodsOf({ method }: Route): string[] {
  return method === 'ALL' ? ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] : [method];
}

const json = { 'content-type': 'application/json' };

describe.each(['private', 'marketplace'])('every route of the local server, %s edition', (edition) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(edition);
  });
  afterAll(async () => {
    if (!served) return;
    served.child.removeAllListeners('exit');
    const ended = new Promise((resolve) => served.child.once('exit', resolve));
    served.child.kill('SIGTERM');
    await ended;
  });

  /** The statuses of one request to each method of each route, and to a path that nothing answers, without repeats. */
  async function statuses(headers: Record<string, string>, changes: boolean, body = '{}'): Promise<number[]> {
    const requests = [...served.routes, { method: 'ALL', path: '/nothing/here' }].flatMap((route) =>
      methodsOf(route).map((method) => ({ method, path: pathOf(route) })),
    );
    const wanted = requests.filter(({ method }) => !changes || method !== 'GET');
    expect(wanted.length).toBeGreaterThan(10);
    const found = new Set<number>();
    for (const { method, path } of wanted) {
      found.add(await statusOf(served, method, path, headers, method === 'GET' ? '' : body));
    }
    return [...found];
  }

  it('refuses the name of another host', async () => {
    expect(await statuses({ ...json, host: `evil.example:${served.url.port}` }, false)).toEqual([421]);
  });

  it('refuses a change from another origin', async () => {
    expect(await statuses({ ...json, origin: 'https://evil.example' }, true)).toEqual([403]);
  });

  it('refuses a body that a page may send to another origin without asking', async () => {
    expect(await statuses({ 'content-type': 'text/plain' }, true)).toEqual([415]);
  });

  const headOf = (host: string, length: number) =>
    `POST /nothing/here HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

  it.each([
    ['refuses it', () => 'evil.example', 421],
    ['has no route for it', () => served.url.host, 404],
  ])('closes a connection on which it answers before the body has come: it %s', async (_, host, status) => {
    const connection = await RawConnection.open(Number(served.url.port));
    connection.send(headOf(host(), 100_000));
    await connection.sees('\r\n\r\n');
    expect(connection.received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(connection.received).toMatch(saysClose);
    connection.send('x'.repeat(100_000) + headOf(served.url.host, 0));
    await connection.closed;
    expect(connection.received.split('HTTP/1.1')).toHaveLength(2);
  });

  it('keeps a connection open on which the body has come', async () => {
    const connection = await RawConnection.open(Number(served.url.port));
    connection.send(`${headOf(served.url.host, 2)}{}`);
    await connection.sees('\r\n\r\n');
    expect(connection.received).not.toMatch(saysClose);
    connection.close();
  });

  it('answers the page itself, and a client that is no browser', async () => {
    const { origin, port } = served.url;
    const ask = (headers: Record<string, string>) =>
      statusOf(
        served,
        'POST',
        '/crm/v3/objects/0-1/search',
        { ...json, authorization: 'Bearer sandbox', ...headers },
        '{}',
      );
    for (const headers of [
      {},
      { origin },
      { host: `localhost:${port}`, origin: `http://localhost:${port}` },
    ]) {
      expect(await ask(headers)).toBe(200);
    }
    for (const path of ['/record/0-2/1', '/objects/0-2'])
      expect(await statusOf(served, 'GET', path, {})).toBe(200);
  });
});
