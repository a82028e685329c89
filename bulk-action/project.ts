import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const top = join(here, '..');
const appFolder = 'src/app';
const builtFunctions = join(appFolder, 'functions/dist');

/** Tests, build output and installed packages: they are in no project that is written for HubSpot. */
export function isForMakers(path: string): boolean {
  return (
    path.split(sep).some((name) => ['node_modules', 'testing', 'dist', '.vite'].includes(name)) ||
    /\.test\.tsx?$|tsconfig\.test\.json$/.test(path)
  );
}

/** Writes this repository's project, with the bulk action, into a folder. The functions must be built. */
export async function writeProject(folder: string): Promise<void> {
  const filter = (source: string) => {
    const path = relative(top, source);
    return path.startsWith(builtFunctions) || !isForMakers(path);
  };
  await rm(join(folder, 'src'), { recursive: true, force: true });
  for (const path of ['hsproject.json', '.hsignore', 'src'])
    await cp(join(top, path), join(folder, path), { recursive: true, filter });
  await addBulkAction(folder);
}

/**
 * Adds the bulk action to a project: `src/app/actions`, with the sources of its cards. By HubSpot's rule
 * `no-parent-imports`, a build fails where a component imports a file outside its own folder.
 */
export async function addBulkAction(project: string): Promise<void> {
  const actions = join(project, appFolder, 'actions');
  await writeAction(join(project, appFolder, 'cards'), actions);
  await changeJson<PackageFile>(join(actions, 'package.json'), (file) => ({
    ...file,
    name: '@bulk-associate/actions',
  }));
  await changeJson<PackageFile>(join(project, appFolder, 'package.json'), ({ workspaces = [], ...file }) => ({
    ...file,
    workspaces: [...new Set(['actions', ...workspaces])],
  }));
}

/** Writes the metadata of the bulk action, and the sources of the cards, into a folder, and overwrites existing files. */
export async function writeAction(cards: string, actions: string): Promise<void> {
  const filter = (source: string) => {
    const path = relative(cards, source);
    return !isForMakers(path) && !/^Record\w+\.tsx$|-hsmeta\.json$/.test(path);
  };
  await cp(cards, actions, { recursive: true, filter });
  await cp(join(here, 'bulk-associate-hsmeta.json'), join(actions, 'bulk-associate-hsmeta.json'));
}

interface PackageFile {
  name: string;
  workspaces?: string[];
}

async function changeJson<File>(path: string, change: (file: File) => File): Promise<void> {
  const file = change(JSON.parse(await readFile(path, 'utf8')) as File);
  await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
}
