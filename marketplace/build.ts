import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addBulkAction } from '../bulk-action/project';
import { checkBackendUrl } from './backend-url';
import { writeProject } from './project';

// `npm run build:marketplace -- --backend https://…`: the marketplace edition's project, ready for `hs project upload`.
// With `--with-bulk-action` it has the bulk action as well.
const { values } = parseArgs({
  options: {
    backend: { type: 'string' },
    out: { type: 'string', default: 'dist/marketplace' },
    'with-bulk-action': { type: 'boolean', default: false },
  },
});
const backend = checkBackendUrl(values.backend);
if (!backend.ok) {
  console.error(backend.message);
  process.exit(1);
}

await rm(join(values.out, 'src'), { recursive: true, force: true });
await writeProject(values.out, backend.url);
const folders = ['cards'];
if (values['with-bulk-action']) {
  await addBulkAction(values.out);
  folders.push('actions');
}
const linker = fileURLToPath(new URL('../scripts/link-lint-packages.mjs', import.meta.url));
for (const folder of folders) execFileSync(process.execPath, [linker, join(values.out, 'src/app', folder)]);
console.log(`Project: ${values.out}`);
console.log(`Back end: ${backend.url}`);
if ((await readFile(join(values.out, 'src/app/app-hsmeta.json'), 'utf8')).includes('"support@example.com"')) {
  console.log(
    'Before a listing, put your own addresses into `support` in src/app/app-hsmeta.json and build again.',
  );
}
