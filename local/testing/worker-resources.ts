import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch-browser';
import { startServer, type LocalServer } from './server';

/**
 * What the test files of one Jest worker share: a browser, and a server for each command line. Jest loads this file
 * once a worker, outside of the sandboxes in which test files run. Both start when a test file first needs them, and end
 * with the worker's process.
 */
export interface WorkerResources {
  browser(): Promise<Browser>;
  /** The address of a server that Node runs with these arguments. */
  serverUrl(args: string[], environment: Record<string, string>): Promise<string>;
}

// Jest ends a worker with SIGTERM. Only `process.exit` emits the event on which the browser and the servers end.
process.once('SIGTERM', () => process.exit());

let browser: Promise<Browser> | undefined;
const servers = new Map<string, Promise<LocalServer>>();

export const workerResources: WorkerResources = {
  browser() {
    browser ??= launchBrowser(false);
    return browser;
  },
  async serverUrl(args, environment) {
    const key = JSON.stringify([args, environment]);
    const server = servers.get(key) ?? startServer(args, environment);
    servers.set(key, server);
    return (await server).url;
  },
};

/** Ends what the worker's test files shared. */
export async function closeWorkerResources(): Promise<void> {
  const running = [...servers.values()];
  servers.clear();
  await Promise.all(running.map(async (server) => (await server).stop()));
  await (await browser)?.close();
  browser = undefined;
}
