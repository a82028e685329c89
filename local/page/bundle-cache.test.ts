import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cachedBundle, cachedTexts } from './bundle-cache';

/** A project, with a package beside it, in which a card imports a module that imports the package. */
const sources = {
  'cards/Card.tsx': "import { word } from './parts/word';\nexport const shown = <b>{word}</b>;",
  'cards/parts/word.ts': "export { word } from 'words';",
  'cards/tsconfig.json': '{}',
  'cards/Other.tsx': 'export const other = 1;',
  'cards/parts/unused.ts': 'export const unused = 1;',
  'node_modules/words/package.json': '{ "name": "words", "main": "index.js" }',
  'node_modules/words/index.js': "export const word = 'one';",
  'node_modules/react/package.json': '{ "name": "react", "exports": { "./jsx-runtime": "./jsx.js" } }',
  'node_modules/react/jsx.js': 'export const jsx = () => null;',
};

let top = '';
let cache = '';
let builds = 0;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'cached-project-'));
  cache = mkdtempSync(join(tmpdir(), 'cached-bundles-'));
  builds = 0;
  for (const [path, text] of Object.entries(sources)) write(path, text);
});
afterEach(() => [top, cache].forEach((folder) => rmSync(folder, { recursive: true })));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const build = async () => `bundle ${++builds}`;
const bundle = (make = build, folder = top) => cachedBundle(cache, join(folder, 'cards/Card.tsx'), make);

describe('a cached bundle', () => {
  it('is built once while nothing changes, and for a copy of the project too', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'cached-copy-'));
    cpSync(top, copy, { recursive: true });
    const found = [await bundle(), await bundle(), await bundle(build, copy)];
    rmSync(copy, { recursive: true });
    expect(found).toEqual(['bundle 1', 'bundle 1', 'bundle 1']);
  });

  it.each([
    ['its entry', 'cards/Card.tsx', 'export const shown = 1;'],
    ['a module that it imports', 'cards/parts/word.ts', "export const word = 'two';"],
    ['a package that a module imports', 'node_modules/words/index.js', "export const word = 'two';"],
    ['which file of a package is imported', 'node_modules/words/package.json', '{ "main": "other.js" }'],
    ['a file that configures the builder', 'cards/tsconfig.json', '{ "compilerOptions": {} }'],
    ['whether there is such a file', 'cards/vite.config.js', 'export default {};'],
  ])('is built anew after a change of %s, and found again after the change back', async (_, path, text) => {
    write('node_modules/words/other.js', "export const word = 'three';");
    await bundle();
    write(path, text);
    expect(await bundle()).toBe('bundle 2');
    const before = Object.entries(sources).find(([name]) => name === path)?.[1];
    if (before === undefined) rmSync(join(top, path));
    else write(path, before);
    expect(await bundle()).toBe('bundle 1');
  });

  it('is built anew when an import finds another file', async () => {
    await bundle();
    rmSync(join(top, 'cards/parts/word.ts'));
    write('cards/parts/word/index.ts', sources['cards/parts/word.ts']);
    expect(await bundle()).toBe('bundle 2');
  });

  it('is built anew when an import finds an added file', async () => {
    await bundle();
    write('cards/parts/word.tsx', sources['cards/parts/word.ts']);
    expect(await bundle()).toBe('bundle 2');
  });

  it('is built anew when an import finds an added file in the place of a folder', async () => {
    rmSync(join(top, 'cards/parts/word.ts'));
    write('cards/parts/word/index.ts', sources['cards/parts/word.ts']);
    await bundle();
    write('cards/parts/word.ts', "export const word = 'two';");
    expect(await bundle()).toBe('bundle 2');
  });

  it('stays as it is when a file changes that it does not consist of', async () => {
    await bundle();
    write('cards/parts/unused.ts', 'export const unused = 2;');
    expect(await bundle()).toBe('bundle 1');
  });

  it('is another one where NODE_ENV differs, for which the builder builds', async () => {
    const before = process.env['NODE_ENV'];
    await bundle();
    process.env['NODE_ENV'] = 'development';
    const other = await bundle();
    process.env['NODE_ENV'] = before;
    expect(other).toBe('bundle 2');
  });

  it('is built by one of those who ask at the same time', async () => {
    const found = await Promise.all([bundle(), bundle(), bundle()]);
    expect(found).toEqual(['bundle 1', 'bundle 1', 'bundle 1']);
  });

  it('is built by the next who asks when a build failed', async () => {
    await expect(bundle(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(await bundle()).toBe('bundle 1');
  });

  it.each([
    ['has an error', 'this is no card ('],
    ['imports what is missing', "import './missing';"],
  ])('is never kept while a module %s: what the builder says is not old', async (_, text) => {
    write('cards/parts/word.ts', text);
    expect([await bundle(), await bundle()]).toEqual(['bundle 1', 'bundle 2']);
  });
});

describe('cached texts', () => {
  const make = async () => ({
    texts: new Map([['page.js', await build()]]),
    modules: ['cards/Other.tsx', 'node_modules/words/index.js'].map((path) => join(top, path)),
  });
  const texts = async () => Object.fromEntries(await cachedTexts(cache, join(top, 'cards'), make));

  it('are made once while nothing changes', async () => {
    expect([await texts(), await texts()]).toEqual([{ 'page.js': 'bundle 1' }, { 'page.js': 'bundle 1' }]);
  });

  it.each([
    ['a module changes', 'cards/Other.tsx'],
    ['a module of a package changes', 'node_modules/words/index.js'],
    ['a package names other files', 'node_modules/words/package.json'],
    ['a file is added beside a module', 'cards/Other.ts'],
  ])('are made anew once %s', async (_, path) => {
    await texts();
    write(path, '{}');
    expect(await texts()).toEqual({ 'page.js': 'bundle 2' });
  });

  it('are made anew once a module is gone, and the failure is what making them says', async () => {
    await texts();
    rmSync(join(top, 'cards/Other.tsx'));
    await expect(cachedTexts(cache, join(top, 'cards'), () => Promise.reject(new Error('no Other')))).rejects.toThrow('no Other'); // prettier-ignore
  });
});
