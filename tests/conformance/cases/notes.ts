import { idOf, isJsonObject, jsonObjectsIn, textOf } from '@bulk-associate/engine';
import type { Account } from '../account';
import { doesNotHold, holds, untold, type ConformanceCase } from '../findings';
import { isDone, linksIn, refusalIn, type Reply } from '../reply';

const notes = 'notes';
/** Note > company. */
const typeId = 190;
const body = '<p><strong>Title</strong></p><p>a &lt;b&gt; &amp; c<br>run-12345</p><ul><li>One (1)</li></ul>';

/** Writes a note on a company, to be removed at the end. */
async function write(account: Account, company: string, text: string): Promise<Reply> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId }];
  const path = account.paths.createObject(notes);
  const reply = await account.call('POST', path, {
    properties: { hs_timestamp: new Date(account.clock.now()).toISOString(), hs_note_body: text },
    associations: [{ to: { id: company }, types }],
  });
  const id = idOf(reply.body['id']);
  if (isDone(reply) && id !== undefined) {
    account.count('notes', 1);
    account.onCleanUp({ what: `the note ${id}`, method: 'DELETE', path: `${path}/${id}` });
  }
  return reply;
}

const noteOnRecord: ConformanceCase = {
  name: 'note-on-record',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const [company = ''] = await account.companies(1);
    const made = await write(account, company, body);
    if (!isDone(made)) return doesNotHold(`writing a note: ${refusalIn(made)}`);
    const id = idOf(made.body['id']) ?? '';
    const links = linksIn(await account.readLinks('0-2', notes, [company]));
    return links.get(company)?.has(id)
      ? holds('the note is among the company’s associations at once')
      : doesNotHold('the note is not among the company’s associations right after it was made');
  },
};

const noteBody: ConformanceCase = {
  name: 'note-body',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const [company = ''] = await account.companies(1);
    const made = await write(account, company, body);
    if (!isDone(made)) return untold(`writing a note: ${refusalIn(made)}`);
    const read = await account.call('POST', account.paths.readObjects(notes), {
      inputs: [{ id: idOf(made.body['id']) }],
      properties: ['hs_note_body'],
    });
    const properties = jsonObjectsIn(read.body['results'])[0]?.['properties'];
    const kept = (isJsonObject(properties) && textOf(properties['hs_note_body'])) || 'nothing';
    return kept === body ? holds('the body is kept as it was sent') : doesNotHold(`kept: ${kept}`);
  },
};

const noteLimit: ConformanceCase = {
  name: 'note-limit',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const [company = ''] = await account.companies(1);
    const most = await write(account, company, 'x'.repeat(65_536));
    if (!isDone(most)) return doesNotHold(`65,536 characters: ${refusalIn(most)}`);
    const more = await write(account, company, 'x'.repeat(65_537));
    return isDone(more)
      ? doesNotHold('65,537 characters are taken')
      : holds(`65,537 characters: ${refusalIn(more)}`);
  },
};

/** What the note about a run rests on. */
export const noteCases: readonly ConformanceCase[] = [noteOnRecord, noteBody, noteLimit];
