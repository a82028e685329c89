import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { publicUrl } from './hosted-app';
import { HostedProcess, startsCheaply } from './hosted-process';

/**
 * A rehearsal of the image without an engine to build it: what the Dockerfile copies is copied into an empty folder, what
 * it runs is run there. Only the installation is replaced: `npm ci` is asked whether it would install, and the packages
 * are those of the repository.
 */
const repository = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(repository, file), 'utf8');

interface Instruction {
  name: string;
  text: string;
}

const stages = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Instruction => ({ name: line.split(' ')[0] ?? '', text: line.slice(line.indexOf(' ') + 1) }))
  .reduce<Instruction[][]>((all, instruction) => {
    return instruction.name === 'FROM'
      ? [...all, [instruction]]
      : [...all.slice(0, -1), [...(all.at(-1) ?? []), instruction]];
  }, []);
const [building = [], final = []] = stages;
const texts = (stage: Instruction[], name: string) =>
  stage.filter((instruction) => instruction.name === name).map(({ text }) => text);

/** What .dockerignore lets through to the builder, by name; of that, `isSent` is what its last lines leave. */
const letThrough = read('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));
const isSent = (path: string) => !/(^|\/)(node_modules|dist)(\/|$)|\.test\.ts$/.test(path);

const folder = mkdtempSync(join(tmpdir(), 'image-'));
const build = join(folder, 'build');
const app = join(folder, 'app');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Packages as `npm ci` would have put them, and the workspaces linked to their copies. */
function linkPackages(): void {
  const from = join(repository, 'node_modules');
  const to = join(build, 'node_modules');
  mkdirSync(join(to, '@bulk-associate'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@bulk-associate') symlinkSync(join(from, name), join(to, name));
  }
  const { dependencies } = JSON.parse(read('server/package.json')) as { dependencies: object };
  for (const name of Object.keys(dependencies).filter((each) => each.startsWith('@bulk-associate/'))) {
    symlinkSync(join(build, 'src/app/packages', basename(name)), join(to, name));
  }
}

describe('the image', () => {
  it('copies only what the builder is sent', () => {
    for (const text of texts(building, 'COPY')) {
      for (const source of text.split(' ').slice(0, -1)) {
        expect([
          source,
          letThrough.some((path) => `${source}/`.startsWith(`${path}/`)),
          existsSync(join(repository, source)),
        ]).toEqual([source, true, true]);
      }
    }
  });

  it('is built by its own commands', () => {
    for (const text of texts(building, 'COPY')) {
      const parts = text.split(' ');
      const target = parts.pop() ?? '';
      for (const source of parts) {
        const into = target.endsWith('/') ? join(target, basename(source)) : target;
        mkdirSync(dirname(join(build, into)), { recursive: true });
        cpSync(join(repository, source), join(build, into), {
          recursive: true,
          filter: (path) => isSent(path.slice(repository.length)),
        });
      }
    }
    const [install = '', bundle = ''] = texts(building, 'RUN');
    expect(install).toMatch(/^npm ci --ignore-scripts /);
    execFileSync('sh', ['-c', `${install} --dry-run`], { cwd: build, stdio: 'pipe' });
    linkPackages();
    execFileSync('sh', ['-c', bundle], { cwd: build, stdio: 'pipe' });
    expect(texts(final, 'COPY')).toEqual(['--from=build /build/server/dist ./']);
    cpSync(join(build, 'server/dist'), app, { recursive: true });
  }, 120_000);

  it('runs its own command with what it holds, and finds itself healthy', async () => {
    expect(texts(final, 'CMD')).toEqual(['["node", "main.js"]']);
    const settings = {
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      PUBLIC_URL: publicUrl,
      HUBSPOT_CLIENT_ID: 'client',
      HUBSPOT_CLIENT_SECRET: 'secret',
      TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    };
    const server = await HostedProcess.start(join(app, 'main.js'), settings, startsCheaply);
    const [, command = '[]'] = /CMD (\[.*\])$/.exec(texts(final, 'HEALTHCHECK')[0] ?? '') ?? [];
    const [, ...args] = JSON.parse(command) as string[];
    const check = (port: number) =>
      spawnSync(process.execPath, args, { env: { PORT: String(port) }, encoding: 'utf8' }).status;
    expect(check(server.port)).toBe(0);
    expect(await server.stop()).toBe(0);
    expect(check(server.port)).toBe(1);
  }, 60_000);

  it('holds no source, no development tools, and runs as nobody special', () => {
    expect(texts(final, 'USER')).toEqual(['node']);
    const [from] = [texts(building, 'FROM'), texts(final, 'FROM')].map(([text = '']) => text.split(' ')[0]);
    expect(from).toBe(texts(final, 'FROM')[0]);
    expect(readdirSync(app).sort()).toEqual(['main.js', 'migrations', 'node_modules', 'package.json']);
    expect(readdirSync(join(app, 'node_modules'))).toEqual(['@electric-sql']);
  });
});
