import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
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

/**
 * A folder with an npx that does not run ESLint, and runs everything else. Before it uploads, the CLI asks ESLint for its
 * configuration to remind of HubSpot's rules, which no test of an upload is about.
 */
function npxWithoutLint(home: string): string {
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const real = folders.map((folder) => join(folder, 'npx')).find((path) => existsSync(path));
  const text = `#!/bin/sh\n[ "$1" = eslint ] && exit 0\nexec "${real}" "$@"\n`;
  writeFileSync(join(bin, 'npx'), text, { mode: 0o755 });
  return bin;
}

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
        PATH: `${npxWithoutLint(home)}${delimiter}${process.env['PATH']}`,
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
    return {
      RecordTab: bundleIn(join(this.cards, 'dist'), 'RecordTab'),
      ...(await build(this.cards, 'RecordSidebar')),
    };
  }

  /** Builds the cards, with packages that were installed in the same way. */
  async buildCards(): Promise<Record<string, string>> {
    addPackages(this.cards);
    return build(this.cards, 'RecordTab', 'RecordSidebar');
  }

  /** Builds the bulk action, with packages that were installed in the same way; returns its bundle. */
  async buildAction(): Promise<string> {
    addPackages(this.actions);
    const { BulkAssociateAction = '' } = await build(this.actions, 'BulkAssociateAction');
    return BulkAssociateAction;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Puts the packages into a folder, as links to those that are installed once a run. */
function addPackages(folder: string): void {
  const installed = packagesFor(folder);
  if (installed === undefined) return install(folder);
  cpSync(join(installed, 'package-lock.json'), join(folder, 'package-lock.json'));
  const from = join(installed, 'node_modules');
  for (const name of namesOfPackages(from)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    // A package of the project is a link itself, to the folder beside.
    const place = join(from, name);
    const isOfProject = lstatSync(place).isSymbolicLink();
    symlinkSync(isOfProject ? readlinkSync(place) : place, link, isOfProject ? 'dir' : 'junction');
  }
}

function namesOfPackages(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((each) => `${name}/${each}`) : [name],
  );
}

/**
 * A folder in which the packages that a folder names are installed, once a run for all folders that name the same ones.
 * Undefined outside of a run of tests.
 */
function packagesFor(folder: string): string | undefined {
  const { dependencies, devDependencies } = packageFileIn(folder);
  const linked = Object.values(dependencies ?? {}).filter((version) => version.startsWith('file:'));
  const files = linked.map((version) => packageFileIn(join(folder, version.slice('file:'.length))));
  const key = createHash('sha256').update(JSON.stringify([dependencies, devDependencies, files]));
  const shared = onceARun(`packages-${key.digest('hex').slice(0, 16)}`, (unfinished) => {
    const own = join(unfinished, 'app/cards');
    const paths = linked.map((version) => version.slice('file:'.length));
    for (const path of ['', ...paths]) {
      mkdirSync(join(own, path), { recursive: true });
      cpSync(join(folder, path, 'package.json'), join(own, path, 'package.json'));
    }
    install(own);
  });
  return shared && join(shared, 'app/cards');
}

/** Installs the packages of a folder as HubSpot's builder does. */
function install(folder: string): void {
  makeLockFile(folder);
  npm(folder, 'ci', ...ciParameters);
}

/**
 * The same for app functions, without unpacking the 9,000 files of HubSpot's client: they are those of this repository, if
 * it has the same release. `npm ci` says whether it would install, and npm adds the other packages.
 */
export function installFunctions(folder: string): void {
  const client = 'node_modules/@hubspot/api-client';
  makeLockFile(folder);
  const [wanted, installed] = [folder, top].map((place) => {
    const text = readFileSync(join(place, 'package-lock.json'), 'utf8');
    return (JSON.parse(text) as LockFile).packages[client]?.integrity;
  });
  if (wanted !== installed) return npm(folder, 'ci', ...ciParameters);
  npm(folder, 'ci', '--dry-run', ...ciParameters);
  linkFiles(join(top, client), join(folder, client));
  npm(folder, 'install', ...ciParameters);
}

const ciParameters = ['--ignore-scripts', '--no-audit', '--no-optional', '--no-fund'];

function makeLockFile(folder: string): void {
  npm(folder, 'install', '--package-lock-only');
}

function npm(folder: string, ...parameters: string[]): void {
  execFileSync('npm', parameters, { cwd: folder, env: builder, stdio: 'pipe' });
}

/** Puts the files of a package into a second folder, without packages in it. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isFile()) linkOrCopy(source, target);
    else if (entry.name !== 'node_modules') linkFiles(source, target);
  }
}

/** A file has no second name on another disk. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target);
  }
}

function packageFileIn(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

/** Builds cards or the bulk action; returns their bundles by name. */
async function build(folder: string, ...names: string[]): Promise<Record<string, string>> {
  const script = join(__dirname, '../build-cards.mjs');
  await run(process.execPath, [script, folder, join(folder, 'dist'), ...names], { env: builder });
  return Object.fromEntries(names.map((name) => [name, bundleIn(join(folder, 'dist', name), name)]));
}

function bundleIn(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.js`), 'utf8');
}

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface LockFile {
  packages: Record<string, { integrity?: string }>;
}

interface HsMeta {
  config: { entrypoint?: string };
}
