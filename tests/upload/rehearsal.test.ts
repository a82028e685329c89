import { createCrm, serveCrm } from 'hubspot-local/crm';
import { FunctionRunner } from 'hubspot-local/functions';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawFace } from '../card-worker';
import { copyProject } from '../hubspot/project-copy';
import { sampleCalls } from '../sample-calls';
import { checks, deploy, uploads, type Deployed } from './deploy';
import { installFunctions, type Upload } from './rehearse';

/**
 * What HubSpot gets, and what becomes of it there: `npm run deploy` uploads, the archive is unpacked far from this
 * repository, installed and built with the commands of HubSpot's builder, and run.
 */
let deployed: Deployed;
let upload: Upload;
let built: Record<string, string> = {};

beforeAll(async () => {
  const project = copyProject();
  deployed = await deploy(project.folder, []);
  ({ upload } = deployed);
  project.remove();
  if (deployed.failure !== undefined) return;
  built = await upload.installAndBuildCards();
  installFunctions(upload.functions);
}, 300_000);
afterAll(() => upload?.remove());

it('npm run deploy runs the checks, and then uploads the repository', () => {
  expect(deployed).toMatchObject({ failure: undefined, called: [...checks, uploads] });
  expect(upload.files).toContain('app/cards/RecordTab.tsx');
});

describe('the upload', () => {
  it('holds the app and nothing that is only for its makers', () => {
    const allowed =
      /^app\/((cards|packages\/(contract|engine|messages|reading)\/src)\/.+\.(ts|tsx|mjs|json)|functions\/.+\.(js|mjs|ts|json)|[^/]+\.json|packages\/[^/]+\/package\.json)$/;
    expect(upload.files.filter((path) => !allowed.test(path))).toEqual([]);
    expect(upload.files.filter((path) => /\.test\.|\/testing\/|node_modules|\/\./.test(path))).toEqual([]);
  });

  it('holds no bulk action, which an account without that feature might refuse', () => {
    expect(upload.files.filter((path) => path.startsWith('app/actions/'))).toEqual([]);
    const metas = upload.files.filter((path) => path.endsWith('-hsmeta.json'));
    const types = metas.map((path) => JSON.parse(readFileSync(join(upload.folder, path), 'utf8')) as { type: string }); // prettier-ignore
    expect(new Set(types.map(({ type }) => type))).toEqual(new Set(['app', 'card', 'app-function']));
  });

  it('holds every entry point that it names', () => {
    const entries = upload.entryPoints;
    expect(entries).toHaveLength(15);
    expect(entries.filter((entry) => !upload.files.includes(entry.slice(1)))).toEqual([]);
  });
});

describe.each(['RecordTab', 'RecordSidebar'])('%s, built from the upload alone', (name) => {
  it('draws its face in a worker', async () => {
    const { calls, shown } = await drawFace(built[name] ?? '');
    expect(calls).toEqual(['describe_objects', 'suggest_records']);
    expect(shown).toMatch(/Associate records/);
  });
});

describe('the app functions of the upload, with only the packages they declare', () => {
  it('find none outside the upload', () => {
    const above: string[] = [];
    for (let folder = dirname(upload.folder); folder !== dirname(folder); folder = dirname(folder))
      if (existsSync(join(folder, 'node_modules'))) above.push(folder);
    expect(above).toEqual([]);
  });

  it('answer every call in full', async () => {
    const crm = createCrm();
    const server = await serveCrm(crm);
    const environment = { PRIVATE_APP_ACCESS_TOKEN: 'sandbox', HUBSPOT_API_BASE_URL: server.url };
    const runner = new FunctionRunner({ folder: upload.functions, environment });
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
