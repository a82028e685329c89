import { rmSync } from 'node:fs';
import { closeWorkerResources } from './worker-resources';

/** Ends what a run shared: in `jest --runInBand` the worker is the main process, else its server and browser end with it. */
export default async function endRun(): Promise<void> {
  await closeWorkerResources();
  const { BUNDLE_CACHE } = process.env;
  if (BUNDLE_CACHE) rmSync(BUNDLE_CACHE, { recursive: true, force: true });
}
