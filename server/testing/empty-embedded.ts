import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onceARun } from './once-a-run';

/** The files of an empty embedded database. */
export interface EmptyEmbedded {
  /** The same in one file. */
  tar: string;
  /** Copies them to a folder that is not there yet. */
  copyTo(folder: string): void;
}

/**
 * Makes the files once for all test files of a run, because that takes several times as long as loading them. Undefined where
 * they could not be made. That a back end makes its own is a test of the process.
 */
export function emptyEmbedded(): EmptyEmbedded | undefined {
  const made = onceARun('embedded', make);
  if (made === undefined) return undefined;
  return {
    tar: join(made, 'postgres.tar'),
    copyTo: (folder) => cpSync(join(made, 'postgres'), folder, { recursive: true }),
  };
}

function make(folder: string): void {
  const script = fileURLToPath(new URL('./make-embedded.mjs', import.meta.url));
  execFileSync(process.execPath, [script, folder], { stdio: 'inherit' });
}
