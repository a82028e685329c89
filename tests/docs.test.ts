import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { en } from '@bulk-associate/messages';

const top = join(__dirname, '..');
const read = (path: string) => readFileSync(join(top, path), 'utf8');
const pages = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.md') && !/(^|\/)(node_modules|dist|\.cache)\//.test(path),
);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
/** The sources, in which what a page quotes must stand. */
const sources = ['src/app', 'local', 'scripts', 'server', 'tests', 'bench', 'marketplace', 'bulk-action']
  .flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter(
    (path) =>
      /\.(ts|tsx|mjs)$/.test(path) && !/node_modules|\/dist\//.test(path) && path !== 'tests/docs.test.ts',
  )
  .map(read)
  .join('\n')
  .replaceAll('’', "'");

/** What stands in backticks or in a block of shell commands. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...blocks, ...inline].map((line) => line.replace(/\s+#.*$/, '').trim()).filter(Boolean);
}

describe.each(pages)('%s', (page) => {
  const text = read(page);
  const commands = commandsIn(text);

  it('names only commands that exist', () => {
    const scriptsNamed = commands.flatMap((line) => {
      const [, named, own] = /\bnpm (?:run ([\w:]+)|(start|test)\b)/.exec(line) ?? [];
      return named ?? own ?? [];
    });
    expect(scriptsNamed.filter((name) => !(name in scripts))).toEqual([]);
    const programs = commands.flatMap((line) => /^npx ([\w-]+)/.exec(line)?.[1] ?? []);
    expect(programs.filter((name) => !existsSync(join(top, 'node_modules/.bin', name)))).toEqual([]);
  });

  it('names only files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    );
    const paths = commands.filter((code) =>
      /^(src|local|scripts|tests|bench|docs|server|marketplace|bulk-action|\.ci)\/[\w./-]+$/.test(code),
    );
    // What a build makes need not be there.
    const kept = [...links, ...paths].filter((path) => !/(^|\/)dist(\/|$)/.test(path));
    const missing = kept.filter((path) => !existsSync(join(top, normalize(path))));
    expect(missing).toEqual([]);
  });

  it('names only environment variables that something reads', () => {
    const named = commands.flatMap((line) =>
      [...line.matchAll(/\b([A-Z][A-Z_]{3,})=/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`.${name}`))).toEqual(
      [],
    );
  });

  it('speaks of the product alone', () => {
    expect(text).not.toMatch(/\/root\/|\/work\/|localhost:4873|registry\.npmjs/);
  });
});

describe('README.md', () => {
  const text = read('README.md');

  it('gives a reason for each scope the app asks for, and for no other', () => {
    const [, table = ''] = /\| scope[\s\S]*?\n([\s\S]*?)\n\n/.exec(text) ?? [];
    const named = [...table.matchAll(/`([\w.{},]+)`/g)].map(([, scope = '']) => scope);
    const objects = named.flatMap((scope) => {
      const [, before = '', list, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(scope) ?? [];
      return list ? list.split(',').map((one) => `${before}${one}${after}`) : [scope];
    });
    // `.write` after a scope that ends with `.read` stands for the same objects.
    const reads = objects.filter((scope) => /^crm\.objects\..*\.read$/.test(scope));
    const scopes = [
      ...objects.filter((scope) => scope !== '.write'),
      ...reads.map((scope) => scope.replace('.read', '.write')),
    ];
    const { config } = JSON.parse(read('src/app/app-hsmeta.json')) as {
      config: { auth: { requiredScopes: string[] } };
    };
    expect(scopes.sort()).toEqual([...config.auth.requiredScopes].sort());
  });

  it('quotes what a person sees as it is said', () => {
    const [, table = ''] = /\| you see[\s\S]*?\n([\s\S]*?)\n\n/.exec(text) ?? [];
    const quoted = [...table.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words);
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((words) => !sources.includes(words))).toEqual([]);
    const buttons = [...text.matchAll(/press \*\*([^*]+)\*\*/g)].map(([, words = '']) => words);
    const english: unknown[] = Object.values(en);
    expect(buttons.filter((words) => !english.includes(words))).toEqual([]);
  });
});
