import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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

/** The parser of a test file, which takes longer to start than to parse. */
let parser: ChildProcess | undefined;
afterAll(() => void parser?.kill());

/** HubSpot's own parser and validator, on a project folder. One at a time. */
export async function parseProject(folder: string): Promise<ParsedProject> {
  parser ??= spawn(process.execPath, [join(__dirname, 'translate.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = parser;
  if (!stdin || !stdout) throw new Error('The parser has no input or output.');
  stdin.write(`${folder}\n`);
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as ParsedProject;
  throw new Error('HubSpot’s parser ended without an answer.');
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
