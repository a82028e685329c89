import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type LocalServer } from '../testing';
import { copySampleProject } from './sample-project';

const bin = join(__dirname, '../bin.mjs');
const environment = { PORT: '0', WATCH: '0', HUBSPOT_ACCESS_TOKEN: '' };

function fail(folder: string, more: Record<string, string> = {}) {
  const env = { ...process.env, ...environment, ...more };
  const { status, stderr } = spawnSync(process.execPath, [bin, folder], { env, encoding: 'utf8' });
  return { status, stderr: stderr.trim() };
}

describe('hubspot-local <project folder>', () => {
  const project = copySampleProject();
  let server: LocalServer;
  beforeAll(async () => {
    server = await startServer([bin, project.folder], environment);
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    project.remove();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, server.url), { headers });
  const call = (uid: string) =>
    fetch(new URL(`/functions/${uid}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ parameters: { n: 1 } }),
    });

  it('serves a record page of an object type that the card is on, with the app’s name', async () => {
    const page = await get('/');
    expect(new URL(page.url).pathname).toMatch(/^\/record\/0-2\/\d+$/);
    const html = await page.text();
    expect(html).toContain('"appName":"Sample app"');
    expect(html).toContain('"uid":"probe"');
  });

  it('serves the card as HubSpot’s builder makes it', async () => {
    const card = await get('/page/cards/probe.js');
    expect(card.status).toBe(200);
    expect(await card.text()).toContain('first edition');
  });

  it.each(['/page/cards/probe.js', '/page/assets/page.js', '/page/assets/page.css'])(
    'has a browser ask each time whether %s has changed, and sends it only then',
    async (path) => {
      const first = await get(path);
      expect(first.headers.get('cache-control')).toBe('no-cache');
      const tag = first.headers.get('etag') ?? '';
      expect((await first.text()).length).toBeGreaterThan(0);
      const again = await get(path, { 'if-none-match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200);
    },
  );

  it('runs the project’s app functions', async () => {
    expect(await (await call('echo')).json()).toEqual({ response: { parameters: { n: 1 } } });
    expect((await call('broken')).status).toBe(400);
    expect((await call('missing')).status).toBe(400);
  });

  it('serves the embedded CRM', async () => {
    const contacts = await fetch(new URL('/crm/v3/objects/contacts?limit=1', server.url), {
      headers: { authorization: 'Bearer sandbox' },
    });
    expect(((await contacts.json()) as { results: object[] }).results).toHaveLength(1);
  });
});

describe('hubspot-local <project folder> <records.json>', () => {
  it('fills the embedded CRM with those records, and opens the first', async () => {
    const project = copySampleProject();
    const file = join(project.folder, 'records.json');
    writeFileSync(file, JSON.stringify({ records: { companies: [{ id: '7', properties: {} }] } }));
    const server = await startServer([bin, project.folder, file], environment);
    const page = await fetch(server.url);
    await server.stop();
    project.remove();
    expect(new URL(page.url).pathname).toBe('/record/0-2/7');
    expect(await page.text()).toContain('"firstRecords":{"0-2":"7"}');
  }, 60_000);
});

describe('hubspot-local, where it cannot start', () => {
  it('names what is missing in a folder that holds no app', () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-project-'));
    const { status, stderr } = fail(folder);
    rmSync(folder, { recursive: true });
    const missing = join(folder, 'src/app/app-hsmeta.json');
    expect([status, stderr]).toEqual([
      1,
      `${folder} is not a HubSpot project with an app: ${missing} is missing.`,
    ]);
  });

  it('names a port that may be free where the given one is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { stderr } = fail(tmpdir(), { PORT: String(port) });
    await new Promise((resolve) => server.close(resolve));
    expect(stderr).toBe(`Port ${port} is taken. Choose another: PORT=${port + 1} npx hubspot-local`);
  });
});
