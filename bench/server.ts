import { homeAccount, type OAuthAccount, seededId } from 'hubspot-local/crm';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms, startPostgres } from '../server/testing/postgres-server';
import { callFunction, Hosting, install } from '../tests/server/hosted-app';
import { BuiltServer, environmentOf, type HostedProcess } from '../tests/server/hosted-process';
import { quantile } from './quantile';

/** Calls that are offered in a second, at an even rate. */
export const perSecond = 200;
const seconds = 15;
/** HubSpot lets an app call 110 times in ten seconds for one account: many accounts share the load. */
const accountCount = 40;

/** What a back end did under load. Milliseconds are from the request to the whole answer. */
export interface ServerLoad {
  database: string;
  calls: number;
  perSecond: number;
  errors: number;
  median: number;
  p99: number;
  /** Milliseconds of processor time a call took the back end: what other work on the machine does not change. */
  cpuMs: number;
  /** Megabytes the back end held at its end. */
  memoryMb: number;
}

/** Card calls at an even rate, on each kind of database: the built back end in a process of its own, on loopback. */
export async function serverLoads(): Promise<ServerLoad[]> {
  const built = new BuiltServer();
  const loads: ServerLoad[] = [];
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
    loads.push(await loadOn('embedded', built, { dataDir }));
    rmSync(dataDir, { recursive: true });
    if (postgresPrograms !== undefined) {
      const postgres = await startPostgres();
      loads.push(await loadOn('Postgres', built, { databaseUrl: postgres.newDatabase() }));
      postgres.remove();
    }
  } finally {
    built.remove();
  }
  return loads;
}

async function loadOn(
  database: string,
  built: BuiltServer,
  where: { databaseUrl?: string; dataDir?: string },
): Promise<ServerLoad> {
  const accounts = Array.from({ length: accountCount }, (_, n): OAuthAccount => {
    return { ...homeAccount, hubId: 1_000 + n, hubDomain: `account-${n}.example.com` };
  });
  const hosting = await Hosting.start({ oauth: { accounts } });
  const server = await built.start(environmentOf(hosting.options(where)));
  for (const { hubId } of accounts) await install(server, hosting.crm, String(hubId));
  const before = server.cpuSeconds();
  const load = await offer(server);
  const cpuMs = ((server.cpuSeconds() - before) * 1_000) / load.calls;
  const memoryMb = server.memoryMb();
  await server.stop();
  await hosting.hubspot.close();
  return { database, cpuMs, memoryMb, ...load };
}

/** The three calls a card makes most: what is new, linking it, and looking pasted lines up. */
function callOf(server: HostedProcess, n: number) {
  const account = String(1_000 + (n % accountCount));
  const inputs = Array.from({ length: 10 }, (_, k) => ({
    from: { id: seededId('company', 1 + (n % 20)) },
    to: { id: seededId('contact', 1 + ((n + k) % 50)) },
  }));
  const pairs = { fromObjectType: '0-2', toObjectType: '0-1', inputs };
  if (n % 3 === 0) return callFunction(server, 'associate_records', pairs, { account });
  if (n % 3 === 1) return callFunction(server, 'remove_associations', pairs, { account });
  return callFunction(server, 'find_segments', { objectType: '0-1', query: '' }, { account });
}

async function offer(server: HostedProcess) {
  const times: number[] = [];
  let errors = 0;
  const startedAt = performance.now();
  const calls: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const dueIn = startedAt + (n * 1_000) / perSecond - performance.now();
    if (dueIn > 1) await new Promise((resolve) => setTimeout(resolve, dueIn));
    const at = performance.now();
    const call = callOf(server, n).then(({ status, body }) => {
      times.push(performance.now() - at);
      if (status !== 200 || !body.ok || body['stopped'] !== undefined) errors++;
    });
    calls.push(call.catch(() => void errors++));
  }
  await Promise.all(calls);
  const took = (performance.now() - startedAt) / 1_000;
  return {
    calls: calls.length,
    perSecond: calls.length / took,
    errors,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
