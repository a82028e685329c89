import { watch } from 'node:fs';

const debounceMs = 150;

/**
 * Runs `work` once after a burst of changes to source files, because editors write a file in several steps. Runs never
 * overlap, so that an older build cannot overwrite a newer one. Returns a function that stops watching.
 */
export function watchSources(folder: string, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let inFlight = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (!file || !/\.(tsx?|json)$/.test(file) || /node_modules|\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (inFlight = inFlight.then(work)), debounceMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
