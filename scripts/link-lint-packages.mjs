// `hs project lint` and the check in `hs project upload` look for the lint packages in the card's own node_modules, but npm
// workspaces install them at the top. This links them to where HubSpot's CLI looks, also for another project that is built
// from these sources: node scripts/link-lint-packages.mjs [its cards folder]
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
  // On Windows an ordinary user can create a junction only; elsewhere the type is ignored.
  await symlink(process.platform === 'win32' ? hoisted : relative(dirname(link), hoisted), link, 'junction');
}
