import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** What decides which modules a bundle consists of, by its path from a folder: hashes of texts, and of the names in folders. */
export type SourceState = Record<string, string>;

/**
 * The state of modules: of their texts, of what else is in their folders, where an import might find another file, and of
 * the `package.json` that names the files of their package. Paths are relative, so that a copy has the same state.
 */
export function stateOf(folder: string, modules: string[]): SourceState {
  const packages = [...new Set(modules.map((path) => dirname(path)))].flatMap(
    (each) => packageFileAbove(each) ?? [],
  );
  const own = modules.filter((path) => !path.split(sep).includes('node_modules'));
  const folders = new Set(own.flatMap(searchedFolders));
  const files = new Set([...modules, ...packages]);
  return Object.fromEntries([
    ...[...files].map((path) => [relative(folder, path), textHash(path)]),
    ...[...folders].map((path) => [relative(folder, path), namesHash(path)]),
  ]);
}

/** Where an import is looked for that finds this module: `./word` is `word.ts` or `word/index.ts`. */
function searchedFolders(module: string): string[] {
  const folder = dirname(module);
  return /^index\.\w+$/.test(basename(module)) ? [folder, dirname(folder)] : [folder];
}

/** Whether the sources are as they were. A package that is added where none was is not noticed. */
export function isStill(folder: string, state: SourceState): boolean {
  try {
    return Object.entries(state).every(([path, hash]) => {
      const place = join(folder, path);
      return (hash.startsWith(names) ? namesHash(place) : textHash(place)) === hash;
    });
  } catch {
    return false;
  }
}

/** A hash of the text of a file. */
export function textHash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const names = 'names ';

/** A hash of the names in a folder. */
function namesHash(folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify(readdirSync(folder).sort()));
  return names + hash.digest('hex');
}

function packageFileAbove(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? undefined : packageFileAbove(dirname(folder));
}
