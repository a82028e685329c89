// `hs project lint` and the check in `hs project upload` look for the lint packages in the card's own node_modules,
// past which npm workspaces hoist them to the top. This puts links to them where HubSpot's CLI looks, in another project
// built from these sources too: node scripts/link-lint-packages.mjs [its cards folder]
import { lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const cards = resolve(process.argv[2] ?? join(top, 'src/app/cards'));
const { devDependencies } = JSON.parse(await readFile(join(cards, 'package.json'), 'utf8'));

for (const name of Object.keys(devDependencies)) {
  const hoisted = join(top, 'node_modules', name);
  const link = join(cards, 'node_modules', name);
  if (!existsSync(hoisted) || (await lstat(link).catch(() => undefined))) continue;
  await mkdir(dirname(link), { recursive: true });
  // A junction is what Windows lets an ordinary user make; elsewhere the type is ignored.
  await symlink(process.platform === 'win32' ? hoisted : relative(dirname(link), hoisted), link, 'junction');
}
