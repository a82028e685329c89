// Bundles every app function (<uid>.ts beside its <uid>-hsmeta.json) to CommonJS in dist/, which is what HubSpot runs.
// It runs as part of `npm install`, so that `hs project upload` finds the bundles right after it.
import { build } from 'esbuild';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const folder = dirname(fileURLToPath(import.meta.url));
const dist = join(folder, 'dist');
const names = (await readdir(folder))
  .filter((file) => file.endsWith('-hsmeta.json'))
  .map((file) => file.replace(/-hsmeta\.json$/, ''));

const { outputFiles } = await build({
  entryPoints: names.map((name) => join(folder, `${name}.ts`)),
  outdir: dist,
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // HubSpot installs it from package.json; bundling the whole client would make each function 4.7 MB.
  external: ['@hubspot/api-client', '@hubspot/api-client/*'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [{ name: 'compressed words', setup: compressWords }],
});

await mkdir(dist, { recursive: true });
await Promise.all(outputFiles.map(({ path, text }) => replace(path, text)));
const built = new Set(outputFiles.map(({ path }) => basename(path)));
const stale = (await readdir(dist)).filter((file) => file.endsWith('.js') && !built.has(file));
await Promise.all(stale.map((file) => rm(join(dist, file), { force: true })));

/** Replaces a file in one step: another process may run it, or build it too, at this moment. */
async function replace(path, text) {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}

/**
 * Puts the panel's words of each language into the bundle as compressed text, which is taken out when the function starts:
 * as code, those of all languages would be more than a function's 60 kB.
 */
function compressWords({ onLoad }) {
  onLoad({ filter: /[\\/]messages[\\/]src[\\/]panel[\\/]/ }, async ({ path }) => {
    if (basename(path) === 'index.ts') return undefined;
    const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
    const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
    const exported = Object.entries(module).map(([name, messages]) => {
      const text = brotliCompressSync(JSON.stringify(messages)).toString('base64');
      return `export const ${name} = JSON.parse(brotliDecompressSync(Buffer.from('${text}', 'base64')).toString());`;
    });
    const reader = "import { brotliDecompressSync } from 'node:zlib';";
    return { loader: 'js', contents: [reader, ...exported].join('\n') };
  });
}
