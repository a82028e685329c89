import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import { drawAction, loadedBytes, mostLoadedBytes } from '../card-worker';
import { writeProject } from '../../bulk-action/project';
import { parseProject } from '../hubspot/judges';
import { copyProject } from '../hubspot/project-copy';
import { checks, deploy, uploads, writes } from './deploy';
import { Upload } from './rehearse';

/** The projects with the bulk action, each built by its own command: HubSpot's judges on it, and its way to HubSpot. */
const top = join(__dirname, '../..');
const backend = 'https://backend.customer.example';
const ownFunctions = readdirSync(join(top, 'src/app/functions')).filter((name) =>
  name.endsWith('-hsmeta.json'),
).length;
// Where projects are written by default, and under no name with a dot: the CLI leaves such folders out.
mkdirSync(join(top, 'dist'), { recursive: true });
const newFolder = () => mkdtempSync(join(top, 'dist/bulk-action-'));

/** A project that was written and uploaded. */
interface Uploaded {
  project: string;
  upload: Upload;
  /** Removes the project. */
  remove(): void;
}

/** `npm run deploy -- --with-bulk-action`. */
async function deployPrivate(): Promise<Uploaded> {
  const { folder, remove } = copyProject();
  const { upload, called, failure } = await deploy(folder, ['--with-bulk-action']);
  expect([called, failure]).toEqual([[...checks, writes, uploads], undefined]);
  return { project: join(folder, 'dist/with-bulk-action'), upload, remove };
}

/** `npm run build:marketplace -- --with-bulk-action`, and `hs project upload`. */
async function uploadMarketplace(): Promise<Uploaded> {
  const project = newFolder();
  const command = ['marketplace/build.ts', '--backend', backend, '--with-bulk-action', '--out', project];
  const tsx = join(top, 'node_modules/.bin/tsx');
  const { status, stderr } = spawnSync(tsx, command, { cwd: top, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const upload = new Upload();
  await upload.pack(project);
  return { project, upload, remove: () => rmSync(project, { recursive: true }) };
}

describe.each([
  ['private', deployPrivate, { cards: 2, functions: ownFunctions }, (uid: string) => uid],
  [
    'marketplace',
    uploadMarketplace,
    { cards: 2, functions: 0 },
    (uid: string) => `${backend}/functions/${uid}`,
  ],
] as const)('the %s edition with the bulk action', (_, uploadIt, { cards, functions }, addressOf) => {
  let project: string;
  let upload: Upload;
  let remove: () => void;
  let bundle = '';

  beforeAll(async () => {
    ({ project, upload, remove } = await uploadIt());
    bundle = await upload.buildAction();
  }, 300_000);
  afterAll(() => {
    upload?.remove();
    remove?.();
  });

  it('is accepted by HubSpot’s parser, with one bulk action beside all that it has without', async () => {
    const parsed = await parseProject(project);
    expect(parsed).toMatchObject({ ok: true, skippedHsMetaFiles: [] });
    const nodes = Object.values(parsed.components);
    const count = (type: string) => nodes.filter(({ componentType }) => componentType === type).length;
    expect(['APPLICATION', 'CARD', 'APP_FUNCTION', 'CRM_BULK_ACTION'].map(count)).toEqual([
      1,
      cards,
      functions,
      1,
    ]);
    const action = nodes.find(({ componentType }) => componentType === 'CRM_BULK_ACTION');
    expect(existsSync(join(project, 'src', action?.config.entrypoint ?? 'none'))).toBe(true);
  });

  it('uploads the action with the sources of the cards, and nothing that is only for its makers', () => {
    const own = upload.files.filter((path) => path.startsWith('app/actions/'));
    expect(own).toContain('app/actions/bulk-associate-hsmeta.json');
    expect(own.filter((path) => !/\.(tsx?|mjs|json)$|\/dist\/|node_modules/.test(path))).toEqual([]);
    const sent = own.filter((path) => !/dist\/|node_modules|package-lock/.test(path));
    expect(sent.filter((path) => /\.test\.|\/testing\/|actions\/Record/.test(path))).toEqual([]);
    const copied = sent.filter((path) => !/hsmeta|package\.json$/.test(path));
    const sourceOf = (path: string) => join(project, 'src', path.replace('actions', 'cards'));
    const differing = copied.filter((path) => readFileSync(sourceOf(path), 'utf8') !== readFileSync(join(upload.folder, path), 'utf8')); // prettier-ignore
    expect(differing).toEqual([]);
    expect(upload.entryPoints).toHaveLength(1 + cards + functions);
    expect(upload.entryPoints.filter((entry) => !existsSync(join(upload.folder, entry)))).toEqual([]);
  });

  it('uploads the cards and, in the private edition, the app functions beside it', () => {
    const beside = ['app/cards/RecordTab.tsx', ...(functions > 0 ? ['app/functions/dist/associate_records.js'] : [])]; // prettier-ignore
    expect(upload.files).toEqual(expect.arrayContaining(beside));
  });

  it('builds, from the upload alone, to an action that works in a worker, within its budget', async () => {
    const { calls, shown } = await drawAction(bundle);
    expect([...new Set(calls)]).toEqual(['describe_objects', 'preview_associations'].map(addressOf));
    expect(shown).toMatch(/2 companies × 1 contact = 2 associations/);
    expect(loadedBytes(bundle)).toBeLessThan(mostLoadedBytes);
  });
});

describe('a bulk action on a custom object', () => {
  it('is accepted by HubSpot’s parser, which names the object by p_ and its name', async () => {
    const project = newFolder();
    try {
      await writeProject(project);
      const meta = join(project, 'src/app/actions/bulk-associate-hsmeta.json');
      writeFileSync(meta, readFileSync(meta, 'utf8').replace('"tickets"', '"tickets", "p_vehicle"'));
      expect(await parseProject(project)).toMatchObject({ ok: true, skippedHsMetaFiles: [] });
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

/**
 * ESLint's parameters without the rules that run React's compiler, which take most of the time: it looks at the text of one
 * file alone, wherever it is, and the texts are those of the cards, which are linted with all rules.
 */
const withoutCompiler = Object.keys(reactHooks.rules)
  .filter((name) => !['rules-of-hooks', 'exhaustive-deps'].includes(name))
  .flatMap((name) => ['--rule', `react-hooks/${name}: off`]);

describe('HubSpot’s lint rules', () => {
  // `hs project lint` looks at cards, and not at actions: its rules are in the folder.
  it('find nothing to say of the action where HubSpot builds it', async () => {
    const project = newFolder();
    try {
      await writeProject(project);
      const actions = join(project, 'src/app/actions');
      const eslint = join(top, 'node_modules/.bin/eslint');
      const of = ['action', 'BulkAssociateAction.tsx', 'panel', ...withoutCompiler];
      expect(execFileSync(eslint, of, { cwd: actions, encoding: 'utf8' })).toBe('');
      const tsc = join(top, 'node_modules/.bin/tsc');
      expect(execFileSync(tsc, ['-p', actions], { encoding: 'utf8' })).toBe('');
    } finally {
      rmSync(project, { recursive: true });
    }
  }, 180_000);
});

describe('a project without the bulk action', () => {
  it('is what the repository itself is: no component of it has the type', async () => {
    const folders = readdirSync(join(top, 'src/app'));
    expect(folders).not.toContain('actions');
    expect(Object.values((await parseProject(top)).components).map(({ componentType }) => componentType)).not.toContain('CRM_BULK_ACTION'); // prettier-ignore
  });
});
