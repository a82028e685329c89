import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en, faces, languages, type Language, type Message, type Messages } from '@bulk-associate/messages';
import { actions } from '@bulk-associate/messages/action';
import { english as backEnd } from '@bulk-associate/messages/back-end';
import { readHostedMessages } from '@bulk-associate/messages/hosted';
import { panels, readMessages } from '@bulk-associate/messages/panel';
import { drawAction, drawFace, loadedBytes, mostLoadedBytes } from './card-worker';

const folder = mkdtempSync(join(tmpdir(), 'card-'));
const names = ['RecordTab', 'RecordSidebar', 'BulkAssociateAction'];
// Jest sets NODE_ENV to test, and the builder would then build for it.
execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'write-bundles.ts'), folder, ...names], {
  env: { ...process.env, NODE_ENV: 'production' },
});
const bundles = Object.fromEntries(
  names.map((name) => [name, readFileSync(join(folder, `${name}.js`), 'utf8')]),
);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['RecordTab', 'RecordSidebar'])('the built bundle of %s', (name) => {
  it('draws its face with nothing but what HubSpot’s worker offers', async () => {
    const { calls, shown } = await drawFace(bundles[name] ?? '');
    expect(calls).toEqual(['describe_objects', 'suggest_records']);
    expect(shown).toMatch(/Alder Logistics/);
    expect(shown).toMatch(/Associate records/);
  });

  it('draws its face in another language, and asks for the words of the panel at the same time', async () => {
    const { calls, shown } = await drawFace(bundles[name] ?? '', 'ja');
    expect(calls.sort()).toEqual(['describe_objects', 'read_messages', 'suggest_records']);
    expect(shown).toContain(faces.ja.faceOpen);
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

  it.each(Object.entries(panels))(
    'leaves out the words of the panel in the language %s',
    (language, panel) => {
      // What the bundle is to hold may have the same texts, and a short one may be part of another.
      const held = JSON.stringify([en, faces, actions]);
      const texts = Object.values<Message>(panel).filter((text): text is string => {
        return typeof text === 'string' && text.length > 9 && !held.includes(text);
      });
      expect(texts.length).toBeGreaterThan(50);
      expect(texts.filter((text) => bundle.includes(text))).toEqual([]);
    },
  );

  it('leaves out what a hosted back end adds to the card', () => {
    const own = ['start_run', 'list_runs', 'describe_access', backEnd.historyText, backEnd.runGoesOn];
    expect(own.filter((name) => bundle.includes(name))).toEqual([]);
  });

  it('is within its budget', () => expect(loadedBytes(bundle)).toBeLessThan(mostLoadedBytes));

  it('calls only app functions that exist', () => {
    const uids = [
      ...bundle.matchAll(
        /["'`]([a-z]+_(?:records|associations|objects|segments|properties|messages|pasted_text))["'`]/g,
      ),
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

describe.each(languages)('the words of the language %s', (language) => {
  /** What a language adds: its texts. The keys are the same in all of them. */
  const weigh = (messages: Partial<Messages>) =>
    loadedBytes(Object.values(messages).flatMap(forms).join('\n'));
  const forms = (message: Message) => (typeof message === 'string' ? message : Object.values(message));

  it('are light on the face, which is in the bundle in every language', () =>
    expect(weigh(faces[language])).toBeLessThan(600));

  it('are light together', () => {
    const all = language === 'en' ? en : { ...faces[language], ...panels[language] };
    // English is the shortest. A character of Japanese takes three bytes.
    const most: Partial<Record<Language, number>> = { en: 4_500, ja: 5_500 };
    expect(weigh(all)).toBeLessThan(most[language] ?? 5_250);
  });

  it('are light as they are loaded, with their keys', () =>
    expect(loadedBytes(JSON.stringify(readMessages({ language })))).toBeLessThan(7_250));

  it('are light as a back end answers with them and its own', () =>
    expect(loadedBytes(JSON.stringify(readHostedMessages({ language })))).toBeLessThan(8_250));
});
