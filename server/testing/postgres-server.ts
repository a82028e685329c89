import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onceARun } from './once-a-run';
import { cpuSecondsOfFamily } from './processes';

/** A real Postgres server for a test file, on the loopback interface. */
export interface PostgresServer {
  /** Creates an empty database and returns its address. */
  newDatabase(): string;
  /** Seconds of processor time that the server has used since its last start. */
  cpuSeconds(): number;
  /** Ends the server at once, as a crash does. Its data stay. */
  stop(): void;
  /** Starts the server again after `stop`, on the same port, with the same data. */
  start(): void;
  /** Stops the server and deletes its data. */
  remove(): void;
}

/** The folder of Postgres' programs in Debian; undefined if Postgres is not installed. */
export const postgresPrograms = programsIn('/usr/lib/postgresql');

function programsIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(folder, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

const isRoot = process.getuid?.() === 0;

/**
 * Starts a server on a free port. Requires `postgresPrograms`.
 * @param sharedBuffers Its shared memory; Postgres takes 128 MB, and setting them up is most of the work of a start.
 */
export async function startPostgres(sharedBuffers = '128MB'): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const port = await freePort();
  const data = join(folder, 'data');
  const empty = onceARun('postgres', initialize);
  // As they are, with the owner.
  if (empty) execFileSync('cp', ['-a', join(empty, 'data'), data]);
  else initialize(folder);
  // Test data need not survive a crash of the machine, so nothing waits for the disk.
  const own = ['listen_addresses=127.0.0.1', 'fsync=off', `shared_buffers=${sharedBuffers}`];
  const settings = `-p ${port} -k ${folder} -c ${own.join(' -c ')}`;
  const start = () => run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const stop = () => run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  start();
  let databases = 0;
  return {
    start,
    stop,
    cpuSeconds: () =>
      cpuSecondsOfFamily(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    newDatabase: () => {
      const name = `test_${++databases}`;
      const from = ['--maintenance-db=template1', '--template=template1'];
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'test', ...from, name]);
      return `postgres://test@127.0.0.1:${port}/${name}`;
    },
    remove: () => {
      try {
        stop();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** One statement a line. */
const dropOthers = `UPDATE pg_database SET datistemplate = false WHERE datname = 'template0'
DROP DATABASE template0
DROP DATABASE postgres
`;

/** Makes the files of an empty server, in `data`. */
function initialize(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const data = join(folder, 'data');
  // A log of 1 MB, where Postgres would take 16, is copied faster.
  const size = ['--wal-segsize=1'];
  run('initdb', ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C', ...size]);
  // Of the three databases that Postgres makes, one is used. Creating their files takes most of the time of a copy.
  run('postgres', ['--single', '-D', data, 'template1'], dropOthers);
}

/** Postgres refuses to run as root, so root switches to the user of Debian's package. */
function run(program: string, args: string[], input = ''): void {
  const path = join(postgresPrograms ?? '', program);
  const [command, ...rest] = isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', path, ...args]
    : [path, ...args];
  execFileSync(command ?? path, rest, { input, stdio: ['pipe', 'ignore', 'ignore'], cwd: tmpdir() });
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
