import { buildExtension } from './build-extension';
import { cachedBundle } from './bundle-cache';

/**
 * The production bundle of a card or a bulk action, as HubSpot's builder makes it.
 * @param outputDir Where the builder writes.
 * @param cache A folder of bundles that other processes may have built.
 */
export function builtBundle(entry: string, outputDir: string, cache?: string): Promise<string> {
  const build = () => buildExtension(entry, outputDir);
  return cache === undefined ? build() : cachedBundle(cache, entry, build);
}
