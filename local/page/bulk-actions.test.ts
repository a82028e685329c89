import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBulkActions } from './bulk-actions';

let source: string;
beforeEach(() => (source = mkdtempSync(join(tmpdir(), 'source-'))));
afterEach(() => rmSync(source, { recursive: true }));

function write(file: string, text = ''): void {
  mkdirSync(dirname(join(source, file)), { recursive: true });
  writeFileSync(join(source, file), text);
}

function writeMeta(file: string, uid: string, type = 'crm-bulk-action'): void {
  write(file, JSON.stringify({ uid, type, config: { label: uid, entrypoint: '/app/actions/Action.tsx' } }));
}

const read = (...folders: string[]) =>
  readBulkActions(
    folders.map((folder) => join(source, folder)),
    source,
  );

describe('readBulkActions', () => {
  it('finds the components of the type crm-bulk-action, and nothing else', async () => {
    writeMeta('app/actions/b-hsmeta.json', 'b');
    writeMeta('app/actions/a-hsmeta.json', 'a');
    writeMeta('app/actions/card-hsmeta.json', 'c', 'card');
    writeMeta('app/actions/package.json', 'd');
    expect((await read('app/actions')).map(({ meta }) => meta.uid)).toEqual(['a', 'b']);
  });

  it('finds none where there is no such folder', async () => {
    expect(await read('app/actions')).toEqual([]);
  });

  it.each([
    ['beside its description', 'beta/Action.tsx'],
    ['where the entrypoint says', 'app/actions/Action.tsx'],
  ])('takes the source file of an action in another folder %s', async (_, file) => {
    write(file);
    writeMeta('beta/late-hsmeta.json', 'late');
    writeMeta('app/actions/first-hsmeta.json', 'first');
    expect((await read('app/actions', 'beta')).map(({ meta, entry }) => [meta.uid, entry])).toEqual([
      ['first', join(source, 'app/actions/Action.tsx')],
      ['late', join(source, file)],
    ]);
  });
});
