import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. A build takes two seconds; who began one this long ago was ended, or is stuck. */
const longestBuildMs = 60_000;

/**
 * The bundle of an extension out of a folder of bundles, or from `make`, which then adds it. Several processes may share
 * the folder: one of them builds, the others wait for it. A bundle is found only while everything it was built from is as
 * it was, see `keyOf`.
 */
export async function cachedBundle(
  folder: string,
  entry: string,
  make: () => Promise<string>,
): Promise<string> {
  const key = await keyOf(entry);
  // It cannot be told what the bundle is made from, for example because a file has an error: the builder says it.
  if (key === undefined) return make();
  const file = join(folder, `${key}.js`);
  const lock = join(folder, `${key}.lock`);
  for (;;) {
    const found = await readFile(file, 'utf8').catch(() => undefined);
    if (found !== undefined) return found;
    if (await isMade(lock)) break;
    const begun = await stat(lock).catch(() => undefined);
    if (begun && Date.now() - begun.mtimeMs > longestBuildMs) return make();
    await pause(50);
  }
  try {
    const bundle = await make();
    // In one step, so that nobody reads half a bundle.
    await writeFile(`${file}.unfinished`, bundle);
    await rename(`${file}.unfinished`, file);
    return bundle;
  } finally {
    await rmdir(lock);
  }
}

/** Whether this call made the folder; another process may have it already. */
function isMade(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    () => false,
  );
}

/**
 * A hash of what an extension's bundle depends on: the name and text of every module that it imports, directly or not, in
 * packages too; the files beside the entry, which configure the builder; the builder's release; and `NODE_ENV`. Names are
 * relative to the entry, so that a copy of a project has the same key. Undefined if a module cannot be found or read.
 */
async function keyOf(entry: string): Promise<string | undefined> {
  const folder = dirname(entry);
  const modules = await modulesOf(entry).catch(() => undefined);
  if (!modules) return undefined;
  const beside = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile());
  const files = new Set([...modules, ...beside.map(({ name }) => join(folder, name)), builder]);
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([relative(folder, entry), process.env['NODE_ENV'] || 'production', process.version]),
  );
  for (const file of [...files].sort()) {
    const text = createHash('sha256').update(await readFile(file));
    // The builder's place does not matter to the bundle.
    hash.update(JSON.stringify([file === builder ? '' : relative(folder, file), text.digest('hex')]));
  }
  return hash.digest('hex');
}

/** What says the release of HubSpot's builder, and of the bundler in it. */
const builder = join(
  dirname(createRequire(import.meta.url).resolve('@hubspot/ui-extensions-dev-server')),
  '../package.json',
);

/** The paths of all modules that an extension consists of. esbuild finds them in a twentieth of the time of a build. */
async function modulesOf(entry: string): Promise<string[]> {
  const folder = dirname(entry);
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    outdir: join(folder, 'none'),
    bundle: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    // The builder reads no other kind of file for its own sake, but a module may import one.
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs)
    .filter((path) => !path.includes('(disabled)'))
    .map((path) => resolve(folder, path));
}
