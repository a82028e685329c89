import { fileURLToPath } from 'node:url';
import { controlsOf, startServer, type LocalServer, type ServerControls } from 'hubspot-local/testing';

const startScript = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

const environment = { PORT: '0', WATCH: '0' };

/** `npm start`, with these parameters. */
export function startLocalServer(...parameters: string[]): Promise<LocalServer> {
  return startServer([startScript, ...parameters], environment);
}

/** `npm start`, once for all test files of the Jest worker. Reset it before each test. */
export async function sharedLocalServer(): Promise<ServerControls> {
  if (!globalThis.sharedByWorker) throw new Error('There is no Jest environment that shares a server.');
  return controlsOf(await globalThis.sharedByWorker.serverUrl([startScript], environment));
}
