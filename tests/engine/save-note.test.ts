import type { NoteParameters } from '@bulk-associate/contract';
import { apiVersions, saveNote, type ApiVersion } from '@bulk-associate/engine';
import { noteWords } from '@bulk-associate/messages/note';
import { createCrm, landmarks, type Crm } from 'hubspot-local/crm';
import { recordsOf } from 'hubspot-local/crm/testing';
import { answerOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { company, contact, deal, ticket, vehicle } = landmarks;
const work = saveNote(noteWords);
const onCompany: NoteParameters = {
  objectType: '0-2',
  id: company,
  run: {
    key: 'run-12345',
    phase: 'run',
    operation: 'associate',
    objects: 'Contacts',
    counts: { associated: 1 },
    changed: 1,
    endedAt: Date.UTC(2026, 10, 28),
    user: 'Ada',
    records: [{ id: contact, label: '<Ada>' }],
  },
  language: 'ja-JP',
  timeZone: 'Asia/Tokyo',
};
const other = { ...onCompany, run: { ...onCompany.run, key: 'run-99999' } };
const noteCount = () => recordsOf(crm, 'note').size;

describe.each(apiVersions)('a note about a run on %s', (version: ApiVersion) => {
  const save = (parameters: NoteParameters) =>
    payloadOf(crm, version, (hubspot) => work(hubspot, parameters));
  const answer = (parameters: NoteParameters) =>
    answerOf(crm, version, (hubspot) => work(hubspot, parameters));

  it.each([
    ['0-1', contact],
    ['0-2', company],
    ['0-3', deal],
    ['0-5', ticket],
    [landmarks.customObjectType, vehicle],
  ])('stands on the record of %s, with the time of the run', async (objectType, id) => {
    const { noteId } = await save({ ...onCompany, objectType, id });
    expect(crm.isAssociated('0-46', noteId, objectType, id)).toBe(true);
    const { properties } = recordsOf(crm, 'note').get(noteId) ?? {};
    expect(properties?.['hs_timestamp']).toBe('2026-11-28T00:00:00.000Z');
    expect(properties?.['hs_note_body']).toContain('このレコードに関連付けたコンタクト：1件');
    expect(properties?.['hs_note_body']).toContain('&lt;Ada&gt;');
  });

  it('is written once, however often the call is repeated', async () => {
    const first = await save(onCompany);
    expect(await save(onCompany)).toEqual(first);
    expect((await save(other)).noteId).not.toBe(first.noteId);
    expect(noteCount()).toBe(2);
  });

  it.each(['run-123456', 'a-run-12345', 'run-12345-2'])(
    'is not taken for that of the run %s',
    async (key) => {
      await save({ ...onCompany, run: { ...onCompany.run, key } });
      await save(onCompany);
      expect(noteCount()).toBe(2);
    },
  );

  it('is found on a record with more notes than one page of associations and one read hold', async () => {
    const to = { to: { id: company }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 190 }] }; // prettier-ignore
    const body = JSON.stringify({ properties: { hs_timestamp: '0', hs_note_body: 'Called.' }, associations: [to] }); // prettier-ignore
    for (let n = 0; n < 500; n += 1) {
      const request = new Request('http://crm.test/crm/v3/objects/notes', { method: 'POST', headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' }, body }); // prettier-ignore
      expect((await crm.fetch(request)).status).toBe(201);
    }
    expect(await save(onCompany)).toEqual(await save(onCompany));
    expect(noteCount()).toBe(501);
  });

  it.each(['reset-after', 'html-502-done', 'empty-503-done', 'truncated-json-done', 'silence-done'] as const)(
    'is found where its answer was lost (%s), and is not written again',
    async (name) => {
      crm.faults.add({ name, on: 'objects', times: 1 });
      const { noteId } = await save(onCompany);
      expect([noteCount(), recordsOf(crm, 'note').has(noteId)]).toEqual([1, true]);
    },
  );

  it.each(['reset-before', 'html-502', 'silence', 'server-error-500'] as const)(
    'is not written where HubSpot did not take it (%s), until the call is made again',
    async (name) => {
      crm.faults.add({ name, on: 'objects', times: 1 });
      expect(await answer(onCompany)).toMatchObject({ ok: false });
      expect(noteCount()).toBe(0);
      await save(onCompany);
      expect(noteCount()).toBe(1);
    },
  );

  it('is not written where nobody can tell whether it is there', async () => {
    await save(other);
    crm.faults.add({ name: 'html-502', on: 'readAssociations' });
    expect(await answer(onCompany)).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    crm.faults.reset();
    crm.faults.add({ name: 'error-names-nobody-207', on: 'readAssociations' });
    expect(await answer(onCompany)).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED' } });
    crm.faults.reset();
    crm.faults.add({ name: 'html-502', on: 'objects', times: 3 });
    expect(await answer(onCompany)).toMatchObject({ ok: false });
    expect(noteCount()).toBe(1);
  });

  it('is refused with HubSpot’s own words on a record that is gone', async () => {
    expect(await answer({ ...onCompany, id: '99' })).toMatchObject({
      ok: false,
      error: {
        code: 'HUBSPOT_REJECTED',
        message: expect.stringMatching(/associations are invalid/) as string,
      },
    });
    expect(noteCount()).toBe(0);
  });
});
