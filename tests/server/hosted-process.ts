import type { CrmOptions } from 'hubspot-local/crm';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostedServer, ServerOptions } from '../../server/app';
import { emptyEmbedded } from '../../server/testing/empty-embedded';
import { onceARun } from '../../server/testing/once-a-run';
import { cpuSecondsOf } from '../../server/testing/processes';
import { Hosting } from './hosted-app';

const build = fileURLToPath(new URL('../../server/build.mjs', import.meta.url));

/** What is deployed, built into a folder far from the repository and its packages. */
export class BuiltServer {
  private readonly shared = onceARun('back-end', buildTo);
  private readonly folder = this.shared ?? mkdtempSync(join(tmpdir(), 'back-end-'));
  readonly main = join(this.folder, 'main.js');

  constructor() {
    if (this.shared === undefined) buildTo(this.folder);
  }

  /** Resolves when the process listens. `flags`: of Node. */
  start(environment: Record<string, string>, flags: string[] = []): Promise<HostedProcess> {
    return HostedProcess.start(this.main, environment, flags);
  }

  remove(): void {
    if (this.shared === undefined) rmSync(this.folder, { recursive: true, force: true });
  }
}

function buildTo(folder: string): void {
  execFileSync(process.execPath, [build, folder], { stdio: 'inherit' });
}

/** The settings as environment variables. */
export function environmentOf(options: ServerOptions): Record<string, string> {
  const named = {
    PUBLIC_URL: options.publicUrl,
    HUBSPOT_CLIENT_ID: options.hubspotClientId,
    HUBSPOT_CLIENT_SECRET: options.hubspotClientSecret,
    HUBSPOT_APP_ID: options.hubspotAppId,
    HUBSPOT_API_BASE_URL: options.hubspotApiBaseUrl,
    HUBSPOT_AUTHORIZE_URL: options.hubspotAuthorizeUrl,
    TOKEN_ENCRYPTION_KEYS: options.tokenEncryptionKeys,
    DATABASE_URL: options.databaseUrl,
    DATA_DIR: options.dataDir,
  };
  const set = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { PORT: '0', ...Object.fromEntries(set) };
}

/** Sends a request that is meant for the public address to the back end on a port of this machine. */
export async function sendTo(port: number, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' ? undefined : await request.text();
  return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
}

/** A back end in a process of its own, as it is deployed. */
export class HostedProcess implements Pick<HostedServer, 'fetch'> {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly ended: Promise<number | null>,
    /** How often it has logged each event. */
    readonly events: ReadonlyMap<string, number>,
  ) {}

  /** Rejects where the process ends before it listens; it has then printed why. */
  static async start(
    main: string,
    environment: Record<string, string>,
    flags: string[] = [],
  ): Promise<HostedProcess> {
    const child = spawn(process.execPath, [...flags, main], {
      cwd: dirname(main),
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const events = new Map<string, number>();
    const listening = new Promise<number>((resolve) => {
      createInterface(child.stdout).on('line', (line) => {
        // The last line of a killed process may be cut off.
        const event = /"event":"(\w+)"/.exec(line)?.[1] ?? '';
        events.set(event, (events.get(event) ?? 0) + 1);
        if (event === 'listening') resolve(Number(/"port":(\d+)/.exec(line)?.[1]));
      });
    });
    const port = await Promise.race([listening, ended.then(() => undefined)]);
    if (port === undefined) throw new Error('The back end ended before it listened.');
    return new HostedProcess(child, port, ended, events);
  }

  /** Sends a request that is meant for the public address. */
  fetch(request: Request): Promise<Response> {
    return sendTo(this.port, request);
  }

  /** Megabytes the process holds, by the kernel's count. */
  memoryMb(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Seconds of processor time the process has used, by the kernel's count (in hundredths). */
  cpuSeconds(): number {
    return cpuSecondsOf(this.child.pid);
  }

  /** As the kernel ends a process: nothing is tidied up. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As a deployment ends a process; its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

/** What `npm test` gives other processes in NODE_OPTIONS. The environment of a back end is its own. */
export const startsCheaply = ['--require', fileURLToPath(new URL('../optimize-later.cjs', import.meta.url))];

/** Where a back end keeps what outlives it. */
type Storage = Pick<ServerOptions, 'databaseUrl' | 'dataDir'>;

/** The built back end, and HubSpot, for the tests of a file. */
export interface BuiltParts {
  readonly built: BuiltServer;
  readonly hosting: Hosting;
  /** Starts a process, which is killed after the test, or after all tests of the file, if it still runs. */
  start(storage: Storage, keptFor?: 'test' | 'file'): Promise<HostedProcess>;
  /**
   * A folder for an embedded database, removed after the test, or after all tests of the file. With `isMade`, the files of an
   * empty database are in it, which a process takes seconds to make.
   */
  newDataDir(more?: { keptFor?: 'test' | 'file'; isMade?: boolean }): string;
}

/** Sets them up and takes them down; every test begins with no account installed. */
export function withBuiltServer(options?: CrmOptions): BuiltParts {
  const running = { test: [] as HostedProcess[], file: [] as HostedProcess[] };
  const folders = { test: [] as string[], file: [] as string[] };
  const parts = {
    start: async (storage, keptFor = 'test') => {
      const environment = environmentOf(parts.hosting.options(storage));
      const started = await parts.built.start(environment, startsCheaply);
      running[keptFor].push(started);
      return started;
    },
    newDataDir: ({ keptFor = 'test', isMade = false } = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'hosted-'));
      if (isMade) emptyEmbedded()?.copyTo(join(folder, 'postgres'));
      folders[keptFor].push(folder);
      return folder;
    },
  } as { -readonly [Part in keyof BuiltParts]: BuiltParts[Part] };
  beforeAll(async () => {
    parts.built = new BuiltServer();
    parts.hosting = await Hosting.start(options);
  }, 60_000);
  afterEach(async () => {
    for (const started of running.test.splice(0)) await started.kill();
    for (const folder of folders.test.splice(0)) rmSync(folder, { recursive: true });
    parts.hosting.reset();
  });
  afterAll(async () => {
    for (const started of running.file) await started.kill();
    await parts.hosting.hubspot.close();
    parts.built.remove();
    for (const folder of folders.file) rmSync(folder, { recursive: true });
  });
  return parts;
}
