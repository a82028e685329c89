import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPostgres } from '../../server/testing/on-databases';
import { callFunction, install, publicUrl } from './hosted-app';
import { environmentOf, withBuiltServer } from './hosted-process';

const describeContacts = { objectType: '0-1' };

const parts = withBuiltServer();

describe('the built back end', () => {
  it('starts with nothing beside it but Node, and says what is wrong with its settings', () => {
    const { status, stderr } = spawnSync(process.execPath, [parts.built.main], {
      env: { PUBLIC_URL: 'http://bulk.example.com' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stderr).toContain('PUBLIC_URL must be');
  });

  it('answers the calls under way when it is told to stop, and ends well', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hosted-'));
    const server = await parts.built.start(environmentOf(parts.hosting.options({ dataDir })));
    await install(server, parts.hosting.crm);
    parts.hosting.crm.change({ latencyMs: 700 });
    const call = callFunction(server, 'describe_objects', describeContacts);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = server.stop();
    expect((await call).body.ok).toBe(true);
    expect(await stopped).toBe(0);
    rmSync(dataDir, { recursive: true });
  }, 60_000);
});

onPostgres((postgres) => {
  it('answers 503 while the database is away, says so on /readyz alone, and goes on when it is back', async () => {
    const server = await parts.built.start(
      environmentOf(parts.hosting.options({ databaseUrl: postgres().newDatabase() })),
    );
    const statusOf = async (path: string) => (await server.fetch(new Request(publicUrl + path))).status;
    await install(server, parts.hosting.crm);
    const call = () => callFunction(server, 'describe_objects', describeContacts);
    expect((await call()).status).toBe(200);

    postgres().stop();
    const { status, body } = await call();
    expect(status).toBe(503);
    expect(body).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect([await statusOf('/readyz'), await statusOf('/healthz')]).toEqual([503, 200]);
    const page = await server.fetch(new Request(`${publicUrl}/oauth/install`));
    expect(page.status).toBe(302);

    postgres().start();
    expect((await call()).body.ok).toBe(true);
    expect(await statusOf('/readyz')).toBe(200);
    expect(await server.stop()).toBe(0);
  }, 60_000);

  it('starts before its database does', async () => {
    const databaseUrl = postgres().newDatabase();
    postgres().stop();
    const server = await parts.built.start(environmentOf(parts.hosting.options({ databaseUrl })));
    expect((await callFunction(server, 'describe_objects', describeContacts)).status).toBe(503);
    postgres().start();
    expect((await callFunction(server, 'describe_objects', describeContacts)).status).toBe(403);
    expect(await server.stop()).toBe(0);
  }, 60_000);
});
