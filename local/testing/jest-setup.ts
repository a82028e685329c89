import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The servers of a run share the bundles of cards, in a folder that `jest-teardown.ts` removes. */
export default function shareBundles(): void {
  process.env['BUNDLE_CACHE'] = mkdtempSync(join(tmpdir(), 'bundles-'));
}
