import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawAction, drawFace, loadedBytes, mostLoadedBytes } from './card-worker';

const folder = mkdtempSync(join(tmpdir(), 'card-'));
const bundles = Object.fromEntries(
  ['RecordTab', 'RecordSidebar', 'BulkAssociateAction'].map((name) => {
    // Jest sets NODE_ENV to test, and the builder would then build for it.
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync(process.execPath, [join(__dirname, 'build-card.mjs'), `${name}.tsx`, folder], { env });
    return [name, readFileSync(join(folder, `${name}.js`), 'utf8')];
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['RecordTab', 'RecordSidebar'])('the built bundle of %s', (name) => {
  it('draws its face with nothing but what HubSpot’s worker offers', async () => {
    const { calls, shown } = await drawFace(bundles[name] ?? '');
    expect(calls).toEqual(['describe_objects']);
    expect(shown).toMatch(/Alder Logistics/);
    expect(shown).toMatch(/Associate records/);
  });
});

describe('the built bundle of the bulk action', () => {
  const bundle = bundles['BulkAssociateAction'] ?? '';

  it('associates selected records with one that is found, with nothing but what HubSpot’s worker offers it', async () => {
    const { calls, shown } = await drawAction(bundle);
    expect([...new Set(calls)]).toEqual(['describe_objects', 'preview_associations']);
    expect(shown).toMatch(/2 companies × 1 contact = 2 associations/);
    expect(shown).toMatch(/Associate 2 companies/);
  });

  it('holds nothing that HubSpot offers to cards alone', () => {
    for (const name of ['fetchAssociations', 'fetchCrmObjectProperties', 'refreshObjectProperties'])
      expect(bundle).not.toContain(name);
  });
});

describe.each(Object.keys(bundles))('the built bundle of %s', (name) => {
  const bundle = bundles[name] ?? '';

  it('is within its budget', () => expect(loadedBytes(bundle)).toBeLessThan(mostLoadedBytes));

  it('calls only app functions that exist', () => {
    const uids = [
      ...bundle.matchAll(/["'`]([a-z]+_(?:records|associations|objects|segments|properties))["'`]/g),
    ].map(([, uid]) => uid ?? '');
    expect(uids.length).toBeGreaterThan(0);
    const missing = [...new Set(uids)].filter((uid) => {
      return !readFileSync(join(__dirname, `../src/app/functions/${uid}-hsmeta.json`), 'utf8').includes(
        `"uid": "${uid}"`,
      );
    });
    expect(missing).toEqual([]);
  });
});
