import { useSyncExternalStore } from 'react';
import type { Progress, RunView } from './chunked-run';

/** The progress of a run. Renders again after each change. */
export function useRun(run: RunView): Progress {
  return useSyncExternalStore(run.subscribe, run.getProgress);
}
