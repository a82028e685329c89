import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Accounts } from './accounts/accounts';
import { TokenCipher } from './accounts/token-cipher';
import { Tokens } from './accounts/tokens';
import { Maintenance } from './accounts/maintenance';
import { CallLimits } from './hubspot/call-limits';
import { Connections } from './hubspot/connections';
import { HubSpotOAuth } from './hubspot/oauth';
import { traceOf, type Log } from './log';
import { accountRoutes } from './routes/account-routes';
import { functionRoutes } from './routes/function-routes';
import { healthRoutes } from './routes/health-routes';
import { installRoutes } from './routes/install-routes';
import { refusals, refuse } from './routes/refusals';
import { signedByHubSpot } from './routes/signed-request';
import { defaultTimeOuts, hubspotAddresses, mistakesIn, readKeys, type ServerOptions } from './settings';
import { DatabaseUnavailable, openDatabase } from './storage';

export type { ServerOptions } from './settings';

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

  const accounts = new Accounts(database, new TokenCipher(keys), now);
  const oauth = new HubSpotOAuth({ apiBaseUrl, clientId, clientSecret, now, timeOutMs: timeOuts.oauth });
  const tokens = new Tokens({ accounts, oauth, now, log });
  const connections = new Connections({ apiBaseUrl, tokens, limits: new CallLimits(database), now });
  const maintenance = new Maintenance({ accounts, tokens, log });
  const signed = signedByHubSpot({ ...options, now, log });
  const install = { publicUrl, authorizeUrl, clientId, clientSecret, now };

  const app = new Hono();
  app.use(secureHeaders({ referrerPolicy: 'no-referrer' }), async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.route('/', functionRoutes(signed, { publicUrl, tokens, connections, log }));
  app.route('/', accountRoutes(signed, { accounts, tokens, oauth, log }));
  app.route('/', installRoutes(install, { database, accounts, oauth, log }));
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
  return {
    fetch: async (request) => app.fetch(request),
    close: async () => {
      await maintenance.stop();
      await database.close();
    },
  };
}
