import type { BackEndUid, FunctionUid, RunStatus } from '@bulk-associate/contract';
import { seededId } from 'hubspot-local/crm';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { defaultTimeOuts } from '../../server/settings';
import { openPostgres } from '../../server/storage/postgres';
import { callFunction } from '../../tests/server/hosted-app';
import { sendTo } from '../../tests/server/hosted-process';
import { associating, RunCard } from '../../tests/server/run-card';
import { accountsOf, fewLines, linesOf, type Load } from './load';

/**
 * The people of all accounts, in a process of their own, so that the embedded CRM does not hold up what they measure. They
 * hand their runs over and follow them, look at lists of runs and previews, and link a few pairs now and then.
 */

/** What the process is told. */
export type Told =
  | { kind: 'begin'; load: Load; databaseUrl: string; idlePort: number }
  /** Where the instances listen, from now on. */
  | { kind: 'ports'; ports: number[] };

/** A call of a card. */
export interface CardCall {
  uid: string;
  /** When it began (milliseconds since 1970), and how long it took, repetitions after a broken connection included. */
  at: number;
  ms: number;
  isRefused: boolean;
}

/** A look at the database by a connection of its own. */
interface DatabaseLook {
  ms: number;
  /** How many statements of the instances wait for a lock. */
  waiting: number;
}

/** What the process tells when all runs have ended. */
export interface Seen {
  runs: RunStatus[];
  calls: CardCall[];
  /** Calls of an instance that has no runs, on a database of its own: what they take is the machine's doing. */
  idleCalls: CardCall[];
  /** Milliseconds from the hand-over to the end of runs of three pairs. */
  few: { elsewhere: number[]; colleague: number[] };
  looks: DatabaseLook[];
  /** The longest time that this process could not do anything, in milliseconds, for each half second. */
  loopMs: number[];
  cpuSeconds: number;
}

const followMs = 1_000;
const listMs = 200;
const previewMs = 400;
const fewMs = 2_000;
const lookMs = 250;
const resolution = 5;

let ports: number[] = [];
const calls: CardCall[] = [];

/** The instances as HubSpot and a load balancer reach them: after a broken connection, the next one is asked. */
const server = {
  fetch: async (request: Request): Promise<Response> => {
    for (let turn = Math.floor(Math.random() * 2); ; turn++) {
      const port = ports[turn % ports.length] ?? 0;
      const response = await sendTo(port, request.clone()).catch(() => undefined);
      if (response) return response;
      await pause(20);
    }
  },
};

/** The same for calls that are not measured: one that is refused because the database is away is sent again. */
const patient = {
  fetch: async (request: Request): Promise<Response> => {
    for (;;) {
      const response = await server.fetch(request.clone());
      if (response.status !== 503) return response;
      await pause(500);
    }
  },
};

async function call(account: string, uid: FunctionUid | BackEndUid, parameters: object) {
  const { body, seen } = await timed(server, account, uid, parameters);
  calls.push(seen);
  return body;
}

async function timed(at: typeof server, account: string, uid: FunctionUid | BackEndUid, parameters: object) {
  const [beganAt, startedAt] = [Date.now(), performance.now()];
  const { status, body } = await callFunction(at, uid, parameters, { account });
  const isRefused = status !== 200 || !body.ok || body['stopped'] !== undefined;
  return { body, seen: { uid, at: beganAt, ms: performance.now() - startedAt, isRefused } };
}

/** Does something at an even rate until it is over, whether or not the one before is done. */
async function every(ms: number, isOver: () => boolean, act: (n: number) => Promise<unknown>) {
  const acts: Promise<unknown>[] = [];
  const startedAt = performance.now();
  for (let n = 0; !isOver(); n++) {
    acts.push(act(n));
    await pause(startedAt + (n + 1) * ms - performance.now());
  }
  await Promise.all(acts);
}

/** Does something until it is over, each time so long after the one before. */
async function oneAfterAnother(ms: number, isOver: () => boolean, act: (n: number) => Promise<unknown>) {
  for (let n = 0; !isOver(); n++) {
    await act(n);
    await pause(ms);
  }
}

async function work({ load, databaseUrl, idlePort }: Extract<Told, { kind: 'begin' }>): Promise<Seen> {
  const [small, ...large] = accountsOf(load).map(({ hubId }) => String(hubId)) as [string, ...string[]];
  const accountAt = (n: number) => large[n % large.length] as string;
  const database = openPostgres(databaseUrl, defaultTimeOuts);
  const delay = monitorEventLoopDelay({ resolution });
  const loopMs: number[] = [];
  const looks: DatabaseLook[] = [];
  const few: Seen['few'] = { elsewhere: [], colleague: [] };
  let isOver = false;

  const linksAFew = async (n: number) => {
    const isElsewhere = n % 2 === 0;
    const account = isElsewhere ? small : accountAt(0);
    const card = new RunCard(() => patient, { account, user: '2' });
    const status = await card.carriesOut(fewLines(n), { key: `key-of-a-few-pairs-${n}` });
    few[isElsewhere ? 'elsewhere' : 'colleague'].push((status.endedAt ?? NaN) - status.createdAt);
  };
  const looksAtDatabase = async () => {
    const startedAt = performance.now();
    const [look] = await database.query<{ waiting: number }>(
      `SELECT count(*) FILTER (WHERE wait_event_type = 'Lock')::int AS waiting FROM pg_stat_activity`,
    );
    looks.push({ ms: performance.now() - startedAt, waiting: look?.waiting ?? 0 });
  };
  const readsPreview = (n: number) => {
    const inputs = [1, 2, 3].map((k) => ({
      from: { id: seededId('company', 1) },
      to: { id: seededId('contact', k + (n % 50)) },
    }));
    const parameters = { fromObjectType: '0-2', toObjectType: '0-1', inputs, seen: true };
    return call(accountAt(n), 'preview_associations', parameters);
  };
  const readsList = (n: number) => call(accountAt(n), 'list_runs', { record: associating.record });
  const idle = { fetch: (request: Request) => sendTo(idlePort, request) };
  const idleCalls: CardCall[] = [];
  const readsIdleList = async () => {
    const { seen } = await timed(idle, small, 'list_runs', { record: associating.record });
    idleCalls.push(seen);
  };
  const ends = () => isOver;

  delay.enable();
  const meanwhile = [
    every(listMs, ends, readsList),
    every(listMs, ends, readsIdleList),
    every(previewMs, ends, readsPreview),
    oneAfterAnother(fewMs, ends, (n) => linksAFew(2 * n)),
    oneAfterAnother(fewMs, ends, (n) => linksAFew(2 * n + 1)),
    every(lookMs, ends, looksAtDatabase),
    every(500, ends, async () => {
      loopMs.push(Math.max(0, delay.max / 1e6 - resolution));
      delay.reset();
    }),
  ];
  const runs = await Promise.all(large.map((account) => handOver(account, load)));
  isOver = true;
  await Promise.all(meanwhile);
  await database.close();
  const { user, system } = process.cpuUsage();
  return { runs, calls, idleCalls, few, looks, loopMs, cpuSeconds: (user + system) / 1e6 };
}

/** Hands an account's run over, and follows it as a card does. */
async function handOver(account: string, load: Load): Promise<RunStatus> {
  const card = new RunCard(() => patient, { account });
  const { run } = await card.begin(linesOf(load), { key: `key-of-account-${account}-of-bench` });
  for (;;) {
    const { status } = (await call(account, 'read_run', { run })) as { status?: RunStatus };
    if (status?.state === 'ended') return status;
    await pause(followMs);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

process.on('message', (told: Told) => {
  if (told.kind === 'ports') ({ ports } = told);
  else void work(told).then((seen) => process.send?.(seen, () => process.disconnect()));
});
