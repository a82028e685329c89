import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isForMakers } from '../bulk-action/project';
import { marketplaceAppMeta, type AppMeta } from './app-meta';

const here = fileURLToPath(new URL('.', import.meta.url));
const top = join(here, '..');

/** The sources of the private edition that the project contains: everything a card is built from, and no app function. */
const shared = ['package.json', 'cards', 'packages/contract', 'packages/messages'].map(
  (path) => `src/app/${path}`,
);

/** Files of the marketplace edition, by name, and the card's files that they replace. */
const replaced = {
  'transport.ts': 'src/app/cards/sdk/transport.ts',
  'edition.ts': 'src/app/cards/edition/index.ts',
};

/** The folder of the card as the files of the marketplace edition import from it; in the project they are in it. */
const cards = '../../src/app/cards/';

/**
 * Writes the HubSpot project of the marketplace edition into a folder and overwrites existing files: the same card
 * sources, an OAuth app, and the address of its back end as the only setting.
 */
export async function writeProject(folder: string, backendUrl: string): Promise<void> {
  for (const path of shared) {
    const filter = (source: string) => !isForMakers(relative(top, source));
    await cp(join(top, path), join(folder, path), { recursive: true, filter });
  }
  await copyFile(join(here, 'hsproject.json'), join(folder, 'hsproject.json'));
  for (const [own, place] of Object.entries(replaced)) {
    const text = await readFile(join(here, 'card', own), 'utf8');
    await writeFile(join(folder, place), text.replaceAll(cards, '../'));
  }
  const text = await readFile(join(here, 'card/backend-url.ts'), 'utf8');
  const address = text.replace(/'https:.*'/, `'${backendUrl}'`);
  await writeFile(join(folder, 'src/app/cards/sdk/backend-url.ts'), address);
  const meta = JSON.parse(await readFile(join(top, 'src/app/app-hsmeta.json'), 'utf8')) as AppMeta;
  const own = `${JSON.stringify(marketplaceAppMeta(meta, backendUrl), null, 2)}\n`;
  await writeFile(join(folder, 'src/app/app-hsmeta.json'), own);
}

async function copyFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}
