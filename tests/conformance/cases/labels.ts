import { jsonObjectsIn } from '@bulk-associate/engine';
import { pairOf, type Account, type LabelType, type Pair } from '../account';
import { doesNotHold, holds, ownLabel, ownLabelLimit, untold, type ConformanceCase } from '../findings';
import { errorsIn, errorWordsIn, isDone, refusalIn } from '../reply';
import { shownAtOnce } from './at-once';

const [contact, company] = ['0-1', '0-2'];
const primary: LabelType = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 };

/** A contact, a company, and the probe's own label from one to the other. */
async function labelled(account: Account, contacts: number, companies: number) {
  const own = await account.ownLabel(contact, company);
  return { own, people: await account.contacts(contacts), firms: await account.companies(companies) };
}

const write = (account: Account, pair: Pair, ...types: LabelType[]) =>
  account.writeLabels(contact, company, [{ ...pair, types }]);

/** The labels of a pair in words, without the unlabelled type; undefined if it is not linked. */
async function labelsOf(account: Account, pair: Pair): Promise<string[] | undefined> {
  const labels = await account.labelsOf(contact, company, pair);
  return labels?.filter((label) => label !== null).map((label) => (label === account.tag ? 'own' : label)); // prettier-ignore
}

const wordsOf = (labels: string[] | undefined) => (labels ? labels.join(' and ') || 'no label' : 'no link');

const labelsUnion: ConformanceCase = {
  name: 'labels-union',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const pair = pairOf(people[0], firms[0]);
    await write(account, pair, own);
    const reply = await write(account, pair, own, primary);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const labels = await labelsOf(account, pair);
    const seen = `${reply.status}; a pair with a label, written with it and one more, has ${wordsOf(labels)}`;
    return labels?.length === 2 ? holds(seen) : doesNotHold(seen);
  },
};

/** A write of labels takes away what the read before it does not show. */
const labelsAtOnce: ConformanceCase = {
  name: 'labels-at-once',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const pair = pairOf(people[0], firms[0]);
    await account.link(contact, company, [pair]);
    const reply = await write(account, pair, own);
    if (!isDone(reply)) return untold(`giving a label: ${refusalIn(reply)}`);
    return shownAtOnce(account, async () => (await labelsOf(account, pair))?.includes('own') ?? false);
  },
};

const labelsReplaced: ConformanceCase = {
  name: 'labels-replaced',
  writes: { contacts: 2, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 2, 1);
    const [one, other] = people.map((id) => pairOf(id, firms[0])) as [Pair, Pair];
    await write(account, one, own);
    await write(account, one, primary);
    await write(account, other, primary);
    await write(account, other, own);
    const [first, second] = [await labelsOf(account, one), await labelsOf(account, other)];
    const seen = `a pair with a label of the account, written with Primary, has ${wordsOf(first)}; one with Primary, written with that label, has ${wordsOf(second)}`;
    return first && !first.includes('own') ? holds(seen) : doesNotHold(seen);
  },
};

const labelAnswer: ConformanceCase = {
  name: 'label-answer',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const reply = await write(account, pairOf(people[0], firms[0]), own, primary);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const [row] = jsonObjectsIn(reply.body['results']);
    const named = Array.isArray(row?.['labels']) ? row['labels'].map(String) : [];
    const seen = `${reply.status}; the answer to a write of two labels is ${JSON.stringify(row)}`;
    return named.includes(account.tag) && named.length >= 2 ? holds(seen) : doesNotHold(seen);
  },
};

const primaryMoves: ConformanceCase = {
  name: 'primary-moves',
  writes: { contacts: 1, companies: 2 },
  shares: [ownLabel],
  async run(account) {
    const { people, firms } = await labelled(account, 1, 2);
    const [first, second] = firms.map((id) => pairOf(people[0], id)) as [Pair, Pair];
    await write(account, first, primary);
    const reply = await write(account, second, primary);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const [before, after] = [await labelsOf(account, first), await labelsOf(account, second)];
    const seen = `${reply.status}; after Primary was given to a second company, the first has ${wordsOf(before)}, the second ${wordsOf(after)}`;
    return before && before.length === 0 && after?.length === 1 ? holds(seen) : doesNotHold(seen);
  },
};

const noPrimaryLabelled: ConformanceCase = {
  name: 'no-primary-labelled',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const pair = pairOf(people[0], firms[0]);
    const reply = await write(account, pair, own);
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const labels = await labelsOf(account, pair);
    const seen = `${reply.status}; a contact's first company, linked with a label of the account, has ${wordsOf(labels)}`;
    return labels?.join() === 'own' ? holds(seen) : doesNotHold(seen);
  },
};

const labelRemoved: ConformanceCase = {
  name: 'label-removed',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const pair = pairOf(people[0], firms[0]);
    await write(account, pair, own, primary);
    const inputs = [{ ...pair, types: [own] }];
    const reply = await account.call('POST', account.paths.archiveLabels(contact, company), { inputs });
    const labels = await labelsOf(account, pair);
    const seen = `${isDone(reply) ? reply.status : refusalIn(reply)}; of two labels, one of them removed, a pair has ${wordsOf(labels)}`;
    return isDone(reply) && labels?.length === 1 && !labels.includes('own') ? holds(seen) : doesNotHold(seen);
  },
};

const archiveUnlinked: ConformanceCase = {
  name: 'archive-unlinked',
  writes: { contacts: 1, companies: 1 },
  shares: [ownLabel],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 1);
    const pair = pairOf(people[0], firms[0]);
    const { archiveAssociations, archiveLabels } = account.paths;
    const label = await account.call('POST', archiveLabels(contact, company), { inputs: [{ ...pair, types: [own] }] }); // prettier-ignore
    const link = await account.call('POST', archiveAssociations(contact, company), { inputs: [{ from: pair.from, to: [pair.to] }] }); // prettier-ignore
    const words = [label, link].map((reply) => (isDone(reply) ? `${reply.status}, errors: ${errorWordsIn(reply)}` : refusalIn(reply))); // prettier-ignore
    const seen = `of a pair that is not linked, removing a label: ${words[0]}; removing the link: ${words[1]}`;
    return isDone(label) && isDone(link) ? holds(seen) : doesNotHold(seen);
  },
};

const labelDirections: ConformanceCase = {
  name: 'label-directions',
  writes: {},
  shares: [ownLabel],
  async run(account) {
    const own = await account.ownLabel(contact, company);
    const nameOf = async (type: string, id: number) => {
      const { body } = await account.call('GET', account.paths.schema(type));
      return jsonObjectsIn(body['associations']).find((one) => String(one['id']) === String(id) && one['fromObjectTypeId'] === type)?.['name']; // prettier-ignore
    };
    const names = [await nameOf(contact, own.associationTypeId), await nameOf(company, own.backTypeId)];
    if (names.some((name) => name === undefined))
      return untold('the schemas do not list the new label yet: run again in some minutes');
    const seen = `one label is ${JSON.stringify(names[0])} in the schema of contacts and ${JSON.stringify(names[1])} in that of companies`;
    return names[0] === names[1] ? holds(seen) : doesNotHold(seen);
  },
};

const labelLimit: ConformanceCase = {
  name: 'label-limit',
  writes: { contacts: 1, companies: 2 },
  shares: [ownLabel, ownLabelLimit],
  async run(account) {
    const { own, people, firms } = await labelled(account, 1, 2);
    const refusal = await account.limitOwnLabel(contact, company);
    if (refusal !== undefined) return untold(`setting a limit: ${refusal}`);
    const inputs = firms.map((id) => ({ ...pairOf(people[0], id), types: [own] }));
    const reply = await account.writeLabels(contact, company, inputs);
    if (!isDone(reply)) return doesNotHold(`the whole batch: ${refusalIn(reply)}`);
    const seen = `${reply.status}, one of two pairs is over the limit of the label, errors: ${errorWordsIn(reply)}`;
    return errorsIn(reply).length > 0 ? holds(seen) : doesNotHold(seen);
  },
};

/** Labels: what a write takes away, what Primary does, what removals leave. The limit stays until the end. */
export const labelCases: readonly ConformanceCase[] = [
  labelsUnion,
  labelsAtOnce,
  labelsReplaced,
  labelAnswer,
  primaryMoves,
  noPrimaryLabelled,
  labelRemoved,
  archiveUnlinked,
  labelDirections,
  labelLimit,
];
