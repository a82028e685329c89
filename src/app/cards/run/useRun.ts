import { useSyncExternalStore } from 'react';
import type { Progress, RunView } from './chunked-run';

/** Reads a run's progress, and draws again whenever it changes. */
export function useRun(run: RunView): Progress {
  return useSyncExternalStore(run.subscribe, run.getProgress);
}
