import type { HostedServer } from '../../server/app';
import { hubspotLimits } from '../../server/hubspot/call-limits';
import { openDatabase, type Database } from '../../server/storage';
import { callStarts, recordCallStarts, shortestSpan } from '../../server/testing/call-starts';
import { onPostgres } from '../../server/testing/on-databases';
import { account, callFunction, describeContacts, Hosting, install } from './hosted-app';

const findContacts = { objectType: '0-1', source: { query: 'a' } };

/** Earlier calls of the account: they leave room for ten, and for all others three seconds later. */
const earlier = { calls: hubspotLimits.all.calls - 10, ms: hubspotLimits.all.windowMs - 3_000 };

onPostgres((postgres) => {
  let hosting: Hosting;
  let database: Database;
  const servers: HostedServer[] = [];
  beforeAll(async () => {
    hosting = await Hosting.start();
    const databaseUrl = postgres().newDatabase();
    const options = hosting.options({ databaseUrl });
    for (let n = 0; n < 2; n++) servers.push(await hosting.createServer(options));
    await install(servers[0] as HostedServer, hosting.crm);
    database = await openDatabase({
      databaseUrl,
      timeOuts: { connect: 60_000, query: 60_000, lock: 60_000 },
    });
    hosting.crm.calls.length = 0;
  });
  afterAll(async () => {
    await database.close();
    for (const server of servers) await server.close();
    await hosting.hubspot.close();
  });
  const server = (n: number) => servers[n % 2] as HostedServer;

  /** Enters the earlier calls; the moment at which they started, by the database's clock. */
  async function enterEarlierCalls(): Promise<number> {
    const [row] = await database.query<{ at: string }>(
      `INSERT INTO call_windows (account_id, kind, calls, wait_ms)
       SELECT $1, 'all', array_fill(at, ARRAY[$2::int]), 0
       FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint - $3::bigint AS at) AS moment
       RETURNING calls[1] AS at`,
      [account, earlier.calls, earlier.ms],
    );
    return Number(row?.at);
  }

  // By the database's clock, at the moment a call is let go: how long it is then on its way to HubSpot does not matter.
  it('lets two back ends together call HubSpot no more often than it allows for an account', async () => {
    const startedAt = await enterEarlierCalls();
    await recordCallStarts(database);
    // Six requests to HubSpot each.
    const describing = Array.from({ length: 4 }, (_, n) => describeContacts(server(n)));
    const searching = Array.from({ length: 6 }, (_, n) =>
      callFunction(server(n), 'collect_records', findContacts),
    );
    const answers = await Promise.all([...describing, ...searching]);

    const starts = await callStarts(database);
    const startsOf = (kind: string) => starts.filter((start) => start.kind === kind).map(({ at }) => at);
    const all = [...Array.from({ length: earlier.calls }, () => startedAt), ...startsOf('all')];
    expect(shortestSpan(all, hubspotLimits.all.calls)).toBeGreaterThanOrEqual(hubspotLimits.all.windowMs);
    expect(shortestSpan(startsOf('search'), hubspotLimits.search.calls)).toBeGreaterThanOrEqual(
      hubspotLimits.search.windowMs,
    );

    // HubSpot gets no call that was not let go.
    const { calls } = hosting.crm;
    const searches = calls.filter(({ path }) => path.endsWith('/search'));
    expect(calls.length).toBeGreaterThan(hubspotLimits.all.calls - earlier.calls);
    expect(calls.length).toBeLessThanOrEqual(startsOf('all').length);
    expect(searches.length).toBeLessThanOrEqual(startsOf('search').length);

    // A call that would have to wait too long is refused, and says so.
    const unanswered = answers.filter(({ body }) => !body.ok);
    for (const { body } of unanswered) expect(body).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  }, 60_000);
});
