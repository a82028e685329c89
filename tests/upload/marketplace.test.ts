import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import { drawFace, loadedBytes, mostLoadedBytes } from '../card-worker';
import { lintProject, parseProject } from '../hubspot/judges';
import { Upload } from './rehearse';

/** The marketplace edition's project, built by its own command: HubSpot's judges on it, and its way to HubSpot. */
const top = join(__dirname, '../..');
const backend = 'https://backend.customer.example';
// Where it is by default, and under no name with a dot: the CLI leaves such folders out.
mkdirSync(join(top, 'dist'), { recursive: true });
const project = mkdtempSync(join(top, 'dist/marketplace-'));
const cards = join(project, 'src/app/cards');
const upload = new Upload();
let built: Record<string, string> = {};

const build = (...parameters: string[]) =>
  spawnSync(join(top, 'node_modules/.bin/tsx'), ['marketplace/build.ts', ...parameters], {
    cwd: top,
    encoding: 'utf8',
  });

beforeAll(async () => {
  expect(build('--backend', backend, '--out', project)).toMatchObject({ status: 0, stderr: '' });
  await upload.pack(project);
  built = await upload.buildCards();
}, 300_000);
afterAll(() => {
  upload.remove();
  rmSync(project, { recursive: true });
});

describe('npm run build:marketplace', () => {
  it.each([
    [[], /--backend/],
    [['--backend', 'http://localhost:3000'], /https/],
  ])('builds nothing with %j, and says why', (parameters, reason) => {
    const { status, stderr } = build(...parameters, '--out', join(project, 'none'));
    expect([status, existsSync(join(project, 'none'))]).toEqual([1, false]);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('differs from the private edition in its app, the card’s way out and what the back end adds to the card alone', () => {
    const [own, other] = [sourcesIn(join(project, 'src')), sourcesIn(join(top, 'src'))];
    const added = [...own.keys()].filter((path) => !other.has(path));
    const missing = [...other.keys()].filter((path) => !own.has(path));
    const changed = [...own].filter(([path, text]) => other.has(path) && other.get(path) !== text);
    expect(added).toEqual(['app/cards/sdk/backend-url.ts']);
    expect(missing.filter((path) => !/^app\/(functions|packages\/(engine|reading))\//.test(path))).toEqual(
      [],
    );
    expect(changed.map(([path]) => path).sort()).toEqual([
      'app/app-hsmeta.json',
      'app/cards/edition/index.ts',
      'app/cards/sdk/transport.ts',
    ]);
  });
});

/** The sources of a folder that are not for its makers alone: path -> text. */
function sourcesIn(folder: string): Map<string, string> {
  const forMakers = /(^|\/)(node_modules|testing|dist)\/|\.test\.tsx?$|tsconfig\.test\.json$/;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => extname(path) !== '' && !forMakers.test(path));
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Whether it is a source file that is the same in this repository. */
function isShared(path: string): boolean {
  const [own, other] = [join(project, path), join(top, path)];
  return (
    /\.tsx?$/.test(path) && existsSync(other) && readFileSync(own, 'utf8') === readFileSync(other, 'utf8')
  );
}

describe('HubSpot’s judges', () => {
  it('accept it as an OAuth app for the marketplace, with cards and no functions', async () => {
    const parsed = await parseProject(project);
    expect(parsed).toMatchObject({ ok: true, skippedHsMetaFiles: [] });
    const nodes = Object.values(parsed.components);
    expect(nodes.map(({ componentType }) => componentType).sort()).toEqual(['APPLICATION', 'CARD', 'CARD']);
    const app = nodes.find(({ componentType }) => componentType === 'APPLICATION');
    expect(app?.config).toMatchObject({
      distribution: 'marketplace',
      auth: { type: 'oauth', redirectUrls: [`${backend}/oauth/callback`], requiredScopes, optionalScopes },
      permittedUrls: { fetch: [backend], iframe: [], img: [] },
      support: { supportEmail: expect.any(String), supportUrl: expect.any(String) },
    });
  });

  it('asks for the scopes of the private edition, those of custom objects only where an account has them', () => {
    const text = readFileSync(join(top, 'src/app/app-hsmeta.json'), 'utf8');
    const { config } = JSON.parse(text) as { config: { auth: { requiredScopes: string[] } } };
    expect([...requiredScopes, ...optionalScopes].sort()).toEqual([...config.auth.requiredScopes].sort());
    expect(optionalScopes.every((scope) => scope.includes('.custom.'))).toBe(true);
  });

  it('find nothing to say of its types', () => {
    const tsc = join(top, 'node_modules/.bin/tsc');
    expect(execFileSync(tsc, ['-p', cards], { encoding: 'utf8' })).toBe('');
  }, 120_000);

  it('find nothing to say of the style of what it does not share with the private edition, which is linted as a whole', () => {
    const linted = mkdtempSync(join(top, 'dist/linted-'));
    try {
      const filter = (path: string) => !isShared(relative(project, path));
      cpSync(project, linted, { recursive: true, verbatimSymlinks: true, filter });
      expect(readdirSync(join(linted, 'src/app/cards/sdk'))).toEqual(['backend-url.ts', 'transport.ts']);
      const { output, status } = lintProject(linted);
      expect(output).toMatch(/Linting passed in 1 directory/);
      expect(status).toBe(0);
    } finally {
      rmSync(linted, { recursive: true });
    }
  }, 120_000);
});

describe('its upload', () => {
  it('holds the cards, the contract and the metadata, and nothing else', () => {
    const allowed =
      /^app\/(cards\/.+\.(ts|tsx|mjs|json)|packages\/(contract|messages)\/(src\/.+\.ts|package\.json)|[^/]+\.json)$/;
    expect(upload.files.filter((path) => !allowed.test(path))).toEqual([]);
    expect(upload.entryPoints.every((entry) => existsSync(join(upload.folder, entry)))).toBe(true);
    expect(upload.entryPoints).toHaveLength(2);
  });

  it.each(['RecordTab', 'RecordSidebar'])(
    'builds to a %s that calls the back end and no app function, within the budget of a card',
    async (name) => {
      const bundle = built[name] ?? '';
      const { calls, shown } = await drawFace(bundle);
      expect(calls).toEqual([
        `${backend}/functions/describe_objects`,
        `${backend}/functions/list_runs`,
        `${backend}/functions/suggest_records`,
      ]);
      expect(shown).toMatch(/Associate records/);
      expect(loadedBytes(bundle)).toBeLessThan(mostLoadedBytes);
    },
  );
});
