import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the sample project in a temporary folder, with its packages as `npm install` would put them. */
export function copySampleProject(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sample-project-'));
  cpSync(join(__dirname, 'sample-project'), folder, { recursive: true });
  const packages = join(require.resolve('react/package.json'), '../..');
  symlinkSync(packages, join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
