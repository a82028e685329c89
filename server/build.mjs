// Bundles the back end to server/dist, or the folder given, which then needs nothing but Node: everything is in main.js,
// except the embedded database, whose WebAssembly and data lie beside its code.
import { build } from 'esbuild';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(folder, 'dist');
const pglite = dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')));

await rm(dist, { recursive: true, force: true });
await build({
  entryPoints: [join(folder, 'main.ts')],
  outfile: join(dist, 'main.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // pg asks for its native binding only where one is wanted.
  external: ['@electric-sql/pglite', 'pg-native'],
  // Packages written for require() get one.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
});
// Older releases of Node 20 take a .js file for a module only if this says so.
await writeFile(join(dist, 'package.json'), '{ "private": true, "type": "module" }\n');
await cp(join(folder, 'storage/migrations'), join(dist, 'migrations'), { recursive: true });
const target = join(dist, 'node_modules/@electric-sql/pglite');
await mkdir(target, { recursive: true });
for (const file of ['package.json', 'LICENSE']) await cp(join(pglite, file), join(target, file));
await cp(join(pglite, 'dist'), join(target, 'dist'), {
  recursive: true,
  // Source maps, types, the code for require(), and extensions of Postgres that are not used.
  filter: (source) =>
    !/\.(map|d\.ts|d\.cts|cjs|tar\.gz)$/.test(source) && !/\/(contrib|vector|live|worker)$/.test(source),
});
