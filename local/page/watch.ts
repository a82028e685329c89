import { watch } from 'node:fs';

const quietMs = 150;

/**
 * Does the work once after a burst of changes to source files: editors write a file in several steps. Changes that come
 * while the work is under way wait for it, so that an older build never overwrites a newer one.
 */
export function watchSources(folder: string, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (!file || !/\.(tsx?|json)$/.test(file) || /node_modules|\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (underWay = underWay.then(work)), quietMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
