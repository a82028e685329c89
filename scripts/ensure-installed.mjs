// Runs before any dependency is installed: plain Node only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the dependencies if they are missing or older than the lock file. Exits with a message if that fails. */
export function ensureInstalled() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node ${process.versions.node} is too old. Install Node 20 or later.`);
  const lock = join(top, 'package-lock.json');
  // npm writes this file at the end of an install.
  const installed = join(top, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing dependencies…');
  // `npm ci` installs exactly what the lock file names, but first deletes all installed packages.
  const install = existsSync(installed) ? ['install', '--no-save'] : ['ci'];
  run('npm', [...install, '--no-audit', '--no-fund', '--loglevel=error'], 'The installation failed.');
}

/** Runs a command, at the top of the repository unless another folder is named. Exits with its exit code if it fails. */
export function run(command, parameters, failure, cwd = top) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, parameters, { cwd, stdio: 'inherit', shell });
  if (status !== 0) fail(failure, status ?? 1);
}

/** Prints the message and exits. */
export function fail(message, code = 1) {
  if (message) console.error(message);
  process.exit(code);
}
