import { errorOf, sizeRefusal } from '@bulk-associate/engine';
import { pairOf, pairsOf, type Account, type Pair } from '../account';
import { doesNotHold, holds, untold, type ConformanceCase, type Writes } from '../findings';
import { errorsIn, errorWordsIn, isDone, linksIn, pairsIn, refusalIn, type Reply } from '../reply';

const [contact, company] = ['0-1', '0-2'];

const number = new Intl.NumberFormat('en');

/** `207, 2 results, errors: OBJECT_NOT_FOUND "…"` */
function seenIn(reply: Reply): string {
  if (!isDone(reply)) return refusalIn(reply);
  return `${reply.status}, ${pairsIn(reply).size} results, errors: ${errorWordsIn(reply)}`;
}

const partialFailure: ConformanceCase = {
  name: 'partial-failure',
  writes: { companies: 1, contacts: 2 },
  async run(account) {
    const [from = ''] = await account.companies(1);
    const [good = '', gone = ''] = await account.contacts(2);
    await account.archive(contact, gone);
    const reply = await account.associate(company, contact, pairsOf(from, [good, gone]));
    const isLinked = (await account.labelsOf(company, contact, pairOf(from, good))) !== undefined;
    const seen = `${seenIn(reply)}; the good pair is ${isLinked ? 'linked' : 'not linked'}`;
    const isPartial = [200, 207].includes(reply.status) && errorsIn(reply).length > 0 && isLinked;
    return isPartial || (reply.status === 400 && !isLinked) ? holds(seen) : doesNotHold(seen);
  },
};

const gridContacts = 63;
const gridCompanies = 32;

const gridWrites: Writes = { companies: gridCompanies, contacts: gridContacts };

/** More pairs than the largest batch that any source claims. */
function grid(account: Account): Promise<Pair[]> {
  return account.once('grid', async () => {
    const companies = await account.companies(gridCompanies);
    const contacts = await account.contacts(gridContacts);
    return companies.flatMap((from) => pairsOf(from, contacts));
  });
}

interface Sizes {
  taken: { size: number; elapsedMs: number }[];
  refused?: { size: number; reply: Reply };
}

/** Sends ever larger batches, until one is refused. */
function sizes(account: Account): Promise<Sizes> {
  return account.once('sizes', async () => {
    const pairs = await grid(account);
    const taken: Sizes['taken'] = [];
    for (const size of [100, 101, 500, 501, 1_000, 1_001, 2_000, 2_001]) {
      const reply = await account.associate(company, contact, pairs.slice(0, size));
      if (!isDone(reply)) return { taken, refused: { size, reply } };
      taken.push({ size, elapsedMs: reply.elapsedMs });
    }
    return { taken };
  });
}

const mostInputs: ConformanceCase = {
  name: 'most-inputs',
  writes: {},
  shares: [gridWrites],
  async run(account) {
    const { taken, refused } = await sizes(account);
    const most = taken.at(-1);
    const ended = refused ? `${number.format(refused.size)}: ${refusalIn(refused.reply)}` : 'more was not tried'; // prettier-ignore
    if (!most) return doesNotHold(`a batch of 100 was not taken: ${ended}`);
    const linked = await countLinks(account);
    const seen = `took ${number.format(most.size)} at once in ${most.elapsedMs} ms and linked ${number.format(linked)}; ${ended}`;
    return linked === most.size ? holds(seen) : doesNotHold(seen);
  },
};

async function countLinks(account: Account): Promise<number> {
  const companies = [...new Set((await grid(account)).map(({ from }) => from.id))];
  const reply = await account.readLinks(company, contact, companies);
  return [...linksIn(reply).values()].reduce((sum, partners) => sum + partners.size, 0);
}

const overLimitMessage: ConformanceCase = {
  name: 'over-limit-message',
  writes: {},
  shares: [gridWrites],
  async run(account) {
    const { taken, refused } = await sizes(account);
    if (!refused) return untold(`took ${number.format(taken.at(-1)?.size ?? 0)} inputs, more was not tried`);
    const { size, reply } = refused;
    const seen = `${number.format(size)} inputs: ${refusalIn(reply)}`;
    const most = sizeRefusal(reply.status, errorOf(reply.body), size)?.max;
    return most === undefined ? doesNotHold(seen) : holds(`${seen}; read as a maximum of ${most}`);
  },
};

const resultsDirection: ConformanceCase = {
  name: 'results-direction',
  writes: { companies: 1, contacts: 2 },
  async run(account) {
    const [from = ''] = await account.companies(1);
    const contacts = await account.contacts(2);
    const reply = await account.associate(company, contact, pairsOf(from, contacts));
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const named = pairsIn(reply);
    const ways = contacts.map((to) => [named.has(`${from} > ${to}`), named.has(`${to} > ${from}`)]);
    const words = { both: ways.every(([there, back]) => there && back), one: ways.every(([there, back]) => there || back) }; // prettier-ignore
    const seen = `${reply.status}, ${named.size} results for 2 pairs: ${words.both ? 'both directions' : words.one ? 'one direction' : 'not every pair is named'}`;
    return words.one ? holds(seen) : doesNotHold(seen);
  },
};

const again: ConformanceCase = {
  name: 'again',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.companies(1))[0], (await account.contacts(1))[0]);
    await account.link(company, contact, [pair]);
    const before = await account.labelsOf(company, contact, pair);
    const reply = await account.associate(company, contact, [pair]);
    const after = await account.labelsOf(company, contact, pair);
    const seen = `${seenIn(reply)}; labels before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`;
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return isDone(reply) && errorsIn(reply).length === 0 && isSame ? holds(seen) : doesNotHold(seen);
  },
};

/** What an earlier call, whose answer was lost, may still be doing when a pair is sent again. */
const samePairAtOnce: ConformanceCase = {
  name: 'same-pair-at-once',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.companies(1))[0], (await account.contacts(1))[0]);
    const send = () => account.associate(company, contact, [pair]);
    const replies = await Promise.all([send(), send(), send()]);
    const isLinked = (await account.labelsOf(company, contact, pair)) !== undefined;
    const seen = `three times at once: ${replies.map(seenIn).join('; ')}; the pair is ${isLinked ? 'linked' : 'not linked'}`;
    // A lock and a limit say nothing of the pair: it is sent again.
    const isRefused = (reply: Reply) => (isDone(reply) ? errorsIn(reply).length > 0 : ![423, 429].includes(reply.status)); // prettier-ignore
    return isLinked && !replies.some(isRefused) ? holds(seen) : doesNotHold(seen);
  },
};

const repeatedPair: ConformanceCase = {
  name: 'repeated-pair',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.companies(1))[0], (await account.contacts(1))[0]);
    const reply = await account.associate(company, contact, [pair, pair]);
    const isLinked = (await account.labelsOf(company, contact, pair)) !== undefined;
    const seen = `${seenIn(reply)}; the pair is ${isLinked ? 'linked' : 'not linked'}`;
    return isDone(reply) && errorsIn(reply).length === 0 && isLinked ? holds(seen) : doesNotHold(seen);
  },
};

const noPrimary: ConformanceCase = {
  name: 'no-primary',
  writes: { companies: 1, contacts: 1 },
  async run(account) {
    const pair = pairOf((await account.contacts(1))[0], (await account.companies(1))[0]);
    await account.link(contact, company, [pair]);
    const labels = await account.labelsOf(contact, company, pair);
    const seen = `the contact's first company has the labels ${JSON.stringify(labels)}`;
    if (!labels) return untold('a read does not show the link');
    return labels.every((label) => label === null) ? holds(seen) : doesNotHold(seen);
  },
};

const datedPath: ConformanceCase = {
  name: 'dated-path',
  writes: { companies: 1, contacts: 2 },
  async run(account) {
    const [from = ''] = await account.companies(1);
    const [first = '', second = ''] = await account.contacts(2);
    const numbered = await account.associate(company, contact, pairsOf(from, [first]));
    const path = account.paths.associateDefault(company, contact);
    const inputs = pairsOf(from, [second]);
    const dated = await account.callOnce('POST', path.replace('/v4/associations', '/associations/2026-09'), {
      inputs,
    });
    const shape = (reply: Reply) => `${reply.status} {${Object.keys(reply.body).sort().join(', ')}}`;
    const seen = `v4: ${shape(numbered)}; 2026-09: ${isDone(dated) ? shape(dated) : refusalIn(dated)}`;
    return shape(numbered) === shape(dated) ? holds(seen) : doesNotHold(seen);
  },
};

/** Batches of default associations: with invalid pairs, duplicates, many inputs. */
export const batchCases: readonly ConformanceCase[] = [
  partialFailure,
  mostInputs,
  overLimitMessage,
  resultsDirection,
  again,
  samePairAtOnce,
  repeatedPair,
  noPrimary,
  datedPath,
];
