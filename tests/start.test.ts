import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const top = join(__dirname, '..');

function start(environment: Record<string, string>, ...parameters: string[]) {
  const env = { ...process.env, PORT: '0', WATCH: '0', ...environment };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...parameters], {
    cwd: top,
    env,
    encoding: 'utf8',
  });
  return { status, stderr: stderr.trim() };
}

describe('npm start', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['PORT must be a number from 0 to 65535, not "web".', { PORT: 'web' }, []],
    ['CRM_DATA must be default or large, not "huge".', { CRM_DATA: 'huge' }, []],
    ['--edition must be private or marketplace, not "both".', {}, ['--edition', 'both']],
    [
      'The marketplace edition is installed by OAuth: it takes no HUBSPOT_ACCESS_TOKEN.',
      { HUBSPOT_ACCESS_TOKEN: 'pat-secret' },
      ['--edition', 'marketplace'],
    ],
  ])('ends with “%s”, and nothing else', (message, environment, parameters) => {
    expect(start(environment, ...parameters)).toEqual({ status: 1, stderr: message });
  });

  it('names a free port where the one it was given is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = start({ PORT: String(port) });
    await new Promise((resolve) => server.close(resolve));
    expect([status, stderr]).toEqual([
      1,
      `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`,
    ]);
  });
});
