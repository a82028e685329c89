import { associate, createHubSpot, nodeEnvironment } from '@bulk-associate/engine';
import type { Outcome } from '@bulk-associate/contract';
import { pairsOf, type Account } from '../account';
import { doesNotHold, holds, untold, type ConformanceCase } from '../findings';
import { linksIn } from '../reply';

const [contact, company] = ['0-1', '0-2'];

/** Runs this product's engine on the account and compares its outcomes with reads. */
const outcomesAreTrue: ConformanceCase = {
  name: 'outcomes-are-true',
  writes: { companies: 1, contacts: 5 },
  async run(account) {
    const [from = ''] = await account.companies(1);
    const [linked = '', gone = '', ...fresh] = await account.contacts(5);
    await account.link(company, contact, pairsOf(from, [linked]));
    await account.archive(contact, gone);
    const inputs = pairsOf(from, [...fresh, linked, gone, ...fresh.slice(0, 1)]);
    const answer = await associate(engineOn(account), {
      fromObjectType: company,
      toObjectType: contact,
      inputs,
    });
    if (!answer.ok) return untold(`${answer.error.code}: ${answer.error.message}`);
    const links = linksIn(await account.readLinks(company, contact, [from])).get(from);
    const wrong = answer.outcomes.filter((outcome) => !isTrue(outcome, links?.has(outcome.to.id) ?? false));
    const seen = answer.outcomes.map(({ status }) => status).join(', ');
    return wrong.length === 0 ? holds(seen) : doesNotHold(`${seen}; ${wrong.length} not as a read shows it`);
  },
};

/** A duplicate has no outcome about the link; all others have. */
function isTrue({ status }: Outcome, isLinked: boolean): boolean {
  return status === 'skipped' || (status === 'associated') === isLinked;
}

function engineOn(account: Account) {
  const { now, sleep } = account.clock;
  const environment = nodeEnvironment(async ({ method, path, body }) => {
    const { status, headers, text } = await account.callOnce(method, path, body);
    return { status, headers, text: async () => text };
  });
  return createHubSpot({ ...environment, now, sleep });
}

/** The outcomes of the engine, compared with reads. */
export const outcomeCases: readonly ConformanceCase[] = [outcomesAreTrue];
