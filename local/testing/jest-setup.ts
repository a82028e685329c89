import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder for what all test files of a run share, which `jest-teardown.ts` removes: `TEST_RUN_FOLDER`. In it are the
 * bundles of cards and the page's own scripts, which servers build.
 */
export default function beginRun(): void {
  const folder = mkdtempSync(join(tmpdir(), 'test-run-'));
  // A process of another user may read it, such as a database.
  chmodSync(folder, 0o755);
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  Object.assign(process.env, { TEST_RUN_FOLDER: folder, BUNDLE_CACHE: bundles });
}
