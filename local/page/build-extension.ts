import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Builds the production bundle of a card or a bulk action with HubSpot's own builder, and returns its text. */
export async function buildExtension(entry: string, outputDir: string): Promise<string> {
  const file = basename(entry);
  const output = join(outputDir, file.replace(/\.[jt]sx?$/, '.js'));
  // It takes a while to load, and is not needed where every bundle is found in a folder of bundles.
  const { remoteBuild } = await import('@hubspot/ui-extensions-dev-server/build');
  await mkdir(outputDir, { recursive: true });
  await rm(output, { force: true });
  await remoteBuild({
    root: dirname(entry),
    entryPoint: entry,
    outputDir,
    logLevel: 'error',
    appConfig: { variables: {} },
  });
  // The builder may log an error and still resolve.
  return readFile(output, 'utf8').catch(() => {
    throw new Error(`HubSpot’s builder made no bundle of ${file}.`);
  });
}
