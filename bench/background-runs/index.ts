import type { RunStatus } from '@bulk-associate/contract';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { postgresPrograms, startPostgres } from '../../server/testing/postgres-server';
import { Hosting, install } from '../../tests/server/hosted-app';
import { BuiltServer, environmentOf } from '../../tests/server/hosted-process';
import { latencyMs, latencyPerInputMs } from '../virtual-crm';
import { Instances, poolSizes, type InstanceSample } from './instances';
import { accountsOf, hubspotLimit, idealSeconds, loads, type Load } from './load';
import type { CardCall, Seen, Told } from './people';
import { foundIn } from './stored-words';
import { WatchedAccount } from './watched-account';
import { WatchedWrites } from './watched-writes';

/** What two instances made of a load. */
export interface BackgroundRuns {
  load: Load;
  /** What was found in the database that must not be there. */
  found: string[];
  /** Seconds until the last run has ended. */
  seconds: number;
  idealSeconds: number;
  kills: number;
  /** Calls of HubSpot's API in an account, on the average. */
  calls: number;
  /** Lines without an outcome, or with one that the CRM's associations contradict. */
  wrong: number;
  /** Associations that no line speaks of. */
  extra: number;
  /** Pairs that were sent again, and pairs that were in two calls at the same time. */
  again: number;
  together: number;
  /** Turns that an instance which was not killed lost, because it could not extend them in time. */
  turnsLost: number;
  /** Calls of cards: those that a kill may have held up, and the others. */
  cards: { held: CardCall[]; others: CardCall[] };
  /** Calls of an instance that has nothing else to do, on a database of its own. */
  idleCalls: CardCall[];
  few: Seen['few'];
  instances: InstanceSample[];
  /** Milliseconds that the event loops of the callers and of the CRM were held up. */
  loops: { people: number[]; crm: number[] };
  /** Milliseconds of a query on a connection of its own, and the most statements that waited for a lock at the same time. */
  database: { ms: number[]; waiting: number };
  /** Seconds of processor time; `others`: of programs that are no part of the measurement. */
  cpu: { instances: number; idle: number; postgres: number; crm: number; people: number; others: number };
}

/** Runs of many accounts at once on two instances of the built back end and one Postgres server. */
export async function backgroundRuns(which: readonly Load[] = loads): Promise<BackgroundRuns[]> {
  if (postgresPrograms === undefined) return [];
  const built = new BuiltServer();
  try {
    const measured: BackgroundRuns[] = [];
    for (const load of which) measured.push(await carryOut(built, load));
    return measured;
  } finally {
    built.remove();
  }
}

async function carryOut(built: BuiltServer, load: Load): Promise<BackgroundRuns> {
  const accounts = accountsOf(load);
  const rateLimits = { tenSecondly: hubspotLimit.calls, searchSecondly: 5 };
  const { maxInputs } = load;
  const hosting = await Hosting.start({ oauth: { accounts }, rateLimits, latencyMs, latencyPerInputMs, maxInputs }); // prettier-ignore
  const { crm } = hosting;
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databaseUrl = postgres.newDatabase();
  const environment = {
    ...environmentOf(hosting.options({ databaseUrl })),
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'instance-probe.mjs')}`,
    PROBE_FILE: join(folder, 'samples'),
    PROBE_DATABASE_PORT: new URL(databaseUrl).port,
    PROBE_POOL_SIZES: JSON.stringify(poolSizes),
  };
  const instances = new Instances(built, environment);
  const idle = new Instances(built, environmentOf(hosting.options({ databaseUrl: postgres.newDatabase() })));
  try {
    await instances.begin(2);
    await idle.begin(1);
    await install(idle, crm, String(accounts[0].hubId));
    for (const { hubId } of accounts) await install(instances, crm, String(hubId));
    const large = accounts.slice(1).map((account) => new WatchedAccount(crm, account, load));
    const writes = new WatchedWrites(crm);
    const crmLoop = new LoopDelays();

    const cpuBefore = { own: ownCpuSeconds(), postgres: postgres.cpuSeconds(), all: machineCpuSeconds() };
    const [instancesBefore, idleBefore] = [instances.cpuSeconds, idle.cpuSeconds];
    const startedAt = performance.now();
    const people = new PeopleProcess();
    instances.onChange = (ports) => people.tell({ kind: 'ports', ports });
    people.tell({ kind: 'ports', ports: instances.ports });
    people.tell({ kind: 'begin', load, databaseUrl, idlePort: idle.ports[0] ?? 0 });
    const killing = load.killMs === undefined ? undefined : setInterval(() => void instances.killOne(), load.killMs); // prettier-ignore
    const seen = await people.seen;
    clearInterval(killing);
    await instances.settled;
    const seconds = (performance.now() - startedAt) / 1_000;
    const loops = { people: seen.loopMs, crm: crmLoop.end() };
    const cpu = {
      instances: instances.cpuSeconds - instancesBefore,
      idle: idle.cpuSeconds - idleBefore,
      postgres: postgres.cpuSeconds() - cpuBefore.postgres,
      crm: ownCpuSeconds() - cpuBefore.own,
      people: seen.cpuSeconds,
    };
    const ours = Object.values(cpu).reduce((sum, each) => sum + each, 0);
    const others = machineCpuSeconds() - cpuBefore.all - ours;

    const samples = readFileSync(join(folder, 'samples'), 'utf8').trim().split('\n');
    let [wrong, extra] = [0, 0];
    for (const [n, account] of large.entries()) {
      const run = seen.runs[n] as RunStatus;
      wrong += account.wrongIn(await account.linesOf(run, instances));
      extra += account.extra;
    }
    const state = crm.stateIn(accounts[1]?.hubId ?? 0);
    if (!state) throw new Error('The CRM has the account.');
    writes.tokens.delete('');
    const found = await foundIn(databaseUrl, { tokens: writes.tokens, state });
    return {
      load,
      found,
      seconds,
      idealSeconds: idealSeconds(load),
      kills: instances.kills.length,
      calls: writes.calls / load.accounts,
      wrong,
      extra: extra - seen.few.colleague.length * 3,
      again: writes.again,
      together: writes.together,
      turnsLost: instances.eventCount('turn_lost'),
      cards: instances.partByKills(seen.calls),
      idleCalls: seen.idleCalls,
      few: seen.few,
      instances: samples.map((line) => JSON.parse(line) as InstanceSample),
      loops,
      database: { ms: seen.looks.map(({ ms }) => ms), waiting: Math.max(...seen.looks.map(({ waiting }) => waiting)) }, // prettier-ignore
      cpu: { ...cpu, others },
    };
  } finally {
    await instances.end();
    await idle.end();
    postgres.remove();
    await hosting.hubspot.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The process of `people.ts`. */
class PeopleProcess {
  readonly seen: Promise<Seen>;
  private readonly child: ChildProcess = fork(join(import.meta.dirname, 'people.ts'));

  constructor() {
    this.seen = new Promise((resolve, reject) => {
      this.child.once('message', (seen) => resolve(seen as Seen));
      this.child.once('exit', (code) => reject(new Error(`The callers ended with ${code}.`)));
    });
  }

  tell(told: Told): void {
    if (this.child.connected) this.child.send(told);
  }
}

/** How long the event loop of this process is held up, half second by half second. */
class LoopDelays {
  private readonly resolution = 5;
  private readonly delay = monitorEventLoopDelay({ resolution: this.resolution });
  private readonly ms: number[] = [];
  private readonly timer = setInterval(() => {
    this.ms.push(Math.max(0, this.delay.max / 1e6 - this.resolution));
    this.delay.reset();
  }, 500);

  constructor() {
    this.delay.enable();
  }

  end(): number[] {
    clearInterval(this.timer);
    this.delay.disable();
    return this.ms;
  }
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds that all processors have worked, by the kernel's count (in hundredths). */
function machineCpuSeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softIrq) / 100;
}
