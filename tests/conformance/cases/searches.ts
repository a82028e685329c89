import { isJsonObject, numberOf, jsonObjectsIn } from '@bulk-associate/engine';
import type { Account } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase, type Writes } from '../findings';
import { isDone, refusalIn, type Reply } from '../reply';

const [contact, company] = ['0-1', '0-2'];
const longestWaitMs = 60_000;

interface Searched {
  name: string;
  id: string;
  /** Milliseconds until a search found it by its id; undefined if none did. */
  foundAfterMs: number | undefined;
}

function searchFor(
  account: Account,
  propertyName: string,
  values: string[],
  objectType = company,
): Promise<Reply> {
  const filterGroups = [{ filters: [{ propertyName, operator: 'IN', values }] }];
  return account.call('POST', account.paths.searchObjects(objectType), {
    filterGroups,
    properties: ['name'],
  });
}

export function finds(reply: Reply, id: string): boolean {
  return jsonObjectsIn(reply.body['results']).some((record) => record['id'] === id);
}

const searchedWrites: Writes = { companies: 1 };

/** A company with capitals in its name, once HubSpot's search finds it. */
function searched(account: Account): Promise<Searched> {
  return account.once('searched company', async () => {
    const name = `${account.newName()} GmbH`;
    const [id = ''] = await account.create('companies', company, [{ name }]);
    const startedAt = account.clock.now();
    const elapsedMs = () => Math.round(account.clock.now() - startedAt);
    while (elapsedMs() < longestWaitMs) {
      if (finds(await searchFor(account, 'hs_object_id', [id]), id))
        return { name, id, foundAfterMs: elapsedMs() };
      await account.clock.sleep(1_000);
    }
    return { name, id, foundAfterMs: undefined };
  });
}

const searchAfterWrite: ConformanceCase = {
  name: 'search-after-write',
  writes: {},
  shares: [searchedWrites],
  async run(account) {
    const { foundAfterMs } = await searched(account);
    if (foundAfterMs === undefined) return doesNotHold(`not found within ${longestWaitMs / 1_000} s`);
    return holds(`found ${(foundAfterMs / 1_000).toFixed(1)} s after it was made`);
  },
};

const searchLowerCase: ConformanceCase = {
  name: 'search-lower-case',
  writes: {},
  shares: [searchedWrites],
  async run(account) {
    const { name, id, foundAfterMs } = await searched(account);
    if (foundAfterMs === undefined) return untold('search does not know the record yet');
    const reply = await searchFor(account, 'name', [name.toLowerCase()]);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const seen = `IN "${name.toLowerCase()}" ${finds(reply, id) ? 'finds' : 'does not find'} "${name}"`;
    return finds(reply, id) ? holds(seen) : doesNotHold(seen);
  },
};

/** Names that differ from the searched one in an accent and in an apostrophe: another `IN` must not find it. */
const searchExact: ConformanceCase = {
  name: 'search-exact',
  writes: { companies: 1 },
  async run(account) {
    const name = `${account.newName()} O’Brién`;
    const [id = ''] = await account.create('companies', company, [{ name }]);
    if (!(await isSearchable(account, id))) return untold('search does not know the record yet');
    const others = [name.replace('é', 'e'), name.replace('’', "'"), name.normalize('NFD')];
    const found: string[] = [];
    for (const other of others)
      if (finds(await searchFor(account, 'name', [other.toLowerCase()]), id))
        found.push(JSON.stringify(other));
    return found.length === 0
      ? holds(`IN finds "${name}" by none of its other spellings`)
      : doesNotHold(`IN finds "${name}" by ${found.join(', ')}`);
  },
};

/** A contact's number with its calling code, and a search for the digits without it. */
const searchablePhone: ConformanceCase = {
  name: 'searchable-phone',
  writes: { contacts: 1 },
  async run(account) {
    const phone = '+442890184999';
    const [id = ''] = await account.create('contacts', contact, [{ firstname: account.newName(), phone }]);
    if (!(await isSearchable(account, id, contact))) return untold('search does not know the record yet');
    const reply = await searchFor(account, 'hs_searchable_calculated_phone_number', ['2890184999'], contact);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const seen = `the digits without the calling code ${finds(reply, id) ? 'find' : 'do not find'} ${phone}`;
    return finds(reply, id) ? holds(seen) : doesNotHold(seen);
  },
};

/** Eight digits and more: what the panel takes for an id where nothing says that a number is one. */
const fewestIdDigits = 8;

const idLength: ConformanceCase = {
  name: 'id-length',
  writes: { contacts: 1, companies: 1 },
  async run(account) {
    const ids = [...(await account.contacts(1)), ...(await account.companies(1))];
    const seen = `new records have the ids ${ids.join(', ')}`;
    return ids.every((id) => id.length >= fewestIdDigits) ? holds(seen) : doesNotHold(seen);
  },
};

export async function isSearchable(account: Account, id: string, objectType = company): Promise<boolean> {
  return comesTrue(account, async () =>
    finds(await searchFor(account, 'hs_object_id', [id], objectType), id),
  );
}

/** Two companies, once HubSpot's search finds both; fewer if it does not find them in time. */
function searchedPair(account: Account): Promise<string[]> {
  return account.once('two searched companies', async () => {
    const ids = await account.companies(2);
    const startedAt = account.clock.now();
    for (;;) {
      const reply = await searchFor(account, 'hs_object_id', ids);
      const found = ids.filter((id) => finds(reply, id));
      if (found.length === ids.length || account.clock.now() - startedAt > longestWaitMs) return found;
      await account.clock.sleep(1_000);
    }
  });
}

const searchOffset: ConformanceCase = {
  name: 'search-offset',
  writes: { companies: 2 },
  async run(account) {
    const ids = await searchedPair(account);
    if (ids.length < 2) return untold('search does not know the records yet');
    const pageFrom = async (after: string) => {
      const reply = await account.call('POST', account.paths.searchObjects(company), {
        filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: ids }] }],
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
        properties: ['name'],
        limit: 1,
        after,
      });
      const [record] = jsonObjectsIn(reply.body['results']);
      return { reply, id: record?.['id'], next: nextIn(reply) };
    };
    const [first, second] = [await pageFrom('0'), await pageFrom('1')];
    for (const { reply } of [first, second]) if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const isSecond = second.id !== undefined && second.id !== first.id;
    const seen = `the cursor after 1 of 2 results is ${JSON.stringify(first.next)}; from "1" on comes ${isSecond ? 'the other' : 'not the other'}`;
    return first.next === '1' && isSecond && second.next === undefined ? holds(seen) : doesNotHold(seen);
  },
};

function nextIn({ body: { paging } }: Reply): unknown {
  return isJsonObject(paging) && isJsonObject(paging['next']) ? paging['next']['after'] : undefined;
}

const listPages: ConformanceCase = {
  name: 'list-pages',
  writes: { companies: 2 },
  async run(account) {
    await account.companies(2);
    const path = `${account.paths.listObjects(company)}?limit=1&properties=name`;
    const first = await account.call('GET', path);
    if (!isDone(first)) return doesNotHold(refusalIn(first));
    const after = nextIn(first);
    if (typeof after !== 'string') return doesNotHold('no cursor in paging.next.after');
    const second = await account.call('GET', `${path}&after=${encodeURIComponent(after)}`);
    const [one, other] = [first, second].map((reply) => jsonObjectsIn(reply.body['results']));
    const [id, otherId] = [one?.[0]?.['id'], other?.[0]?.['id']];
    const seen = `records ${String(id)} and ${String(otherId)} on two pages, cursor ${JSON.stringify(after)}`;
    const isPaged = one?.length === 1 && other?.length === 1 && id !== otherId;
    return isPaged ? holds(seen) : doesNotHold(seen);
  },
};

const searchesAtOnce = 12;
const searchesASecond = 5;

/** More searches at once than HubSpot allows in a second. */
function burst(account: Account): Promise<Reply[]> {
  return account.once('burst', async () => {
    // So that the searches of earlier cases do not count.
    await account.clock.sleep(2_000);
    const search = () =>
      account.callOnce('POST', account.paths.searchObjects(company), { limit: 1, properties: ['name'] });
    return Promise.all(Array.from({ length: searchesAtOnce }, search));
  });
}

const searchRate: ConformanceCase = {
  name: 'search-rate',
  writes: {},
  async run(account) {
    const replies = await burst(account);
    const refused = replies.filter(({ status }) => status === 429);
    const seen = `${searchesAtOnce} at once: ${replies.filter(isDone).length} answered, ${refused.length} refused with 429`;
    // Two counting periods of HubSpot may overlap this second; many more than five mean another limit.
    const isLimited = refused.length >= searchesAtOnce - 2 * searchesASecond;
    return isLimited ? holds(seen) : doesNotHold(seen);
  },
};

const limitPolicy: ConformanceCase = {
  name: 'limit-policy',
  writes: {},
  async run(account) {
    const refused = (await burst(account)).find(({ status }) => status === 429);
    if (!refused) return untold('no search was refused');
    const policy = refused.body['policyName'];
    const after = refused.headers.get('retry-after');
    const seen = `policyName ${JSON.stringify(policy)}, Retry-After ${after ?? 'absent'}`;
    const isReadable = after === null || numberOf(after) !== undefined || !Number.isNaN(Date.parse(after));
    return typeof policy === 'string' && isReadable ? holds(seen) : doesNotHold(seen);
  },
};

/** Searches and lists of records: what they find, how soon, by what pages, and how many HubSpot allows. */
export const searchCases: readonly ConformanceCase[] = [
  searchAfterWrite,
  searchLowerCase,
  searchExact,
  searchablePhone,
  idLength,
  searchOffset,
  listPages,
  searchRate,
  limitPolicy,
];
