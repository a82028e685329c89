import { onPostgres } from '../../server/testing/on-databases';
import type { ServerOptions } from '../../server/app';
import { beginInstall, describeContacts, install, openCallback } from './hosted-app';
import { withBuiltServer } from './hosted-process';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds after HubSpot's answer at which the process is killed; `asked`: while it waits for that answer. */
type Moment = 'asked' | number;

const parts = withBuiltServer();
afterEach(() => jest.restoreAllMocks());

/** Does something at a moment of the next exchange or renewal of tokens. */
function atTokens(what: 'exchange' | 'refresh', moment: Moment, act: () => Promise<void>): Promise<void> {
  return new Promise((done) => {
    const { oauth } = parts.hosting.crm;
    const real = oauth[what].bind(oauth) as (...given: unknown[]) => object;
    const spy = jest.spyOn(oauth, what) as unknown as jest.SpyInstance<object, unknown[]>;
    spy.mockImplementation((...given) => {
      spy.mockRestore();
      const answer = real(...given);
      const acted = moment === 'asked' ? act() : pause(moment).then(act);
      void acted.then(done);
      return answer;
    });
  });
}

/** Access tokens that have to be renewed at the next call. */
function grantShortly(): void {
  const { oauth } = parts.hosting.crm;
  const real = oauth.exchange.bind(oauth);
  jest.spyOn(oauth, 'exchange').mockImplementation((...given) => ({ ...real(...given), expires_in: 60 }));
}

/** What must hold after a process was killed, whatever it was doing. */
function survivesKill(storage: () => Pick<ServerOptions, 'databaseUrl' | 'dataDir'>, moments: Moment[]) {
  const start = () => parts.start(storage());

  it.each(moments)(
    'leaves an account installed or not, when killed in an install: %s',
    async (moment) => {
      const server = await start();
      const { callback, cookie } = await beginInstall(server, parts.hosting.crm);
      const killed = atTokens('exchange', moment, () => server.kill());
      await Promise.all([openCallback(server, callback, cookie).catch(() => undefined), killed]);

      const after = await start();
      const { status, body } = await describeContacts(after);
      expect(status === 200 ? body.ok : status).toBe(status === 200 ? true : 403);
      // Whatever became of it, installing again is all it takes.
      await install(after, parts.hosting.crm);
      expect((await describeContacts(after)).body.ok).toBe(true);
    },
    60_000,
  );

  it.each(moments)(
    'leaves an account as good as before, when killed in a renewal: %s',
    async (moment) => {
      const server = await start();
      grantShortly();
      await install(server, parts.hosting.crm);
      const killed = atTokens('refresh', moment, () => server.kill());
      await Promise.all([describeContacts(server).catch(() => undefined), killed]);

      const after = await start();
      const { status, body } = await describeContacts(after);
      expect([status, body.ok]).toEqual([200, true]);
    },
    60_000,
  );
}

onPostgres((postgres) => {
  let databaseUrl = '';
  beforeEach(() => (databaseUrl = postgres().newDatabase()));
  survivesKill(() => ({ databaseUrl }), ['asked', 0, 2, 4, 8, 16, 32]);
});

describe('on the embedded database', () => {
  let dataDir = '';
  beforeEach(() => (dataDir = parts.newDataDir()));
  survivesKill(() => ({ dataDir }), ['asked', 0, 5]);
});
