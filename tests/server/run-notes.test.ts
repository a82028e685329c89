import { landmarks, seededId } from 'hubspot-local/crm';
import { recordsOf } from 'hubspot-local/crm/testing';
import type { RunLine } from '@bulk-associate/contract';
import type { HostedServer } from '../../server/app';
import { openDatabase, type Database } from '../../server/storage';
import { onPostgres } from '../../server/testing/on-databases';
import { callFunction, Hosting, install } from './hosted-app';
import { associating, newLines, RunCard } from './run-card';

/** The notes that the back end writes about runs, whether or not a card is there to see their end. */
const { record } = associating;
const other = { ...record, id: landmarks.labelledCompany };
/** The user who calls, as HubSpot signs it. */
const email = 'o&#39;brien+x@example.com';
const note = { language: 'en' };

onPostgres((postgres) => {
  let hosting: Hosting;
  let database: Database;
  let server: HostedServer;
  const card = new RunCard(() => server);

  beforeAll(async () => {
    hosting = await Hosting.start();
    const databaseUrl = postgres().newDatabase();
    server = await hosting.createServer({ databaseUrl, runTimes: { pollMs: 50, waitFactor: 0.01 } });
    database = await openDatabase({ databaseUrl });
  }, 60_000);
  beforeEach(async () => {
    hosting.reset();
    await database.script('DELETE FROM run_turns; DELETE FROM accounts; DELETE FROM call_windows');
    await install(server, hosting.crm);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
    await hosting.hubspot.close();
  });

  /** What the notes on a company say, the latest last. */
  const notesOn = (id: string): string[] =>
    [...recordsOf(hosting.crm, 'note')]
      .filter(([noteId]) => hosting.crm.isAssociated('0-46', noteId, '0-2', id))
      .map(([, { properties }]) => String(properties['hs_note_body']));
  const storedNotes = async () => JSON.stringify(await database.query('SELECT note FROM runs'));

  it('names the signed user, the label, the counts and the records, in the language of the person', async () => {
    const lines = [...newLines(2), { id: '99', before: 'new' as const }];
    const { run, created } = await begin(lines, {
      operation: { name: 'associate', label: { category: 'USER_DEFINED', typeId: 932 } },
      note: { language: 'ja-JP', timeZone: 'Asia/Tokyo' },
    });
    const status = await card.ends(run);
    expect(status.note).toEqual({ key: `${run}-${created.toString(36)}-1`, state: 'saved' });
    const [body = '', ...more] = notesOn(record.id);
    expect(more).toEqual([]);
    expect(body).toContain('ラベル「Billing contact」を付けてこのレコードに関連付けたコンタクト：2件');
    expect(body).toContain('失敗1件、関連付け完了2件');
    expect(body).toContain(`実行者：${email}`);
    expect(body).toMatch(new RegExp(`${status.note?.key}、2026.*JST`));
    expect(body.match(/<li>[^<(]+ \(\d+\)<\/li>/g)).toHaveLength(2);
  });

  it('is another one for an undo, and for what was sent again', async () => {
    const { run, revision } = await card.carriesOut(newLines(3), { note });
    await card.call('undo_run', { run, revision, note });
    const undone = await card.ends(run);
    expect(undone.note).toMatchObject({ key: expect.stringMatching(/-2$/), state: 'saved' });
    const [first = '', second = ''] = notesOn(record.id);
    expect(first).toContain('Contacts associated with this record: 3');
    expect(second).toContain('Undone: Contacts associated with this record: 3');
    expect(second).toContain('Outcome: 3 undone');
    expect(second).toContain(`By ${email}`);
  });

  it('stands on each record of which the run has changed associations, and on no other', async () => {
    const third = { ...record, id: seededId('company', 77) };
    const [one, two] = newLines(2);
    const lines = [one, { ...two, from: other.id }, { id: '99', before: 'new', from: third.id }] as RunLine[];
    expect((await card.carriesOut(lines, { note })).note).toMatchObject({ state: 'saved' });
    expect([record, other, third].map(({ id }) => notesOn(id).length)).toEqual([1, 1, 0]);
  });

  it('is not written where nobody wants it, or nothing was changed', async () => {
    expect((await card.carriesOut(newLines(1))).note).toBeUndefined();
    expect((await card.carriesOut([{ id: '99', before: 'new' }], { note })).note).toBeUndefined();
    const linked = [{ ...newLines(1)[0], before: 'already_associated' }] as RunLine[];
    expect((await card.begin(linked, { note })).note).toBeUndefined();
    expect(notesOn(record.id)).toEqual([]);
  });

  it('that was wanted before and not now is not about what is done now', async () => {
    const { run, revision } = await card.carriesOut(newLines(1), { note });
    expect((await card.undoes({ run, revision })).note).toBeUndefined();
    expect(notesOn(record.id)).toHaveLength(1);
  });

  it('says why it was not saved; a card then saves the same one, once', async () => {
    hosting.crm.faults.add({ name: 'server-error-500', on: 'objects', times: 1_000 });
    const { note: failed } = await card.carriesOut(newLines(1), { note });
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'HUBSPOT_UNAVAILABLE' } });
    hosting.crm.faults.clear();
    expect(notesOn(record.id)).toEqual([]);
    const { operation } = associating;
    const run = { key: failed?.key, phase: 'run', operation: operation.name, objects: 'Contacts', counts: {}, endedAt: 0, changed: 1, records: [{ id: '1' }] }; // prettier-ignore
    const saved = { objectType: record.objectType, id: record.id, run, language: 'en' };
    for (let times = 0; times < 2; times++) expect(await callFunction(server, 'save_note', saved)).toMatchObject({ body: { ok: true } }); // prettier-ignore
    expect(notesOn(record.id)).toHaveLength(1);
  });

  it('leaves no name and no address in the database, neither before it is written nor after', async () => {
    hosting.crm.faults.add({ name: 'migrating-477', on: 'associate', value: 100 });
    const { run } = await card.begin(newLines(1), { note });
    await card.reads(run, ({ state }) => state === 'waiting');
    const waiting = await storedNotes();
    expect(waiting).toMatch(/"keyId":"k1"/);
    expect(waiting).not.toMatch(/example\.com|brien/);
    hosting.crm.faults.clear();
    await card.ends(run);
    expect(await storedNotes()).toBe('[{"note":{"state":"saved"}}]');
    expect(notesOn(record.id)[0]).toContain(email);
    expect(JSON.stringify(hosting.lines)).not.toMatch(/example\.com|brien/);
  });

  async function begin(...given: Parameters<RunCard['begin']>) {
    const { run, createdAt } = await card.begin(...given);
    return { run, created: createdAt };
  }
});
