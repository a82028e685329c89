import { idOf, jsonObjectsIn, numberOf, propertiesIn, textOf } from '@bulk-associate/engine';
import type { Account, LabelType } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase } from '../findings';
import { isDone, linksIn, refusalIn, type Reply } from '../reply';
import { customObject, customRecord, customRecordWrites } from './definitions';
import { shownAtOnce } from './at-once';

const notes = 'notes';
const company = '0-2';
const body = '<p><strong>Title</strong></p><p>a &lt;b&gt; &amp; c<br>run-12345</p><ul><li>One (1)</li></ul>';

const ofHubSpot = (associationTypeId: number): LabelType => ({
  associationCategory: 'HUBSPOT_DEFINED',
  associationTypeId,
});
/** Note > company. */
const onCompany = ofHubSpot(190);

interface Target {
  type: string;
  id: string;
  by: LabelType;
}

/** Writes a note on a record, to be removed at the end. */
async function write(
  account: Account,
  { id: recordId, by }: Omit<Target, 'type'>,
  text: string,
): Promise<Reply> {
  const path = account.paths.createObject(notes);
  const reply = await account.call('POST', path, {
    properties: { hs_timestamp: new Date(account.clock.now()).toISOString(), hs_note_body: text },
    associations: [{ to: { id: recordId }, types: [by] }],
  });
  const id = idOf(reply.body['id']);
  if (isDone(reply) && id !== undefined) {
    account.count('notes', 1);
    account.onCleanUp({ what: `the note ${id}`, method: 'DELETE', path: `${path}/${id}` });
  }
  return reply;
}

async function isOn(account: Account, { type, id }: Target, noteId: string): Promise<boolean> {
  const links = linksIn(await account.readLinks(type, notes, [id]));
  return links.get(id)?.has(noteId) ?? false;
}

/** A record of each type, of the account's custom object too, if it has one. */
async function targets(account: Account): Promise<Target[]> {
  const made = async (ids: Promise<string[]>) => (await ids)[0] ?? '';
  return [
    { type: '0-1', id: await made(account.contacts(1)), by: ofHubSpot(202) },
    { type: company, id: await made(account.companies(1)), by: onCompany },
    { type: '0-3', id: await made(account.deals(1)), by: ofHubSpot(214) },
    { type: '0-5', id: await made(account.tickets(1)), by: ofHubSpot(228) },
    ...(await customTarget(account)),
  ];
}

async function customTarget(account: Account): Promise<Target[]> {
  const custom = await customObject(account);
  if (typeof custom === 'string') return [];
  const { type } = custom;
  const { body } = await account.call('GET', account.paths.labels(notes, type));
  const plain = jsonObjectsIn(body['results']).find(({ label }) => textOf(label) === undefined);
  const by = { associationCategory: textOf(plain?.['category']) ?? '', associationTypeId: numberOf(plain?.['typeId']) ?? 0 }; // prettier-ignore
  return [{ type, id: await customRecord(account), by }];
}

const noteOnRecord: ConformanceCase = {
  name: 'note-on-record',
  writes: { contacts: 1, companies: 1, deals: 1, tickets: 1, notes: 5 },
  shares: [customRecordWrites],
  async run(account) {
    const seen: string[] = [];
    let isOnAll = true;
    for (const target of await targets(account)) {
      const made = await write(account, target, body);
      const id = idOf(made.body['id']) ?? '';
      const isShown = isDone(made) && (await comesTrue(account, () => isOn(account, target, id)));
      const words = isShown
        ? 'has its note'
        : isDone(made)
          ? 'does not show its note within a minute'
          : refusalIn(made);
      seen.push(`${target.type} (association type ${target.by.associationTypeId}): ${words}`);
      isOnAll &&= isShown;
    }
    return isOnAll ? holds(seen.join('; ')) : doesNotHold(seen.join('; '));
  },
};

const noteAtOnce: ConformanceCase = {
  name: 'note-at-once',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const target = await newCompany(account);
    const made = await write(account, target, body);
    if (!isDone(made)) return untold(`writing a note: ${refusalIn(made)}`);
    return shownAtOnce(account, () => isOn(account, target, idOf(made.body['id']) ?? ''));
  },
};

async function newCompany(account: Account): Promise<Target> {
  const [id = ''] = await account.companies(1);
  return { type: company, id, by: onCompany };
}

const noteBody: ConformanceCase = {
  name: 'note-body',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const made = await write(account, await newCompany(account), body);
    if (!isDone(made)) return untold(`writing a note: ${refusalIn(made)}`);
    const read = await account.call('POST', account.paths.readObjects(notes), {
      inputs: [{ id: idOf(made.body['id']) }],
      properties: ['hs_note_body'],
    });
    const [note] = jsonObjectsIn(read.body['results']);
    const kept = (note && textOf(propertiesIn(note)['hs_note_body'])) ?? 'nothing';
    return kept === body ? holds('the body is kept as it was sent') : doesNotHold(`kept: ${kept}`);
  },
};

const noteLimit: ConformanceCase = {
  name: 'note-limit',
  writes: { companies: 1, notes: 1 },
  async run(account) {
    const target = await newCompany(account);
    const most = await write(account, target, 'x'.repeat(65_536));
    if (!isDone(most)) return doesNotHold(`65,536 characters: ${refusalIn(most)}`);
    const more = await write(account, target, 'x'.repeat(65_537));
    return isDone(more)
      ? doesNotHold('65,537 characters are taken')
      : holds(`65,537 characters: ${refusalIn(more)}`);
  },
};

/** What the note about a run rests on. */
export const noteCases: readonly ConformanceCase[] = [noteOnRecord, noteAtOnce, noteBody, noteLimit];
