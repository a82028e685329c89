import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { onceARun } from '../../server/testing/once-a-run';

/** Runs a program to its end; rejects, with all it printed, where it fails. */
export const run = promisify(execFile);
const top = join(__dirname, '../..');

/** Answers the requests of HubSpot's CLI where Node loads it before: `--import`. */
export const answers = pathToFileURL(join(__dirname, 'answers.mjs')).href;

/** What HubSpot's CLI is told so that it asks for nothing else. */
export const quietly = ['--use-env', '--skip-npm-audit', '--disable-usage-tracking'];

/** The environment of HubSpot's builder. */
const builder = {
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

  /** Installs and builds the cards with HubSpot's own copy of what its builder does; returns their bundles by name. */
  async installAndBuildCards(): Promise<Record<string, string>> {
    // Lock file, `npm ci`, `remoteBuild`.
    await run(join(top, 'node_modules/.bin/uie'), ['build', 'RecordTab.tsx'], {
      cwd: this.cards,
      env: builder,
    });
    // The packages are there by then, and are not installed again for the second card.
    return { RecordTab: bundleIn(this.cards, 'RecordTab'), RecordSidebar: await build(this.cards, 'RecordSidebar') }; // prettier-ignore
  }

  /** Builds the cards, with packages that were installed in the same way. */
  async buildCards(): Promise<Record<string, string>> {
    addPackages(this.cards);
    const RecordTab = await build(this.cards, 'RecordTab');
    return { RecordTab, RecordSidebar: await build(this.cards, 'RecordSidebar') };
  }

  /** Builds the bulk action, with packages that were installed in the same way; returns its bundle. */
  async buildAction(): Promise<string> {
    addPackages(this.actions);
    return build(this.actions, 'BulkAssociateAction');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Puts the packages into a folder. They are installed once a run for all folders that name the same ones. */
function addPackages(folder: string): void {
  const { dependencies, devDependencies } = packageFileIn(folder);
  const linked = Object.values(dependencies ?? {}).filter((version) => version.startsWith('file:'));
  const files = linked.map((version) => packageFileIn(join(folder, version.slice('file:'.length))));
  const key = createHash('sha256').update(JSON.stringify([dependencies, devDependencies, files]));
  const installed = onceARun(`packages-${key.digest('hex').slice(0, 16)}`, (shared) => {
    const own = join(shared, 'app/cards');
    const paths = linked.map((version) => version.slice('file:'.length));
    for (const path of ['', ...paths]) {
      mkdirSync(join(own, path), { recursive: true });
      cpSync(join(folder, path, 'package.json'), join(own, path, 'package.json'));
    }
    install(own);
  });
  if (installed === undefined) return install(folder);
  const from = join(installed, 'app/cards');
  cpSync(join(from, 'package-lock.json'), join(folder, 'package-lock.json'));
  cpSync(join(from, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true }); // prettier-ignore
}

/** Installs the packages of a folder as HubSpot's builder does. */
export function install(folder: string): void {
  const npm = (...parameters: string[]) => execFileSync('npm', parameters, { cwd: folder, env: builder, stdio: 'pipe' }); // prettier-ignore
  npm('install', '--package-lock-only');
  npm('ci', '--ignore-scripts', '--no-audit', '--no-optional', '--no-fund');
}

function packageFileIn(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

/** Builds a card or the bulk action; returns its bundle. */
async function build(folder: string, name: string): Promise<string> {
  const script = join(__dirname, '../build-card.mjs');
  await run(process.execPath, [script, `${name}.tsx`, join(folder, 'dist'), folder], { env: builder });
  return bundleIn(folder, name);
}

function bundleIn(folder: string, name: string): string {
  return readFileSync(join(folder, 'dist', `${name}.js`), 'utf8');
}

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface HsMeta {
  config: { entrypoint?: string };
}
