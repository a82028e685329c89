import { relative, sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Folders whose files take tens of seconds each: they wait, or work in a browser, or with processes and packages of their own.
 * Those that work all the time come early, beside those that wait.
 */
const slow = [
  'tests/conformance/',
  'tests/upload/',
  'tests/hubspot/',
  'tests/end-to-end/',
  'tests/server/',
  'local/end-to-end/',
  'server/',
];

/**
 * Starts the slow files first, so that no worker is left with one at the end while the others have nothing to do. Within
 * each part the order is Jest's own: by the durations of the last run, or by size in a fresh clone, which has none.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const name = relative(context.config.rootDir, path).split(sep).join('/');
      const index = slow.findIndex((folder) => name.startsWith(folder));
      return index < 0 ? slow.length : index;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
