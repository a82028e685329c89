// A folder in memory for what tests write and remove all the time: databases, packages, built projects.
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A run of all tests has a quarter of it at most. */
const gigabyte = 2 ** 30;

/**
 * Makes a folder in the file system that Linux keeps in memory. Undefined where there is none, where too little is free
 * in it (Docker gives 64 MB), or where no program may be started from it (Docker again).
 */
export function makeMemoryFolder(fileSystem = '/dev/shm', neededBytes = gigabyte) {
  try {
    const { bavail, bsize } = statfsSync(fileSystem);
    if (bavail * bsize < neededBytes) return undefined;
    const folder = mkdtempSync(join(fileSystem, 'tests-'));
    // Postgres runs as another user.
    chmodSync(folder, 0o755);
    if (mayRunPrograms(folder)) return folder;
    rmSync(folder, { recursive: true });
  } catch {
    // There is no such file system, or it is not writable.
  }
  return undefined;
}

/** Linux grants nobody the execution of a file in a file system that is mounted with `noexec`. */
function mayRunPrograms(folder) {
  const program = join(folder, 'program');
  writeFileSync(program, '', { mode: 0o700 });
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(program);
  }
}
