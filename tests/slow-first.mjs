import { relative, sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** What works for many seconds: with processes, packages or a database, or on long texts. */
const working = [
  'tests/upload/',
  'tests/hubspot/project',
  'tests/conformance/conf',
  'tests/server/',
  'local/end-to-end/',
  'server/',
  'tests/local-guard/',
  'tests/functions',
  'tests/token',
  'tests/start',
  'src/app/packages/reading/src/answer',
];
/** What takes as long and waits for half of it or more, for a page or a time limit. */
const waiting = [
  'tests/end-to-end/runs.',
  'tests/end-to-end/running',
  'tests/end-to-end/every-language',
  'tests/end-to-end/',
  'tests/server/run-crash.',
  'tests/conformance/probe',
  'tests/hubspot/scopes',
];

/**
 * Starts the slow files first, so that no worker is left with one at the end while the others have nothing to do; those
 * that wait beside those that work. Within a folder the order is Jest's own: by the durations of the last run, or by size
 * in a fresh clone, which has none.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const waits = named(waiting, sorted);
    const works = named(
      working,
      sorted.filter((test) => !waits.includes(test)),
    );
    const quick = sorted.filter((test) => !waits.includes(test) && !works.includes(test));
    const alternating = waits.flatMap((test, n) => [test, ...works.slice(n, n + 1)]);
    return [...alternating, ...works.slice(waits.length), ...quick];
  }
}

/** The test files whose paths begin like one of the names, in the order of the names. */
function named(names, tests) {
  const pathOf = ({ path, context }) => relative(context.config.rootDir, path).split(sep).join('/');
  const rank = (test) => names.findIndex((name) => pathOf(test).startsWith(name));
  return tests.filter((test) => rank(test) >= 0).sort((a, b) => rank(a) - rank(b));
}
