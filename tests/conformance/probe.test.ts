import { build } from 'esbuild';
import { allScopes, createCrm, type Crm, serveCrm } from 'hubspot-local/crm';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOrderOf, readAssumptions } from './assumptions';
import { cases } from './cases';

/** The command in a process of its own, against an embedded CRM in the place of HubSpot. */
const top = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'probe-'));
const built = join(folder, 'probe.mjs');
/** As in package.json: compiled anew at each start, which takes a second or more. */
const uncompiled = ['--import', 'tsx', 'tests/conformance/probe.ts'];
const token = 'token-of-a-test-account';
const page = readAssumptions(readFileSync(join(top, 'docs/assumptions.md'), 'utf8'));
let crm: Crm;
let server: Awaited<ReturnType<typeof serveCrm>>;

beforeAll(async () => {
  await build({
    entryPoints: [join(top, 'tests/conformance/probe.ts')],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  crm = createCrm({ rateLimits: { searchSecondly: 10 }, tokens: { [token]: allScopes } });
  server = await serveCrm(crm);
});
beforeEach(() => crm.reset());
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number | null;
  table: string;
  said: string;
}

/** Runs the probe. `onSaid` receives everything it prints, and may answer or send a signal. */
function runProbe(
  args: string[],
  environment: Record<string, string>,
  onSaid?: (said: string, child: ReturnType<typeof spawn>) => void,
  script: readonly string[] = [built],
): Promise<Ended> {
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: top,
    env: { ...process.env, HUBSPOT_ACCESS_TOKEN: '', ...environment },
  });
  let [table, said] = ['', ''];
  child.stdout.on('data', (text) => (table += String(text)));
  child.stderr.on('data', (text) => {
    said += String(text);
    onSaid?.(said, child);
  });
  if (!onSaid) child.stdin.end();
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, table, said })));
}

/** The cases in the order in which they were settled. */
const namesIn = (said: string) =>
  [...said.matchAll(/(?:holds|does not hold|could not be told) +(\S+)$/gm)].map(([, name]) => name);

const live = () => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_API_BASE_URL: server.url });
const writes = () => crm.calls.filter(({ kind, method }) => kind === 'associate' || (kind === 'objects' && method !== 'GET')); // prettier-ignore

describe('npm run probe', () => {
  it('announces what it will write, and writes nothing without a yes', async () => {
    const refused = await runProbe([], live(), (said, child) => {
      if (said.includes('Type yes')) child.stdin?.write('no\n');
    });
    expect(refused.said).toMatch(
      /account 12345678 \(DEVELOPER_TEST\).*(\n {2}[a-z ]+: \d+)*\n {2}contacts: \d+/,
    );
    expect(refused.said).toContain('Nothing was written.');
    expect([refused.code, writes()]).toEqual([1, []]);
  });

  it('writes nothing without an answer', async () => {
    const ended = await runProbe([], live());
    expect([ended.code, writes()]).toEqual([1, []]);
  });

  it('settles every belief after a yes, in the order of docs/assumptions.md, and prints a table without the token', async () => {
    const ended = await runProbe([], live(), (said, child) => {
      if (said.includes('Type yes')) child.stdin?.end('yes\n');
    });
    expect(ended.code).toBe(0);
    expect(ended.table).toContain('What account 12345678 (DEVELOPER_TEST) answered');
    expect(ended.table.match(/\| \*\*holds\*\* \|/g)).toHaveLength(cases.length);
    expect(ended.said).toContain('Everything that was made is removed.');
    expect(ended.table + ended.said).not.toContain(token);
    expect(namesIn(ended.said)).toEqual(inOrderOf(page, cases).map(({ name }) => name));
  });

  it('settles the named cases alone, and announces what these make', async () => {
    const ended = await runProbe(['label-kept', '--yes', 'again'], live());
    expect(ended.said).toContain('removes again:\n  companies: 2\n  contacts: 2\n  labels: 1\n');
    expect(ended.table.match(/\| `[a-z-]+` \|/g)).toEqual(['| `again` |', '| `label-kept` |']);
    expect(ended.table).not.toContain('Beliefs that no call settles');
    expect(ended.code).toBe(0);
  });

  it('asks nothing where a name is wrong', async () => {
    const ended = await runProbe(['--yes', 'again', 'agian'], live());
    expect(ended.said).toContain('names no probe agian.');
    expect([ended.code, crm.calls]).toEqual([1, []]);
  });

  it('removes what it made when it is stopped, and reports that the rest did not run', async () => {
    crm.change({ latencyMs: 20 });
    let isStopped = false;
    const ended = await runProbe(['--yes'], live(), (said, child) => {
      if (isStopped || !said.includes('labels-at-once')) return;
      isStopped = true;
      child.kill('SIGINT');
    });
    expect(ended.said).toContain('Stopped: the rest was not asked.');
    expect(ended.said).toContain('Everything that was made is removed.');
    expect(ended.code).toBe(1);
    expect([...crm.state.allRecords()].filter(({ searchText }) => searchText.includes('ba probe'))).toEqual([]); // prettier-ignore
  });

  it.each([
    ['a token that is not known', { HUBSPOT_ACCESS_TOKEN: 'other' }, 'Is HUBSPOT_ACCESS_TOKEN right?'],
    ['an address nobody answers at', { HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9' }, 'no answer'],
  ])('writes nothing with %s', async (_, environment, words) => {
    const ended = await runProbe(['--yes'], { ...live(), ...environment });
    expect(ended.said).toContain(words);
    expect([ended.code, writes()]).toEqual([1, []]);
  });

  it.each([
    [[], /no test account: nothing was written[^]*--account 4711/, 1],
    [['--account', '4712'], /no test account: nothing was written/, 1],
    [['--account', '4711'], /In account 4711 \(STANDARD\)/, 0],
  ])('writes to a customer’s account only if it is named: %j', async (args, words, code) => {
    const calls: string[] = [];
    const standard = createServer((request, response) => {
      calls.push(String(request.url));
      const details = request.url?.startsWith('/account-info');
      response.writeHead(details ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(details ? { portalId: 4711, accountType: 'STANDARD' } : { message: 'no' }));
    });
    const port = await new Promise<number>((resolve) =>
      standard.listen(0, '127.0.0.1', () => resolve((standard.address() as AddressInfo).port)),
    );
    const baseUrl = { HUBSPOT_API_BASE_URL: `http://127.0.0.1:${port}` };
    const ended = await runProbe(['--yes', ...args], { ...live(), ...baseUrl });
    standard.close();
    expect(ended.said).toMatch(words);
    expect([ended.code, calls.length > 1]).toEqual([code, code === 0]);
  });

  it('runs on the embedded CRM without a token', async () => {
    const ended = await runProbe(['again'], {});
    expect(ended.table).toContain('the embedded CRM, which is not HubSpot');
    expect([ended.code, crm.calls]).toEqual([0, []]);
  });

  it('runs on the embedded CRM with --sandbox, whatever token there is', async () => {
    const ended = await runProbe(['--sandbox', 'again'], live());
    expect([ended.code, crm.calls]).toEqual([0, []]);
  });

  it('prints its usage where the command line is invalid', async () => {
    const ended = await runProbe(['--force'], live(), undefined, uncompiled);
    expect(ended.said).toContain('--account ID');
    expect([ended.code, crm.calls]).toEqual([1, []]);
  });
});
