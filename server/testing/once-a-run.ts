import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds. Making a folder takes seconds; who began this long ago was ended, or is stuck. */
const longestMs = 120_000;

/**
 * A folder that `make` fills once for all test files of a run, which must leave it as it is. The first that needs it makes
 * it, and the others wait. Undefined outside of a run of tests, and if it does not become ready.
 */
export function onceARun(name: string, make: (folder: string) => void): string | undefined {
  // `local/testing/jest-setup.ts` makes it.
  const { TEST_RUN_FOLDER: shared } = process.env;
  if (shared === undefined) return undefined;
  const folder = join(shared, name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (isMade(lock)) {
      try {
        if (!existsSync(folder)) fill(folder, make);
      } finally {
        rmdirSync(lock);
      }
    } else if (isOld(lock)) {
      return undefined;
    } else {
      pause(50);
    }
  }
  return folder;
}

/** In one step, so that nobody finds half a folder. */
function fill(folder: string, make: (folder: string) => void): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  make(unfinished);
  renameSync(unfinished, folder);
}

/** Whether this call made the folder; another process may have it already. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function isOld(folder: string): boolean {
  const begun = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - begun > longestMs;
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
