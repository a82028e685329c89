import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeProject } from './project';

// The project with the bulk action, ready for `hs project upload`. `npm run deploy -- --with-bulk-action` runs this.
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/with-bulk-action' } } });
await writeProject(values.out);
const linker = fileURLToPath(new URL('../scripts/link-lint-packages.mjs', import.meta.url));
for (const folder of ['cards', 'actions'])
  execFileSync(process.execPath, [linker, join(values.out, 'src/app', folder)]);
console.log(`Project: ${values.out}`);
