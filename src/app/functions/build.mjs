// Bundles every app function (<uid>.ts beside its <uid>-hsmeta.json) to CommonJS in dist/, which is what HubSpot runs.
// It runs as part of `npm install`, so that `hs project upload` finds the bundles right after it.
import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const names = (await readdir(folder))
  .filter((file) => file.endsWith('-hsmeta.json'))
  .map((file) => file.replace(/-hsmeta\.json$/, ''));

await rm(join(folder, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: names.map((name) => join(folder, `${name}.ts`)),
  outdir: join(folder, 'dist'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // HubSpot installs it from package.json; bundling the whole client would make each function 4.7 MB.
  external: ['@hubspot/api-client', '@hubspot/api-client/*'],
  legalComments: 'none',
  logLevel: 'warning',
});
