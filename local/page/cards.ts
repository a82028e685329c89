import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { locations } from './address';

/** A card as its `*-hsmeta.json` describes it. */
export interface CardMeta {
  uid: string;
  type: string;
  config: { name: string; location: string; entrypoint: string; objectTypes: string[] };
}

/** The cards of a folder that the page has a place for; none if there is no such folder. */
export async function readCards(folder: string): Promise<CardMeta[]> {
  const files = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('-hsmeta.json'))
    .sort();
  const metas = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const places: string[] = Object.values(locations);
  return metas
    .map((text) => JSON.parse(text) as CardMeta)
    .filter(({ type, config }) => type === 'card' && places.includes(config.location));
}

/** Builds a card's production bundle with HubSpot's own builder, and returns its text. */
export async function buildCard(folder: string, { config }: CardMeta, outputDir: string): Promise<string> {
  const entry = basename(config.entrypoint);
  const output = join(outputDir, entry.replace(/\.[jt]sx$/, '.js'));
  await mkdir(outputDir, { recursive: true });
  await rm(output, { force: true });
  await remoteBuild({
    root: folder,
    entryPoint: join(folder, entry),
    outputDir,
    logLevel: 'error',
    appConfig: { variables: {} },
  });
  // The builder may log an error and still resolve.
  return readFile(output, 'utf8').catch(() => {
    throw new Error(`HubSpot’s builder made no bundle of ${entry}.`);
  });
}
