import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { execFileSync } from 'node:child_process';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sandboxToken } from '../crm/access';
import { createCrm, type Crm } from '../crm/crm';
import { publishedLimits } from '../crm/rate-limits';
import { crmRoutes } from '../crm/serve';
import { functionRoutes } from '../functions/routes';
import { FunctionRunner } from '../functions/runner';
import { createPage } from '../page/page';

const top = fileURLToPath(new URL('../..', import.meta.url));
const hubspotUrl = 'https://api.hubapi.com';
const defaultPort = 3210;

export interface Settings {
  /** 0 takes a free one. */
  port: number;
  /** With it, the page and the functions work on that HubSpot account instead of the embedded CRM. */
  accessToken?: string;
  /** Rebuilds and reloads the card when a source file of it is saved. */
  watch: boolean;
}

export interface Started {
  url: string;
  /** Absent in front of a real account. */
  crm?: Crm;
  close(): Promise<void>;
}

/** Serves the record page, the app functions and the embedded CRM from one process on one port of 127.0.0.1. */
async function startServer({ port, accessToken, watch }: Settings): Promise<Started> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const { server, url } = await listen(app, port);
  const crm = accessToken === undefined ? createCrm({ rateLimits: publishedLimits }) : undefined;
  const hubspot = crm ? { hubspotUrl: url, token: sandboxToken } : { hubspotUrl, token: accessToken ?? '' };
  const page = await createPage({ ...hubspot, live: !crm, cardsFolder: join(top, 'src/app/cards'), watch });
  const runner = new FunctionRunner({
    folder: join(top, 'src/app/functions'),
    environment: { PRIVATE_APP_ACCESS_TOKEN: hubspot.token, HUBSPOT_API_BASE_URL: hubspot.hubspotUrl },
    onLog: (uid, line) => page.log({ kind: 'log', uid, line }),
  });
  if (crm) app.route('/', crmRoutes(crm));
  app.route(
    '/',
    functionRoutes(runner, ({ uid, ok, elapsedMs }) => page.log({ kind: 'function', uid, ok, elapsedMs })),
  );
  app.route('/', page.routes);
  return {
    url: `${url}/`,
    ...(crm && { crm }),
    close: async () => {
      runner.close();
      await page.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Listens first, so that a port that is taken is told before anything is built. */
function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const listening = ({ port: taken }: AddressInfo) =>
      resolve({ server: server as Server, url: `http://127.0.0.1:${taken}` });
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, listening);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
  });
}

/** `npm start`. */
export async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const port = environment['PORT'] === undefined ? defaultPort : Number(environment['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${environment['PORT']}".`);
  }
  const accessToken = environment['HUBSPOT_ACCESS_TOKEN'];
  execFileSync(process.execPath, [join(top, 'src/app/functions/build.mjs')], { stdio: 'inherit' });
  const { url, close } = await startServer({
    port,
    watch: environment['WATCH'] !== '0',
    ...(accessToken && { accessToken }),
  });
  console.log(`Local: ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(0)));
  }
}
