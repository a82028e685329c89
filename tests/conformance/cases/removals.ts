import { pairOf, pairsOf } from '../account';
import { doesNotHold, holds, ownLabel, untold, type ConformanceCase } from '../findings';
import { isDone, linksIn, refusalIn } from '../reply';

const [contact, company] = ['0-1', '0-2'];

const archiveSeveral: ConformanceCase = {
  name: 'archive-several',
  writes: { companies: 1, contacts: 3 },
  async run(account) {
    const [from = ''] = await account.companies(1);
    const [first = '', second = '', third = ''] = await account.contacts(3);
    await account.link(company, contact, pairsOf(from, [first, second, third]));
    const inputs = [{ from: { id: from }, to: [{ id: first }, { id: second }] }];
    const reply = await account.call('POST', account.paths.archiveAssociations(company, contact), { inputs });
    if (!isDone(reply)) return doesNotHold(refusalIn(reply));
    const left = [
      ...(linksIn(await account.readLinks(company, contact, [from]))
        .get(from)
        ?.keys() ?? []),
    ];
    const back = linksIn(await account.readLinks(contact, company, [first, second])).size;
    const seen = `${reply.status}; of 3 links, 2 of them to be removed, ${left.length} is left, and ${back} seen from the other side`;
    return left.length === 1 && left[0] === third && back === 0 ? holds(seen) : doesNotHold(seen);
  },
};

const archiveLabels: ConformanceCase = {
  name: 'archive-labels',
  writes: { companies: 1, contacts: 1 },
  shares: [ownLabel],
  async run(account) {
    const pair = pairOf((await account.contacts(1))[0], (await account.companies(1))[0]);
    const made = await account.giveLabel(contact, company, pair);
    if (!isDone(made)) return untold(refusalIn(made));
    const inputs = [{ from: pair.from, to: [pair.to] }];
    const reply = await account.call('POST', account.paths.archiveAssociations(contact, company), { inputs });
    const labels = await account.labelsOf(contact, company, pair);
    const seen = `${reply.status}; a pair with a label is ${labels ? `still linked: ${JSON.stringify(labels)}` : 'not linked any more'}`;
    return isDone(reply) && !labels ? holds(seen) : doesNotHold(seen);
  },
};

/** Removals of associations: which links batch/archive removes. */
export const removalCases: readonly ConformanceCase[] = [archiveSeveral, archiveLabels];
