import { PortTakenError, readSettings, startLocal } from 'hubspot-local';
import { parseArgs } from 'node:util';
import type { Edition } from './edition';

/** Loaded on demand: the marketplace edition imports a database. */
const editions: Record<'private' | 'marketplace', (watch: boolean) => Promise<Edition>> = {
  private: async (watch) => (await import('./private')).privateEdition(watch),
  marketplace: async (watch) => (await import('./marketplace')).marketplaceEdition(watch),
};

/** `npm start`, and `npm start -- --edition marketplace`. */
export async function start(environment: NodeJS.ProcessEnv, parameters: string[]): Promise<void> {
  const name = editionNamed(parameters);
  const { data, ...settings } = readSettings(environment);
  if (settings.account && name === 'marketplace') {
    throw new Error('The marketplace edition is installed by OAuth: it takes no HUBSPOT_ACCESS_TOKEN.');
  }
  const edition = await editions[name](settings.watch ?? true);
  const local = await startLocal({ ...edition, ...settings, crm: { data } }).catch((error: unknown) => {
    throw error instanceof PortTakenError
      ? new Error(`${error.message} Choose another: PORT=${error.port + 1} npm start`)
      : error;
  });
  const close = async () => {
    await local.close();
    await edition.close?.();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(0)));
  }
  // Who has read it may end the process at once.
  console.log(`Local: ${local.url}`);
}

function editionNamed(parameters: string[]): 'private' | 'marketplace' {
  const { edition } = parseArgs({
    args: parameters,
    options: { edition: { type: 'string', default: 'private' } },
  }).values;
  if (edition === 'private' || edition === 'marketplace') return edition;
  throw new Error(`--edition must be private or marketplace, not "${edition}".`);
}
