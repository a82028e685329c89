import type { ServerOptions } from '../../server/app';
import { onPostgres } from '../../server/testing/on-databases';
import { install } from './hosted-app';
import { withBuiltServer, type HostedProcess } from './hosted-process';
import { newLines, RunCard } from './run-card';

const parts = withBuiltServer();
const pairCount = 3_000;

/** Kills the instance at each of these numbers of settled lines; `together`: while a second one runs beside it. */
function survivesKills(
  storage: () => Pick<ServerOptions, 'databaseUrl' | 'dataDir'>,
  kills: number[],
  together: boolean,
) {
  it('settles every line once, and tells the truth about it, when instances are killed', async () => {
    const { crm } = parts.hosting;
    let server: HostedProcess = await parts.start(storage());
    await install(server, crm);
    crm.change({ latencyMs: 150, latencyPerInputMs: 1 });
    const card = new RunCard(() => server);
    const lines = newLines(pairCount);
    const { run } = await card.begin([{ id: '99', before: 'new' }, ...lines]);
    for (const wanted of kills) {
      await card.reads(run, ({ work }) => work.settled >= wanted);
      const next = together ? await parts.start(storage()) : undefined;
      await server.kill();
      server = next ?? (await parts.start(storage()));
    }
    const status = await card.ends(run);
    expect(status).toMatchObject({
      work: { total: pairCount + 1, settled: pairCount + 1 },
      outcomes: { associated: pairCount, failed: 1, not_sent: 0 },
      undoable: pairCount,
    });
    expect(status.error).toBeUndefined();
    const results = await card.lines(run);
    expect(results.map(({ id }) => id)).toEqual(['99', ...lines.map(({ id }) => id)]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', ...lines.map(() => 'associated')]);
  }, 120_000);
}

onPostgres((postgres) => {
  let databaseUrl = '';
  beforeEach(() => (databaseUrl = postgres().newDatabase()));
  survivesKills(() => ({ databaseUrl }), [0, 1_000], true);
});

describe('with the embedded database', () => {
  let dataDir = '';
  beforeEach(() => (dataDir = parts.newDataDir({ isMade: true })));
  survivesKills(() => ({ dataDir }), [500], false);
});
