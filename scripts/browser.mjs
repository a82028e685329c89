// Finds a Chromium for the browser tests, or installs one: Debian's package, else the build that Playwright downloads.
// It imports by path: it also runs where the workspaces are not linked yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../local/testing/find-browser.mjs';
import { fail, top } from './ensure-installed.mjs';

/** The path of a browser, which is installed if there is none. Exits with a message if that fails. */
export function ensureBrowser() {
  const path =
    findBrowser() ?? downloaded() ?? (installFromDebian() ? findBrowser() : undefined) ?? download();
  return path ?? fail('No browser for the tests. Install Chromium, or set CHROMIUM_PATH to one.');
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) return false;
  console.log('Installing Chromium for the browser tests…');
  // Debian has the headless shell apart; Ubuntu has not.
  return (
    succeeds('apt-get', ['update', '-qq']) && (installs('chromium-headless-shell') || installs('chromium'))
  );
}

function installs(name) {
  return succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

function downloaded() {
  const code = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = spawnSync(process.execPath, ['-e', code], { cwd: top, encoding: 'utf8' });
  const path = stdout?.trim();
  return path && existsSync(path) ? path : undefined;
}

function download() {
  console.log('Downloading Chromium for the browser tests…');
  const withSystemLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  return succeeds('npx', ['playwright-core', 'install', ...withSystemLibraries, 'chromium'])
    ? downloaded()
    : undefined;
}

function succeeds(command, parameters) {
  return spawnSync(command, parameters, { cwd: top, stdio: 'ignore' }).status === 0;
}
