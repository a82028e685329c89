// Writes the bundles of this repository's cards: node --import tsx tests/write-bundles.ts <folder> RecordTab …
// Those that servers of the same test run have built are not built again.
import { builtBundle } from 'hubspot-local/bundles';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cards = fileURLToPath(new URL('../src/app/cards', import.meta.url));
const [folder = '', ...names] = process.argv.slice(2);
// The builder empties the folder that it writes to.
const output = join(folder, 'output');
for (const name of names) {
  const bundle = await builtBundle(join(cards, `${name}.tsx`), output, process.env['BUNDLE_CACHE']);
  writeFileSync(join(folder, `${name}.js`), bundle);
}
// esbuild's own process would keep this one.
process.exit(0);
