import { isJsonObject, jsonObjectsIn } from '@bulk-associate/engine';
import { pairOf } from '../account';
import { doesNotHold, holds, ownLabel, untold, type ConformanceCase } from '../findings';
import { errorsIn, isDone, linksIn, refusalIn } from '../reply';
import { shownAtOnce } from './at-once';

const [contact, company] = ['0-1', '0-2'];

const noLinks: ConformanceCase = {
  name: 'no-links',
  writes: { companies: 2, contacts: 1 },
  async run(account) {
    const [linked = '', lonely = ''] = await account.companies(2);
    await account.link(company, contact, [pairOf(linked, (await account.contacts(1))[0])]);
    const reply = await account.readLinks(company, contact, [linked, lonely]);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const links = linksIn(reply);
    const errors = errorsIn(reply);
    const words = errors.map(({ subCategory = '', context }) => `${subCategory} ${JSON.stringify(context)}`);
    const seen = `${reply.status}; the record without links is ${links.has(lonely) ? 'in results' : 'left out of results'}, errors: ${words.join('; ') || 'none'}`;
    const isNamed = errors.every(({ subCategory = '' }) => subCategory.includes('NO_ASSOCIATIONS_FOUND'));
    return links.has(linked) && isNamed ? holds(seen) : doesNotHold(seen);
  },
};

const deletedRecordRead: ConformanceCase = {
  name: 'deleted-record-read',
  writes: { companies: 2, contacts: 1 },
  async run(account) {
    const [linked = '', gone = ''] = await account.companies(2);
    await account.link(company, contact, [pairOf(linked, (await account.contacts(1))[0])]);
    await account.archive(company, gone);
    const reply = await account.readLinks(company, contact, [linked, gone]);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const errors = errorsIn(reply).map(({ subCategory, message }) => subCategory ?? message);
    const seen = `${reply.status}; the other record is ${linksIn(reply).has(linked) ? '' : 'not '}answered, errors: ${errors.join('; ') || 'none'}`;
    return linksIn(reply).has(linked) ? holds(seen) : doesNotHold(seen);
  },
};

const readAfterWrite: ConformanceCase = {
  name: 'read-after-write',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.companies(1))[0], (await account.contacts(1))[0]);
    await account.link(company, contact, [pair]);
    return shownAtOnce(account, async () => Boolean(await account.labelsOf(company, contact, pair)));
  },
};

const idsAsNumbers: ConformanceCase = {
  name: 'ids-as-numbers',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.companies(1))[0], (await account.contacts(1))[0]);
    await account.link(company, contact, [pair]);
    const { text } = await account.readLinks(company, contact, [pair.from.id]);
    const seen = /"toObjectId"\s*:\s*"?\d+"?/.exec(text)?.[0];
    if (seen === undefined) return untold('a read does not show the link');
    return seen.endsWith('"') ? doesNotHold(seen) : holds(seen);
  },
};

const labelShown: ConformanceCase = {
  name: 'label-shown',
  writes: { companies: 1, contacts: 1 },
  shares: [ownLabel],
  async run(account) {
    const pair = pairOf((await account.contacts(1))[0], (await account.companies(1))[0]);
    const reply = await account.giveLabel(contact, company, pair);
    if (!isDone(reply)) return untold(refusalIn(reply));
    const labels = await account.labelsOf(contact, company, pair);
    const seen = `the pair's labels are ${JSON.stringify(labels)}`;
    return labels?.some((label) => label !== null) ? holds(seen) : doesNotHold(seen);
  },
};

const labelKept: ConformanceCase = {
  name: 'label-kept',
  writes: { companies: 1, contacts: 1 },
  shares: [ownLabel],
  async run(account) {
    const pair = pairOf((await account.contacts(1))[0], (await account.companies(1))[0]);
    await account.giveLabel(contact, company, pair);
    const before = await account.labelsOf(contact, company, pair);
    if (!before?.some((label) => label !== null)) return untold('the pair could not be given a label');
    await account.link(contact, company, [pair]);
    const after = await account.labelsOf(contact, company, pair);
    const seen = `labels before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`;
    return before.every((label) => after?.includes(label)) ? holds(seen) : doesNotHold(seen);
  },
};

const missingRecords: ConformanceCase = {
  name: 'missing-records',
  writes: { contacts: 2 },
  async run(account) {
    const [there = '', gone = ''] = await account.contacts(2);
    await account.archive(contact, gone);
    const body = { inputs: [{ id: there }, { id: gone }], properties: ['lastname'] };
    const reply = await account.call('POST', account.paths.readObjects(contact), body);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const found = jsonObjectsIn(reply.body['results']).map(({ id }) => id);
    const errors = errorsIn(reply).map(({ category, context }) => `${category} ${JSON.stringify(context)}`);
    const seen = `${reply.status}, ${found.length} of 2 records, errors: ${errors.join('; ') || 'none'}`;
    const isNamed = errorsIn(reply).some(
      ({ category, context }) =>
        category === 'OBJECT_NOT_FOUND' && Object.values(context).flat().includes(gone),
    );
    return found.includes(there) && !found.includes(gone) && isNamed ? holds(seen) : doesNotHold(seen);
  },
};

const segmentPages: ConformanceCase = {
  name: 'segment-pages',
  writes: {},
  async run(account) {
    const body = { query: '', offset: 0, count: 100, additionalProperties: ['hs_list_size'] };
    const reply = await account.call('POST', account.paths.searchLists(), body);
    if (!isDone(reply)) return untold(refusalIn(reply));
    const lists = jsonObjectsIn(reply.body['lists']);
    if (lists.length === 0)
      return untold('the account has no segment: make one with two members, and run again');
    for (const { listId, additionalProperties } of lists) {
      const page = `${account.paths.listMemberships(String(listId))}?limit=1`;
      const first = await account.call('GET', page);
      const { paging } = first.body;
      const after =
        isJsonObject(paging) && isJsonObject(paging['next']) ? paging['next']['after'] : undefined;
      if (after === undefined) continue;
      const second = await account.call('GET', `${page}&after=${encodeURIComponent(String(after))}`);
      const [one, other] = [first, second].map(({ body }) => jsonObjectsIn(body['results'])[0]?.['recordId']);
      const size = isJsonObject(additionalProperties) ? additionalProperties['hs_list_size'] : undefined;
      const seen = `members ${String(one)} and ${String(other)} on two pages, hs_list_size ${JSON.stringify(size)}`;
      return one !== other && other !== undefined && typeof size === 'string'
        ? holds(seen)
        : doesNotHold(seen);
    }
    return untold('no segment has two members: make one, and run again');
  },
};

/** Reads of associations: their content, and how soon they show a write. */
export const readCases: readonly ConformanceCase[] = [
  noLinks,
  deletedRecordRead,
  readAfterWrite,
  idsAsNumbers,
  labelShown,
  labelKept,
  missingRecords,
  segmentPages,
];
