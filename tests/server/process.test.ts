import { spawnSync } from 'node:child_process';
import { onPostgres } from '../../server/testing/on-databases';
import { describeContacts, install, publicUrl } from './hosted-app';
import { withBuiltServer } from './hosted-process';

const parts = withBuiltServer();
afterEach(() => jest.restoreAllMocks());

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
    const server = await parts.start({ dataDir: parts.newDataDir() });
    await install(server, parts.hosting.crm);
    parts.hosting.crm.change({ latencyMs: 700 });
    const { oauth } = parts.hosting.crm;
    const grantOf = oauth.grantOf.bind(oauth);
    const hubspotWasCalled = new Promise<void>((resolve) => {
      jest.spyOn(oauth, 'grantOf').mockImplementation((...given) => (resolve(), grantOf(...given)));
    });
    const call = describeContacts(server);
    await hubspotWasCalled;
    const stopped = server.stop();
    expect((await call).body.ok).toBe(true);
    expect(await stopped).toBe(0);
  }, 60_000);
});

onPostgres((postgres) => {
  it('answers 503 while the database is away, says so on /readyz alone, and goes on when it is back', async () => {
    const server = await parts.start({ databaseUrl: postgres().newDatabase() });
    const statusOf = async (path: string) => (await server.fetch(new Request(publicUrl + path))).status;
    await install(server, parts.hosting.crm);
    const call = () => describeContacts(server);
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
    const server = await parts.start({ databaseUrl });
    expect((await describeContacts(server)).status).toBe(503);
    postgres().start();
    expect((await describeContacts(server)).status).toBe(403);
    expect(await server.stop()).toBe(0);
  }, 60_000);
});
