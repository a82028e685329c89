// `npm test`: installs what is missing, finds or installs a browser, builds the app functions, runs all tests.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, run } from './ensure-installed.mjs';
import { makeMemoryFolder } from './memory-folder.mjs';

ensureInstalled();
process.env.CHROMIUM_PATH = ensureBrowser();
writeInMemory();
// For Jest and every Node process that a test starts.
const optimizeLater = fileURLToPath(new URL('../tests/optimize-later.cjs', import.meta.url));
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(optimizeLater)}`;
// npm removes the links that `prepare` made when a package is added.
run('npm', ['run', '--silent', 'prepare'], 'The app functions could not be built.');
// Jest's workers get the same flags. Test files leave much garbage: Node's 16 MB for new objects would be full too often.
const flags = [
  '--max-semi-space-size=64',
  `--import=${new URL('../tests/one-test-context.mjs', import.meta.url)}`,
];
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
run(process.execPath, [...flags, jest, ...process.argv.slice(2)], undefined);

/** Has the tests write in memory where there is room, and removes what they wrote at the end, also of an interrupted run. */
function writeInMemory() {
  const folder = makeMemoryFolder();
  if (folder === undefined) return;
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // Jest gets it as well, and ends: `run` exits then.
  process.once('SIGINT', () => undefined);
}
