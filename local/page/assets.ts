import { build } from 'esbuild';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedTexts } from './bundle-cache';

const browser = fileURLToPath(new URL('./browser/', import.meta.url));

/**
 * The page's own scripts and styles: file name -> text.
 * @param cache A folder of bundles that other processes may have built.
 */
export async function buildAssets(cache?: string): Promise<Map<string, string>> {
  const make = () => bundle({ page: `${browser}main.tsx`, worker: `${browser}worker.ts` });
  return cache === undefined ? (await make()).texts : cachedTexts(cache, browser, make);
}

/** Bundles scripts by name, with their styles, in memory: file name -> text. */
export async function bundleForBrowser(entryPoints: Record<string, string>): Promise<Map<string, string>> {
  return (await bundle(entryPoints)).texts;
}

/** The texts, and the paths of the modules that they consist of. */
async function bundle(
  entryPoints: Record<string, string>,
): Promise<{ texts: Map<string, string>; modules: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints,
    outdir: 'assets',
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    // A card's bundle is a production build, and its elements work only with production React.
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl' },
    logLevel: 'error',
  });
  return {
    texts: new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text])),
    modules: Object.keys(metafile.inputs).map((path) => resolve(path)),
  };
}
