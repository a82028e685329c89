import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { createCrm } from '../../local/crm/crm';
import { serveCrm } from '../../local/crm/serve';
import { FunctionRunner } from '../../local/functions/runner';
import { drawFace } from '../card-worker';
import { sampleCalls } from '../sample-calls';

/**
 * What HubSpot gets, and what becomes of it there: `hs project upload` packs, the archive is unpacked far from this
 * repository, installed and built with the commands of HubSpot's builder, and run.
 */
const run = promisify(execFile);
const top = join(__dirname, '../..');
const upload = mkdtempSync(join(tmpdir(), 'upload-'));
const home = mkdtempSync(join(tmpdir(), 'upload-home-'));
const cards = join(upload, 'app/cards');
const functions = join(upload, 'app/functions');

const builder = {
  ...process.env,
  NODE_PATH: '',
  // npm leaves out devDependencies then: the build must do without them, whether or not HubSpot's builder has them.
  NODE_ENV: 'production',
  // What is in npm's cache is not asked for again, so that an earlier install is enough without a network.
  npm_config_prefer_offline: 'true',
};
let uploaded: string[];
const built: Record<string, string> = {};

beforeAll(async () => {
  const env = { ...process.env, HOME: home };
  await run(process.execPath, [join(__dirname, 'upload.mjs'), upload], { env });
  uploaded = readdirSync(upload, { recursive: true, encoding: 'utf8' }).filter(
    (path) => extname(path) !== '',
  );
  await Promise.all([buildCards(), installFunctions()]);
}, 300_000);
afterAll(() => {
  for (const folder of [upload, home]) rmSync(folder, { recursive: true });
});

async function buildCards(): Promise<void> {
  // HubSpot's own copy of what its builder does: lock file, `npm ci`, `remoteBuild`.
  await run(join(top, 'node_modules/.bin/uie'), ['build', 'RecordTab.tsx'], { cwd: cards, env: builder });
  built['RecordTab'] = bundle('RecordTab');
  // The packages are there by then, and are not installed again for the second card.
  const parameters = [join(__dirname, '../build-card.mjs'), 'RecordSidebar.tsx', join(cards, 'dist'), cards];
  await run(process.execPath, parameters, { env: builder });
  built['RecordSidebar'] = bundle('RecordSidebar');
}

function bundle(name: string): string {
  return readFileSync(join(cards, 'dist', `${name}.js`), 'utf8');
}

async function installFunctions(): Promise<void> {
  await run('npm', ['install', '--package-lock-only'], { cwd: functions, env: builder });
  const flags = ['--ignore-scripts', '--no-audit', '--no-optional', '--no-fund'];
  await run('npm', ['ci', ...flags], { cwd: functions, env: builder });
}

describe('the upload', () => {
  it('holds the app and nothing that is only for its makers', () => {
    const rooms =
      /^app\/((cards|packages\/(contract|engine)\/src)\/.+\.(ts|tsx|mjs|json)|functions\/.+\.(js|mjs|ts|json)|[^/]+\.json|packages\/[^/]+\/package\.json)$/;
    expect(uploaded.filter((path) => !rooms.test(path))).toEqual([]);
    expect(uploaded.filter((path) => /\.test\.|\/testing\/|node_modules|\/\./.test(path))).toEqual([]);
  });

  it('holds every entry point that it names', () => {
    const metas = uploaded.filter((path) => path.endsWith('-hsmeta.json'));
    const entries = metas.flatMap((path) => {
      const { config } = JSON.parse(readFileSync(join(upload, path), 'utf8')) as HsMeta;
      return config.entrypoint ?? [];
    });
    expect(entries).toHaveLength(9);
    expect(entries.filter((entry) => !uploaded.includes(entry.slice(1)))).toEqual([]);
  });
});

describe.each(['RecordTab', 'RecordSidebar'])('%s, built from the upload alone', (name) => {
  it('draws its face in a worker', async () => {
    const { calls, shown } = await drawFace(built[name] ?? '');
    expect(calls).toEqual(['describe_objects']);
    expect(shown).toMatch(/Associate records/);
  });
});

describe('the app functions of the upload, with only the packages they declare', () => {
  it('find none outside the upload', () => {
    const above: string[] = [];
    for (let folder = dirname(upload); folder !== dirname(folder); folder = dirname(folder))
      if (existsSync(join(folder, 'node_modules'))) above.push(folder);
    expect(above).toEqual([]);
  });

  it('answer every call in full', async () => {
    const crm = createCrm();
    const server = await serveCrm(crm);
    const environment = { PRIVATE_APP_ACCESS_TOKEN: 'sandbox', HUBSPOT_API_BASE_URL: server.url };
    const runner = new FunctionRunner({ folder: functions, environment });
    try {
      for (const { uid, parameters } of sampleCalls) {
        const execution = await runner.call(uid, parameters);
        expect({ uid, parameters, execution }).toMatchObject({
          execution: { ok: true, response: { ok: true } },
        });
      }
    } finally {
      runner.close();
      await server.close();
    }
  }, 60_000);
});

interface HsMeta {
  config: { entrypoint?: string };
}
