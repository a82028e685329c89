// Bundles the back end to server/dist, or the given folder, which then needs only Node. All code is in main.js, except the
// embedded database, whose WebAssembly and data files lie beside its code.
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
  // pg loads its native binding only on request.
  external: ['@electric-sql/pglite', 'pg-native'],
  // CommonJS packages in the bundle call require().
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  legalComments: 'linked',
  logLevel: 'warning',
});
// Older releases of Node 20 treat a .js file as a module only with this field.
await writeFile(join(dist, 'package.json'), '{ "private": true, "type": "module" }\n');
await cp(join(folder, 'storage/migrations'), join(dist, 'migrations'), { recursive: true });
const target = join(dist, 'node_modules/@electric-sql/pglite');
await mkdir(target, { recursive: true });
for (const file of ['package.json', 'LICENSE']) await cp(join(pglite, file), join(target, file));
await cp(join(pglite, 'dist'), join(target, 'dist'), {
  recursive: true,
  // Leaves out source maps, types, CommonJS code, and unused extensions of Postgres.
  filter: (source) =>
    !/\.(map|d\.ts|d\.cts|cjs|tar\.gz)$/.test(source) && !/\/(contrib|vector|live|worker)$/.test(source),
});
