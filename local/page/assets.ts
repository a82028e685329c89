import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const browser = fileURLToPath(new URL('./browser/', import.meta.url));

/** The page's own scripts and styles: file name -> text. */
export function buildAssets(): Promise<Map<string, string>> {
  return bundleForBrowser({ page: `${browser}main.tsx`, worker: `${browser}worker.ts` });
}

/** Bundles scripts by name, with their styles, in memory: file name -> text. */
export async function bundleForBrowser(entryPoints: Record<string, string>): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints,
    outdir: 'assets',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    // A card's bundle is a production build, and its elements work only with production React.
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl' },
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
}
