import { existsSync, watch } from 'node:fs';

const debounceMs = 150;

/**
 * Runs `work` once after a burst of changes to source files, because editors write a file in several steps. Runs never
 * overlap, so that an older build cannot overwrite a newer one. A folder that does not exist is not watched. Returns a
 * function that stops watching.
 */
export function watchSources(folders: string[], work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let inFlight = Promise.resolve();
  const onChange = (file: string | null) => {
    if (!file || !/\.(tsx?|json)$/.test(file) || /node_modules|\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (inFlight = inFlight.then(work)), debounceMs);
  };
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => watch(folder, { recursive: true }, (_, file) => onChange(file)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
