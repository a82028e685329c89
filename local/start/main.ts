import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { Edition, EditionSettings } from './edition';

const defaultPort = 3210;
const defaultHubspotUrl = 'https://api.hubapi.com';

interface Settings extends Omit<EditionSettings, 'url'> {
  edition: 'private' | 'marketplace';
  /** 0 takes a free one. */
  port: number;
}

interface Started {
  url: string;
  close(): Promise<void>;
}

/** Loaded when asked for: the marketplace edition brings a database along. */
const editions: Record<Settings['edition'], (settings: EditionSettings) => Promise<Edition>> = {
  private: async (settings) => (await import('./private')).startPrivate(settings),
  marketplace: async (settings) => (await import('./marketplace')).startMarketplace(settings),
};

/** Serves the record page, what the card calls, and the embedded CRM from one process on one port of 127.0.0.1. */
async function startServer({ edition: name, port, ...settings }: Settings): Promise<Started> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const { server, url } = await listen(app, port);
  const edition = await editions[name]({ ...settings, url });
  app.route('/', edition.routes);
  return {
    url: `${url}/`,
    close: async () => {
      await edition.close();
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

/** `npm start`, and `npm start -- --edition marketplace`. */
export async function start(environment: NodeJS.ProcessEnv, parameters: string[]): Promise<void> {
  const { url, close } = await startServer(settingsOf(environment, parameters));
  console.log(`Local: ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(0)));
  }
}

function settingsOf(environment: NodeJS.ProcessEnv, parameters: string[]): Settings {
  const { edition } = parseArgs({
    args: parameters,
    options: { edition: { type: 'string', default: 'private' } },
  }).values;
  if (edition !== 'private' && edition !== 'marketplace') {
    throw new Error(`--edition must be private or marketplace, not "${edition}".`);
  }
  const port = environment['PORT'] === undefined ? defaultPort : Number(environment['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${environment['PORT']}".`);
  }
  const data = environment['CRM_DATA'] ?? 'default';
  if (data !== 'default' && data !== 'large') {
    throw new Error(`CRM_DATA must be default or large, not "${data}".`);
  }
  const token = environment['HUBSPOT_ACCESS_TOKEN'];
  if (token && edition === 'marketplace') {
    throw new Error('The marketplace edition is installed by OAuth: it takes no HUBSPOT_ACCESS_TOKEN.');
  }
  const hubspotUrl = (environment['HUBSPOT_API_BASE_URL'] ?? defaultHubspotUrl).replace(/\/$/, '');
  return {
    edition,
    port,
    watch: environment['WATCH'] !== '0',
    ...(token && { live: { hubspotUrl, token } }),
    data,
  };
}
