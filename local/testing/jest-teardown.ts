import { rmSync } from 'node:fs';
import { closeWorkerResources } from './worker-resources';

/** Ends what a run shared: in `jest --runInBand` the worker is the main process, else its server and browser end with it. */
export default async function endRun(): Promise<void> {
  await closeWorkerResources();
  const { TEST_RUN_FOLDER } = process.env;
  if (TEST_RUN_FOLDER) rmSync(TEST_RUN_FOLDER, { recursive: true, force: true });
}
