import type { RunStatus } from '@bulk-associate/contract';
import { homeAccount, seededId, type OAuthAccount } from 'hubspot-local/crm';
import { hubspotLimits, reservedForPeople } from '../server/hubspot/call-limits';
import { postgresPrograms, startPostgres } from '../server/testing/postgres-server';
import { callFunction, Hosting, install } from '../tests/server/hosted-app';
import { BuiltServer, environmentOf, type HostedProcess } from '../tests/server/hosted-process';
import { RunCard } from '../tests/server/run-card';
import { quantile } from './quantile';
import { latencyMs, latencyPerInputMs } from './virtual-crm';

/** Accounts that have a run at the same time, and the pairs of each run. */
export const load = { accounts: 20, pairs: 10_000, killMs: 5_000 };
const companies = 10;

/** What two instances made of the load. */
export interface BackgroundRuns {
  what: string;
  /** Seconds until the last run has ended. */
  seconds: number;
  /** Seconds for the same calls of one account under its limits, without a crash, the processor aside. */
  idealSeconds: number;
  /** Calls of the busiest account. */
  calls: number;
  kills: number;
  /** Lines that have no outcome or a wrong one. */
  lost: number;
  /** Links that were created beside those of the runs. */
  extra: number;
  /** Of a card's calls meanwhile, in milliseconds. */
  median: number;
  p99: number;
  failed: number;
  /** The most megabytes that an instance held. */
  memoryMb: number;
}

/** Runs of many accounts at once on two instances of the built back end and Postgres, without kills and with them. */
export async function backgroundRuns(): Promise<BackgroundRuns[]> {
  if (postgresPrograms === undefined) return [];
  const built = new BuiltServer();
  try {
    return [await carryOut(built, undefined), await carryOut(built, load.killMs)];
  } finally {
    built.remove();
  }
}

async function carryOut(built: BuiltServer, killMs: number | undefined): Promise<BackgroundRuns> {
  const accounts = Array.from({ length: load.accounts }, (_, n): OAuthAccount => {
    return { ...homeAccount, hubId: 1_000 + n, hubDomain: `account-${n}.example.com` };
  });
  const rateLimits = { tenSecondly: 110, searchSecondly: 5 };
  const hosting = await Hosting.start({ oauth: { accounts }, rateLimits, latencyMs, latencyPerInputMs });
  const postgres = await startPostgres();
  const environment = environmentOf(hosting.options({ databaseUrl: postgres.newDatabase() }));
  let instances = await Promise.all([built.start(environment), built.start(environment)]);
  let memoryMb = 0;
  const any = () => instances[Math.floor(Math.random() * instances.length)] as HostedProcess;
  const server = { fetch: (request: Request) => repeated(() => any().fetch(request.clone())) };
  for (const { hubId } of accounts) await install(server, hosting.crm, String(hubId));
  const linkedBefore = hosting.crm.linkCount('0-2', '0-1');
  const alreadyLinked = linesOf().filter(({ id, from }) =>
    hosting.crm.isAssociated('0-2', from, '0-1', id),
  ).length;

  const startedAt = performance.now();
  let isOver = false;
  let kills = 0;
  const disturbing = (async () => {
    for (let due = startedAt + 5_000; !isOver;) {
      await pause(200);
      for (const instance of instances) memoryMb = Math.max(memoryMb, instance.memoryMb());
      if (killMs === undefined || performance.now() < due) continue;
      due += killMs;
      const [killed, other] = instances;
      await killed?.kill();
      kills += 1;
      instances = [other as HostedProcess, await built.start(environment)];
    }
  })();
  const calling = callMeanwhile(any, () => isOver);
  const ended = await Promise.all(accounts.map(({ hubId }) => runOf(server, String(hubId))));
  const seconds = (performance.now() - startedAt) / 1_000;
  isOver = true;
  const { times, failed } = await calling;
  await disturbing;

  const lost = ended.reduce((sum, { outcomes, total }) => sum + total - outcomes.associated, 0);
  // Of the first account, whose records the embedded CRM shows.
  const extra = hosting.crm.linkCount('0-2', '0-1') - linkedBefore - load.pairs + alreadyLinked;
  const calls = hosting.crm.calls.length / load.accounts;
  for (const instance of instances) await instance.kill();
  postgres.remove();
  await hosting.hubspot.close();
  return {
    what: killMs === undefined ? 'none killed' : `one killed every ${killMs / 1_000} seconds`,
    seconds,
    idealSeconds: idealSeconds(),
    calls,
    kills,
    lost,
    extra,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failed,
    memoryMb,
  };
}

/** Batches of 1,000 pairs, each written and then answered, one after another, as many as the account's limit lets start. */
function idealSeconds(): number {
  const batches = load.pairs / 1_000;
  const latency = (batches * (latencyMs + 1_000 * latencyPerInputMs)) / 1_000;
  const { calls, windowMs } = hubspotLimits.all;
  const windows = Math.floor(batches / (calls - reservedForPeople));
  return latency + (windows * windowMs) / 1_000;
}

/** Hands an account's run over, and waits for its end as a card does. */
async function runOf(server: Pick<HostedProcess, 'fetch'>, account: string): Promise<RunStatus> {
  const card = new RunCard(() => server, { account });
  const lines = linesOf().map((line) => ({ ...line, before: 'new' as const }));
  const { run } = await card.begin(lines, { key: `key-of-account-${account}-of-bench` });
  for (;;) {
    const { status } = await card.call('read_run', { run });
    if (status.state === 'ended') return status;
    await pause(1_000);
  }
}

/** The pairs of a run: contacts of several companies. */
function linesOf(): { id: string; from: string }[] {
  const perCompany = load.pairs / companies;
  return Array.from({ length: load.pairs }, (_, n) => ({
    id: seededId('contact', 3_000 + (n % perCompany)),
    from: seededId('company', 300 + Math.floor(n / perCompany)),
  }));
}

/** Calls of people in these accounts, one after another: the time of each until its answer. */
async function callMeanwhile(any: () => HostedProcess, isOver: () => boolean) {
  const times: number[] = [];
  let failed = 0;
  for (let n = 0; !isOver(); n++) {
    const account = String(1_000 + (n % load.accounts));
    const inputs = [{ from: { id: seededId('company', 1) }, to: { id: seededId('contact', 1 + (n % 50)) } }];
    const pairs = { fromObjectType: '0-2', toObjectType: '0-1', inputs };
    const at = performance.now();
    const answer = await callFunction(any(), 'preview_associations', pairs, { account }).catch(
      () => undefined,
    );
    // The connection to an instance that was killed breaks: HubSpot repeats such a call.
    if (answer === undefined) continue;
    times.push(performance.now() - at);
    if (answer.status !== 200 || !answer.body.ok) failed += 1;
    await pause(50);
  }
  return { times, failed };
}

async function repeated(send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await send().catch(() => undefined);
    if (response) return response;
    await pause(100);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
