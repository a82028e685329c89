import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Runs a program to its end; rejects, with all it printed, where it fails. */
export const run = promisify(execFile);
const top = join(__dirname, '../..');

/** Answers the requests of HubSpot's CLI where Node loads it before: `--import`. */
export const answers = pathToFileURL(join(__dirname, 'answers.mjs')).href;

/** What HubSpot's CLI is told so that it asks for nothing else. */
export const quietly = ['--use-env', '--skip-npm-audit', '--disable-usage-tracking'];

/** The environment of HubSpot's builder. */
export const builder = {
  ...process.env,
  NODE_PATH: '',
  // npm leaves out devDependencies then: the build must do without them, whether or not HubSpot's builder has them.
  NODE_ENV: 'production',
  // What is in npm's cache is not asked for again, so that an earlier install is enough without a network.
  npm_config_prefer_offline: 'true',
};

/** What `hs project upload` sends of a project, unpacked far from this repository. */
export class Upload {
  readonly folder = mkdtempSync(join(tmpdir(), 'upload-'));
  readonly cards = join(this.folder, 'app/cards');
  readonly actions = join(this.folder, 'app/actions');
  readonly functions = join(this.folder, 'app/functions');
  /** The paths that were sent. */
  files: string[] = [];

  /** Runs `hs project upload` up to where HubSpot would have the archive. */
  async pack(project: string): Promise<void> {
    const cli = join(top, 'node_modules/@hubspot/cli/bin/cli.js');
    await this.receive((env) =>
      run(process.execPath, ['--import', answers, cli, 'project', 'upload', ...quietly], {
        cwd: project,
        // The CLI looks for the project in this folder, if npm was called in one.
        env: { ...process.env, ...env, INIT_CWD: project },
      }),
    );
  }

  /** Runs what calls HubSpot's CLI; the environment that it gets lets the CLI work without an account. */
  async receive(upload: (env: Record<string, string>) => Promise<unknown>): Promise<void> {
    const home = mkdtempSync(join(tmpdir(), 'upload-home-'));
    try {
      await upload({
        USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
        HUBSPOT_ACCOUNT_ID: '12345',
        HUBSPOT_API_KEY: 'none',
        CI: 'true',
        HOME: home,
        UPLOAD_FOLDER: this.folder,
      });
    } finally {
      rmSync(home, { recursive: true });
    }
    const paths = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    this.files = paths.filter((path) => extname(path) !== '');
  }

  /** The entry points that the metadata name. */
  get entryPoints(): string[] {
    return this.files
      .filter((path) => path.endsWith('-hsmeta.json'))
      .flatMap((path) => {
        const { config } = JSON.parse(readFileSync(join(this.folder, path), 'utf8')) as HsMeta;
        return config.entrypoint ?? [];
      });
  }

  /** Installs and builds the cards as HubSpot does; returns their bundles by name. */
  async buildCards(): Promise<Record<string, string>> {
    // HubSpot's own copy of what its builder does: lock file, `npm ci`, `remoteBuild`.
    const uie = join(top, 'node_modules/.bin/uie');
    await run(uie, ['build', 'RecordTab.tsx'], { cwd: this.cards, env: builder });
    const first = bundleIn(this.cards, 'RecordTab');
    // The packages are there by then, and are not installed again for the second card.
    const script = join(__dirname, '../build-card.mjs');
    const parameters = [script, 'RecordSidebar.tsx', join(this.cards, 'dist'), this.cards];
    await run(process.execPath, parameters, { env: builder });
    return { RecordTab: first, RecordSidebar: bundleIn(this.cards, 'RecordSidebar') };
  }

  /** Installs and builds the bulk action in the same way; returns its bundle. */
  async buildAction(): Promise<string> {
    const uie = join(top, 'node_modules/.bin/uie');
    await run(uie, ['build', 'BulkAssociateAction.tsx'], { cwd: this.actions, env: builder });
    return bundleIn(this.actions, 'BulkAssociateAction');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function bundleIn(folder: string, name: string): string {
  return readFileSync(join(folder, 'dist', `${name}.js`), 'utf8');
}

interface HsMeta {
  config: { entrypoint?: string };
}
