import type { HostedServer } from '../../server/app';
import { onPostgres } from '../../server/testing/on-databases';
import { callFunction, describeContacts, Hosting, install } from './hosted-app';

const findContacts = { objectType: '0-1', source: { query: 'a' } };

onPostgres((postgres) => {
  let hosting: Hosting;
  const servers: HostedServer[] = [];
  beforeAll(async () => {
    hosting = await Hosting.start({ rateLimits: { tenSecondly: 110, searchSecondly: 5 } });
    const databaseUrl = postgres().newDatabase();
    for (let n = 0; n < 2; n++) servers.push(await hosting.createServer({ databaseUrl }));
    await install(servers[0] as HostedServer, hosting.crm);
    hosting.crm.calls.length = 0;
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await hosting.hubspot.close();
  });
  const server = (n: number) => servers[n % 2] as HostedServer;

  it('lets two back ends together call HubSpot no more often than it allows for an account', async () => {
    // Six requests to HubSpot each: more than ten seconds' worth.
    const describing = Array.from({ length: 20 }, (_, n) => describeContacts(server(n)));
    const searching = Array.from({ length: 6 }, (_, n) =>
      callFunction(server(n), 'collect_records', findContacts),
    );
    const answers = await Promise.all([...describing, ...searching]);

    const statuses = hosting.crm.calls.map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(110);
    // A call that is long on its way may come too close to the next; without limits it would be dozens.
    expect(statuses.filter((status) => status === 429).length).toBeLessThan(3);
    // Who waited too long is told so.
    const unanswered = answers.filter(({ body }) => !body.ok);
    for (const { body } of unanswered) expect(body).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    expect(unanswered.length).toBeLessThan(6);
  }, 60_000);
});
