import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const top = join(__dirname, '../..');

/** Folders at the top that other processes write to, Git's own, and those that neither the CLI nor a deploy needs. */
const leftOut = new Set([
  ...['node_modules', '.git', '.cache', 'dist', 'coverage'],
  ...['bench', 'docs', 'local', 'marketplace', 'server', 'tests'],
]);

/** A copy of this repository's project that nobody else changes. */
export interface ProjectCopy {
  folder: string;
  remove(): void;
}

/**
 * Copies the project, with what deploys it and the links to its installed packages, into a folder of its own. HubSpot's CLI
 * reads every folder below the project, `node_modules` too, and ends with `FilerSystemError` if one disappears meanwhile.
 * Other test files build into the repository and delete what they built.
 */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'project-copy-'));
  const filter = (path: string) => !leftOut.has(relative(top, path).split(sep)[0] ?? '');
  cpSync(top, folder, { recursive: true, verbatimSymlinks: true, filter });
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
