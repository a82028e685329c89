import { build } from 'esbuild';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isStill, stateOf, textHash, type SourceState } from './source-state';

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
  const key = await keyOf(folder, entry);
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
    await writeWhole(file, bundle);
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

/** In one step, so that nobody reads half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

/**
 * Texts that are made from modules, out of a folder of bundles or from `make`, which then adds them. They are found only
 * while the modules are as they were, see `stateOf`.
 * @param source The folder of the modules.
 * @param make Returns the texts by name, and the paths of the modules.
 */
export async function cachedTexts(
  folder: string,
  source: string,
  make: () => Promise<{ texts: Map<string, string>; modules: string[] }>,
): Promise<Map<string, string>> {
  const texts = await keptWhileStill(jsonFile(folder, source), source, async () => {
    const { texts, modules } = await make();
    return { made: [...texts], modules };
  });
  return new Map(texts);
}

/** What was made from modules, out of a file. It is made, and written, if the modules are not as they were then. */
async function keptWhileStill<Made>(
  file: string,
  source: string,
  make: () => Promise<{ made: Made; modules: string[] }>,
): Promise<Made> {
  const kept = readJson<{ state: SourceState; made: Made }>(file);
  if (kept && isStill(source, kept.state)) return kept.made;
  const { made, modules } = await make();
  await writeWhole(file, JSON.stringify({ state: stateOf(source, modules), made }));
  return made;
}

function jsonFile(folder: string, key: string): string {
  return join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
}

function readJson<Content>(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content;
  } catch {
    return undefined;
  }
}

/**
 * A hash of what an extension's bundle depends on: the name and text of every module that it imports, directly or not, in
 * packages too; the files beside the entry, which configure the builder; the builder's release; and `NODE_ENV`. Names are
 * relative to the entry, so that a copy of a project has the same key. Undefined if a module cannot be found or read.
 */
async function keyOf(cache: string, entry: string): Promise<string | undefined> {
  const folder = dirname(entry);
  const modules = await modulesOf(cache, entry).catch(() => undefined);
  if (!modules) return undefined;
  const beside = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile());
  const files = new Set([...modules, ...beside.map(({ name }) => join(folder, name)), builder]);
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([relative(folder, entry), process.env['NODE_ENV'] || 'production', process.version]),
  );
  for (const file of [...files].sort()) {
    // The builder's place does not matter to the bundle.
    hash.update(JSON.stringify([file === builder ? '' : relative(folder, file), textHash(file)]));
  }
  return hash.digest('hex');
}

/** What says the release of HubSpot's builder, and of the bundler in it. */
const builder = join(
  dirname(createRequire(import.meta.url).resolve('@hubspot/ui-extensions-dev-server')),
  '../package.json',
);

/** The paths of all modules that an extension consists of, which are kept in the folder of bundles. */
async function modulesOf(cache: string, entry: string): Promise<string[]> {
  const folder = dirname(entry);
  // The same for a copy of a project that is as far from its packages.
  const file = jsonFile(cache, JSON.stringify([basename(entry), relative(folder, builder)]));
  const paths = await keptWhileStill(file, folder, async () => {
    const modules = await findModules(entry);
    return { made: modules.map((path) => relative(folder, path)), modules };
  });
  return paths.map((path) => join(folder, path));
}

/** esbuild finds them in a twentieth of the time of a build. */
async function findModules(entry: string): Promise<string[]> {
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
