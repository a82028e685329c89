// `npm test`: installs what is missing, finds or installs a browser, builds the app functions, runs all tests.
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
process.env.CHROMIUM_PATH = ensureBrowser();
// npm removes the links that `prepare` made when a package is added.
run('npm', ['run', '--silent', 'prepare'], 'The app functions could not be built.');
run('npx', ['jest', ...process.argv.slice(2)], undefined);
