import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Access } from './access/access';
import { accessCalls } from './access/access-calls';
import { AdminLinks } from './access/admin-links';
import { Accounts } from './accounts/accounts';
import { TokenCipher } from './accounts/token-cipher';
import { Tokens } from './accounts/tokens';
import { Maintenance } from './accounts/maintenance';
import { AccountCalls } from './hubspot/account-calls';
import { CallLimits } from './hubspot/call-limits';
import { Connections } from './hubspot/connections';
import { HubSpotOAuth } from './hubspot/oauth';
import { traceOf, type Log } from './log';
import { accountRoutes } from './routes/account-routes';
import { adminRoutes } from './routes/admin-routes';
import { functionRoutes } from './routes/function-routes';
import { healthRoutes } from './routes/health-routes';
import { installRoutes } from './routes/install-routes';
import { refusals, refuse } from './refusals';
import { signedByHubSpot } from './routes/signed-request';
import { LoopLoad } from './runs/loop-load';
import { RunNotes } from './runs/run-notes';
import { RunStore } from './runs/run-store';
import { defaultRunTimes } from './runs/run-times';
import { RunTurns } from './runs/run-turns';
import { RunWork } from './runs/run-work';
import { RunWorker } from './runs/run-worker';
import { runCalls } from './runs/run-calls';
import {
  defaultRetentionDays,
  defaultTimeOuts,
  hubspotAddresses,
  mistakesIn,
  readKeys,
  type ServerOptions,
} from './settings';
import { DatabaseUnavailable, openDatabase } from './storage';

export type { ServerOptions } from './settings';

const dayMs = 24 * 60 * 60_000;

/** The back end of the marketplace edition, as a function of `Request`. */
export interface HostedServer {
  /** Does not reject: a defect is answered with 500 and logged. */
  fetch(request: Request): Promise<Response>;
  /** Must be called when no request is in progress. */
  close(): Promise<void>;
}

/** Rejects with a sentence for each invalid setting. The database need not be reachable yet. */
export async function createServer(options: ServerOptions): Promise<HostedServer> {
  const mistakes = mistakesIn(options);
  const keys = readKeys(options.tokenEncryptionKeys);
  if (mistakes.length > 0 || typeof keys === 'string') throw new Error(mistakes.join('\n'));

  const { publicUrl, hubspotClientId: clientId, hubspotClientSecret: clientSecret } = options;
  const now = options.now ?? Date.now;
  const log: Log = (line) => options.log?.({ time: new Date(now()).toISOString(), ...line });
  const apiBaseUrl = (options.hubspotApiBaseUrl ?? hubspotAddresses.api).replace(/\/$/, '');
  const authorizeUrl = options.hubspotAuthorizeUrl ?? hubspotAddresses.authorize;
  const { databaseUrl, dataDir } = options;
  const timeOuts = { ...defaultTimeOuts, ...options.timeOuts };
  const database = await openDatabase({
    ...(databaseUrl && { databaseUrl }),
    ...(dataDir && { dataDir }),
    timeOuts,
  });

  const cipher = new TokenCipher(keys);
  const accounts = new Accounts(database, cipher, now);
  const oauth = new HubSpotOAuth({ apiBaseUrl, clientId, clientSecret, now, timeOutMs: timeOuts.oauth });
  const tokens = new Tokens({ accounts, oauth, now, log });
  const connections = new Connections({ apiBaseUrl, tokens, limits: new CallLimits(database), now });
  const calls = new AccountCalls({ tokens, connections, log });
  const days = options.runRetentionDays ?? defaultRetentionDays;
  const keptMs = days * dayMs;
  const times = { ...defaultRunTimes, ...options.runTimes };
  const store = new RunStore(database);
  const turns = new RunTurns(database.background, times);
  const notes = new RunNotes({ database: database.background, calls, cipher });
  const work = new RunWork({
    database: database.background,
    turns,
    calls,
    notes,
    log,
    waitFactor: times.waitFactor,
  });
  const worker = new RunWorker({ turns, work, load: new LoopLoad(), log, times });
  const access = new Access(database, clientSecret);
  const links = new AdminLinks({ database, secret: clientSecret, now });
  const wake = () => worker.wake();
  const backEnd = {
    ...runCalls({ store, notes, wake, keptMs, log }),
    ...accessCalls({ publicUrl, links }),
  };
  const maintenance = new Maintenance({ accounts, tokens, runs: store, keptMs, log });
  const signed = signedByHubSpot({ ...options, now, log });
  const install = { publicUrl, authorizeUrl, clientId, clientSecret, now };

  const app = new Hono();
  // Under `no-referrer` a browser sends the form of a page with the origin `null` (Fetch, "append a request Origin header").
  app.use('/admin/*', async (c, next) => {
    await next();
    c.header('referrer-policy', 'same-origin');
  });
  app.use(secureHeaders({ referrerPolicy: 'no-referrer' }), async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.route('/', functionRoutes(signed, { publicUrl, access, calls, backEnd, log }));
  app.route('/', accountRoutes(signed, { accounts, access, tokens, oauth, log }));
  app.route('/', installRoutes(install, { database, accounts, access, oauth, log }));
  app.route('/', adminRoutes({ publicUrl, access, links, runs: store, days, wake, log }));
  app.route('/', healthRoutes(database));
  app.onError((error, c) => {
    if (error instanceof DatabaseUnavailable) {
      log({ event: 'database_away', path: c.req.path });
      return refuse(c, 503, refusals.databaseUnavailable);
    }
    if (c.req.raw.signal.aborted) {
      log({ event: 'request_aborted', path: c.req.path });
      return c.body(null, 408);
    }
    log({ event: 'defect', path: c.req.path, ...traceOf(error) });
    return refuse(c, 500, refusals.defect);
  });

  maintenance.start();
  worker.start();
  return {
    fetch: async (request) => app.fetch(request),
    close: async () => {
      await Promise.all([maintenance.stop(), worker.stop()]);
      await database.close();
    },
  };
}
