import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type LocalServer } from '../testing';

/** A copy of the sample project in a temporary folder, with its packages as `npm install` would put them. */
export function copySampleProject(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sample-project-'));
  cpSync(join(__dirname, 'sample-project'), folder, { recursive: true });
  const packages = join(require.resolve('react/package.json'), '../..');
  symlinkSync(packages, join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves such a copy in a process of its own: HubSpot's builder is a module that jest cannot load. */
export function serveSampleProject(
  folder: string,
  mode: 'sandbox' | 'live' = 'sandbox',
  environment: Record<string, string> = {},
): Promise<LocalServer> {
  return startServer(['--import', 'tsx', join(__dirname, 'serve-sample.ts'), folder, mode], environment);
}
