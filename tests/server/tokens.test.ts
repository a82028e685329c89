/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { refusals, smallAccount } from 'hubspot-local/crm/testing';
import type { HostedServer, ServerOptions } from '../../server/app';
import { Accounts } from '../../server/accounts/accounts';
import { TokenCipher } from '../../server/accounts/token-cipher';
import { Tokens } from '../../server/accounts/tokens';
import { RunStore } from '../../server/runs/run-store';
import { Maintenance } from '../../server/accounts/maintenance';
import { HubSpotOAuth } from '../../server/hubspot/oauth';
import { openDatabase } from '../../server/storage';
import { onPostgres } from '../../server/testing/on-databases';
import {
  account,
  callFunction,
  deleteAccount,
  describeContacts,
  Hosting,
  install,
  marketplaceApp,
  otherAccount,
} from './hosted-app';

const minute = 60_000;
/** More calls than the two back ends have connections to their database, of all kinds together. */
const concurrently = 200;

/** What every pair of HubSpot and back ends must hold. */
function keepsTokensGood(start: () => Promise<{ hosting: Hosting; servers: HostedServer[] }>) {
  let hosting: Hosting;
  let servers: HostedServer[];
  beforeAll(async () => {
    ({ hosting, servers } = await start());
  }, 60_000);
  beforeEach(async () => {
    // With the calls of the test before, which would count towards HubSpot's limits.
    await deleteAccount(servers[0] as HostedServer, { at: hosting.clock.now });
    hosting.reset();
    await install(servers[0] as HostedServer, hosting.crm);
    hosting.crm.calls.length = 0;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    for (const server of servers) await server.close();
    await hosting.hubspot.close();
  });
  const call = (n = 0) =>
    describeContacts(servers[n % servers.length] as HostedServer, {
      at: hosting.clock.now,
    });

  it('uses a token as long as it lasts', async () => {
    await call();
    hosting.clock.now += 27 * minute;
    await call();
    expect(hosting.tokenRequests).toBe(0);
  });

  it('renews a token before it ends', async () => {
    hosting.clock.now += 29 * minute;
    expect((await call()).body.ok).toBe(true);
    expect(hosting.tokenRequests).toBe(1);
    await call();
    expect(hosting.tokenRequests).toBe(1);
  });

  it('renews a token once for hundreds of calls that come at once', async () => {
    // A connection to HubSpot is open then: on a busy machine the many calls would hold up a new one until fetch
    // gives up connecting, after 10 s.
    await call();
    hosting.clock.now += 31 * minute;
    // HubSpot takes its time, so that every instance has asked before the first has its answer.
    hosting.crm.change({ latencyMs: 300 });
    // The parameters are refused after the token is there, so that HubSpot's limits are not in the way.
    const request = (n: number) =>
      callFunction(
        servers[n % servers.length] as HostedServer,
        'describe_objects',
        {},
        { at: hosting.clock.now },
      );
    const answers = await Promise.all(Array.from({ length: concurrently }, (_, n) => request(n)));
    expect(answers.map(({ status }) => status)).toEqual(Array(concurrently).fill(200));
    expect(hosting.tokenRequests).toBe(1);
    hosting.crm.change({ latencyMs: 0 });
    expect((await call()).body.ok).toBe(true);
    expect(hosting.tokenRequests).toBe(1);
  }, 60_000);

  it('keeps a refresh token that HubSpot hands out anew', async () => {
    const { oauth } = hosting.crm;
    const refresh = oauth.refresh.bind(oauth);
    const grants = oauth['grants'];
    jest.spyOn(oauth, 'refresh').mockImplementation((app, token) => {
      const granted = refresh(app, token);
      const grant = grants.get(token);
      grants.delete(token);
      if (grant) grants.set(`${token}+`, { ...grant, refreshToken: `${token}+` });
      return { ...granted, refresh_token: `${token}+` };
    });
    for (let round = 0; round < 3; round++) {
      hosting.clock.now += 31 * minute;
      expect((await call(round)).body.ok).toBe(true);
    }
    expect(hosting.tokenRequests).toBe(3);
  });

  it('answers that HubSpot is out of reach while a token cannot be renewed, and goes on afterwards', async () => {
    hosting.clock.now += 31 * minute;
    hosting.crm.faults.add({ name: 'html-502', on: 'oauth', times: 1 });
    const { status, body } = await call();
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect((await call()).body.ok).toBe(true);
  });

  it('does not take wrong settings of the app for an uninstall', async () => {
    hosting.clock.now += 31 * minute;
    const otherSecret = () => {
      throw refusals.clientSecret();
    };
    const checked = jest.spyOn(hosting.crm.oauth, 'appOf').mockImplementation(otherSecret);
    expect((await call()).body).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    checked.mockRestore();
    expect((await call()).body.ok).toBe(true);
  });

  it('uses what is left of a token while it cannot be renewed', async () => {
    hosting.clock.now += 29 * minute;
    hosting.crm.faults.add({ name: 'reset-before', on: 'oauth' });
    expect((await call()).body.ok).toBe(true);
  });

  it('renews a token that HubSpot refuses before its time, in the middle of a call', async () => {
    hosting.crm.oauth.expireAccessTokens();
    expect((await call()).body.ok).toBe(true);
    expect(hosting.tokenRequests).toBe(1);
  });

  it('renews for an account that is back soon after it was uninstalled', async () => {
    const { crm } = hosting;
    hosting.clock.now += 2 * minute;
    for (const installed of crm.oauth.accounts) crm.oauth.uninstall(marketplaceApp, installed);
    for (const n of servers.keys()) expect((await call(n)).status).toBe(403);
    await install(servers[0] as HostedServer, crm);
    crm.oauth.expireAccessTokens();
    for (const n of servers.keys()) expect((await call(n)).body.ok).toBe(true);
  });

  it('does not renew again and again what HubSpot refuses for another reason', async () => {
    jest.spyOn(hosting.crm.oauth, 'grantOf').mockReturnValue(undefined);
    for (let n = 0; n < 4; n++) {
      const { status, body } = await call(n);
      expect(status).toBe(200);
      expect(body).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
    }
    expect(hosting.tokenRequests).toBeLessThanOrEqual(servers.length);
  });
}

describe('a back end', () => {
  keepsTokensGood(async () => {
    const hosting = await Hosting.start();
    return { hosting, servers: [await hosting.createServer()] };
  });
});

onPostgres((server) => {
  describe('with two back ends', () => {
    keepsTokensGood(async () => {
      const hosting = await Hosting.start();
      const databaseUrl = server().newDatabase();
      const servers = [
        await hosting.createServer({ databaseUrl }),
        await hosting.createServer({ databaseUrl }),
      ];
      return { hosting, servers };
    });
  });

  it('lets an install and a deletion wait for a renewal in progress', async () => {
    const hosting = await Hosting.start();
    const databaseUrl = server().newDatabase();
    const backEnd = await hosting.createServer({ databaseUrl });
    const database = await openDatabase({ databaseUrl });
    const accounts = new Accounts(
      database,
      new TokenCipher([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
      Date.now,
    );
    const isStored = async () => (await accounts.find(account)) !== undefined;
    for (const [change, before] of [
      [() => install(backEnd, hosting.crm), false],
      [() => deleteAccount(backEnd), true],
    ] as const) {
      let done: Promise<Response> | undefined;
      await accounts.withLock(account, async () => {
        const { oauth } = hosting.crm;
        const called = new Promise<void>((resolve) => {
          for (const name of ['exchange', 'uninstall'] as const) {
            const real = oauth[name].bind(oauth) as (...given: unknown[]) => never;
            const spy = jest.spyOn(oauth, name) as unknown as jest.SpyInstance<unknown, unknown[]>;
            spy.mockImplementation((...given) => (resolve(), real(...given)));
          }
        });
        done = change();
        await called;
        jest.restoreAllMocks();
        // Time for a change that would not wait.
        for (let query = 0; query < 20; query++) expect(await isStored()).toBe(before);
      });
      expect((await done)?.status).toBe(200);
      expect(await isStored()).toBe(!before);
    }
    await backEnd.close();
    await database.close();
    await hosting.hubspot.close();
  }, 60_000);
});

describe('the maintenance', () => {
  it('forgets who has uninstalled, renews who has not, and encrypts with the newest key', async () => {
    const hosting = await Hosting.start();
    const database = await openDatabase({});
    const keys = ['old', 'new'].map((id, n) => ({ id, key: Buffer.alloc(32, n) }));
    const [old, fresh] = keys as [(typeof keys)[0], (typeof keys)[0]];
    const now = () => hosting.clock.now;
    const accounts = new Accounts(database, new TokenCipher([old]), now);
    const settings: ServerOptions = hosting.options();
    const oauth = new HubSpotOAuth({
      apiBaseUrl: hosting.hubspot.url,
      clientId: settings.hubspotClientId,
      clientSecret: settings.hubspotClientSecret,
      timeOutMs: 60_000,
      now,
    });
    for (const installing of hosting.crm.oauth.accounts) {
      const consent = { app: marketplaceApp, account: installing, scopes: [], redirectUri: 'x' };
      const granted = await oauth.exchange(hosting.crm.oauth.allow(consent), 'x');
      if (granted.kind === 'granted') await accounts.save(granted.account);
    }
    hosting.crm.oauth.uninstall(marketplaceApp, smallAccount);

    const later = new Accounts(database, new TokenCipher([fresh, old]), now);
    const log = () => undefined;
    const maintenance = new Maintenance({
      accounts: later,
      tokens: new Tokens({ accounts: later, oauth, now, log }),
      runs: new RunStore(database),
      keptMs: 1,
      log,
    });
    await maintenance.run();
    expect(await later.sealedByOlderKey(10)).toEqual([]);
    expect(await later.find(otherAccount)).toBeDefined();

    hosting.clock.now += 25 * 60 * minute;
    await maintenance.run();
    expect(await later.find(otherAccount)).toBeUndefined();
    expect((await later.find(account))?.expiresAt).toBeGreaterThan(hosting.clock.now);
    await database.close();
    await hosting.hubspot.close();
  }, 60_000);
});
