import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A card as its `*-hsmeta.json` describes it. */
export interface CardMeta {
  uid: string;
  config: { name: string; location: string; entrypoint: string; objectTypes: string[] };
}

/** The cards of a folder, by location. */
export async function readCards(folder: string): Promise<Map<string, CardMeta>> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('-hsmeta.json'));
  const metas = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return new Map(
    metas.map((text) => JSON.parse(text) as CardMeta).map((meta) => [meta.config.location, meta]),
  );
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
  // The builder may only log what is wrong, and return.
  return readFile(output, 'utf8').catch(() => {
    throw new Error(`HubSpot’s builder made no bundle of ${entry}.`);
  });
}
