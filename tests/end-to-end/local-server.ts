import { fileURLToPath } from 'node:url';
import { startServer, type LocalServer } from 'hubspot-local/testing';

const startScript = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** `npm start`, with these parameters. */
export function startLocalServer(...parameters: string[]): Promise<LocalServer> {
  return startServer([startScript, ...parameters], { PORT: '0', WATCH: '0' });
}
