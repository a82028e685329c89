import type { ServerOptions } from '../../server/app';
import { beginInstall, deleteAccount, describeContacts, install, openCallback } from './hosted-app';
import type { BuiltParts, HostedProcess } from './hosted-process';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds after HubSpot's answer at which the process is killed; `asked`: while it waits for that answer. */
type Moment = 'asked' | number;

/** Does something at a moment of the next exchange or renewal of tokens. */
function atTokens(
  { hosting }: BuiltParts,
  what: 'exchange' | 'refresh',
  moment: Moment,
  act: () => Promise<void>,
): Promise<void> {
  return new Promise((done) => {
    const { oauth } = hosting.crm;
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
function grantShortly({ hosting }: BuiltParts): void {
  const { oauth } = hosting.crm;
  const real = oauth.exchange.bind(oauth);
  jest.spyOn(oauth, 'exchange').mockImplementation((...given) => ({ ...real(...given), expires_in: 60 }));
}

/** Tests what must hold after a process was killed, whatever it was doing. */
export function survivesKill(
  parts: BuiltParts,
  storage: () => Pick<ServerOptions, 'databaseUrl' | 'dataDir'>,
  moments: Moment[],
) {
  // The process that a test leaves serves the next one: to start one takes longer than all else that a test does.
  let server: HostedProcess | undefined;
  const kill = async () => {
    const killed = server;
    server = undefined;
    await killed?.kill();
  };
  const running = async () => (server ??= await parts.start(storage(), 'file'));
  beforeEach(async () => {
    expect((await deleteAccount(await running())).status).toBe(200);
  });
  afterEach(() => jest.restoreAllMocks());

  it.each(moments)(
    'leaves an account installed or not, when killed in an install: %s',
    async (moment) => {
      const before = await running();
      const { callback, cookie } = await beginInstall(before, parts.hosting.crm);
      const killed = atTokens(parts, 'exchange', moment, kill);
      await Promise.all([openCallback(before, callback, cookie).catch(() => undefined), killed]);

      const after = await running();
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
      const before = await running();
      grantShortly(parts);
      await install(before, parts.hosting.crm);
      const killed = atTokens(parts, 'refresh', moment, kill);
      await Promise.all([describeContacts(before).catch(() => undefined), killed]);

      const after = await running();
      const { status, body } = await describeContacts(after);
      expect([status, body.ok]).toEqual([200, true]);
    },
    60_000,
  );
}
