import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const top = join(__dirname, '../..');

interface Component {
  componentType: string;
  uid: string;
  config: { entrypoint?: string; location?: string; auth?: { requiredScopes: string[] } };
}

interface ParsedProject {
  ok: boolean;
  message?: string;
  asked: string[];
  skippedHsMetaFiles: string[];
  components: Record<string, Component>;
}

/** HubSpot's own parser and validator, on a project folder. */
export function parseProject(folder: string): ParsedProject {
  const script = join(__dirname, 'translate.mjs');
  return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as ParsedProject;
}

/** `hs project lint`, in a project folder. */
export function lintProject(folder: string): { output: string; status: number | null } {
  const home = mkdtempSync(join(tmpdir(), 'bulk-associate-home-'));
  const hs = join(top, 'node_modules/.bin/hs');
  const parameters = ['project', 'lint', '--install-missing-deps=false', '--disable-usage-tracking'];
  const { stdout, stderr, status } = spawnSync(hs, parameters, {
    cwd: folder,
    encoding: 'utf8',
    // The CLI takes the folder that npm was called in for the project's, if npm names it.
    env: { ...process.env, INIT_CWD: folder, HOME: home, CI: 'true' },
  });
  rmSync(home, { recursive: true });
  return { output: stdout + stderr, status };
}
