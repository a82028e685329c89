import { isJsonObject, jsonObjectsIn, textOf } from '@bulk-associate/engine';
import { pairOf, pairsOf } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase } from '../findings';
import { isDone, refusalIn } from '../reply';
import { finds } from './searches';

const [contact, company, deal, ticket] = ['0-1', '0-2', '0-3', '0-5'];
/** Contact > company: the type of the label Primary. */
const primary = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 };

const primaryCompanyId: ConformanceCase = {
  name: 'primary-company-id',
  writes: { contacts: 2, companies: 1 },
  async run(account) {
    const [linked = '', alone = ''] = await account.contacts(2);
    const [partner = ''] = await account.companies(1);
    const reply = await account.writeLabels(contact, company, [
      { ...pairOf(linked, partner), types: [primary] },
    ]);
    if (!isDone(reply)) return untold(`making Primary: ${refusalIn(reply)}`);
    const isFound = async (id: string, operator: string, value?: string) => {
      const filters = [
        { propertyName: 'hs_object_id', operator: 'EQ', value: id },
        { propertyName: 'associatedcompanyid', operator, ...(value !== undefined && { value }) },
      ];
      const found = await account.call('POST', account.paths.searchObjects(contact), {
        filterGroups: [{ filters }],
      });
      return finds(found, id);
    };
    if (!(await comesTrue(account, () => isFound(linked, 'EQ', partner))))
      return doesNotHold('a contact is not found by the id of its Primary company within a minute');
    if (!(await comesTrue(account, () => isFound(alone, 'NOT_HAS_PROPERTY'))))
      return doesNotHold('a contact without companies is not found by NOT_HAS_PROPERTY within a minute');
    if (await isFound(linked, 'NEQ', partner)) return doesNotHold('NEQ finds the contact of that company');
    return holds('found by EQ, not by NEQ; one without companies is found by NOT_HAS_PROPERTY');
  },
};

const contactCount: ConformanceCase = {
  name: 'contact-count',
  writes: { contacts: 2, companies: 1 },
  async run(account) {
    const people = await account.contacts(2);
    const [partner = ''] = await account.companies(1);
    await account.link(company, contact, pairsOf(partner, people));
    let seen = 'nothing';
    const isCounted = await comesTrue(account, async () => {
      const reply = await account.call('POST', account.paths.readObjects(company), {
        inputs: [{ id: partner }],
        properties: ['num_associated_contacts'],
      });
      const properties = jsonObjectsIn(reply.body['results'])[0]?.['properties'];
      seen = (isJsonObject(properties) && textOf(properties['num_associated_contacts'])) || seen;
      return seen === '2';
    });
    const words = `a company with two contacts says ${seen}`;
    return isCounted ? holds(words) : doesNotHold(words);
  },
};

/** Suggestions find the records between two records by the id of one of them. */
const associationSearch: ConformanceCase = {
  name: 'association-search',
  writes: { contacts: 1, companies: 1, deals: 1, tickets: 1 },
  async run(account) {
    const [person = ''] = await account.contacts(1);
    const [partner = ''] = await account.companies(1);
    const [sale = ''] = await account.deals(1);
    const [request = ''] = await account.tickets(1);
    await account.link(contact, company, [pairOf(person, partner)]);
    await account.link(deal, ticket, [pairOf(sale, request)]);
    const searches = [
      [company, partner, 'associations.contact', person],
      [contact, person, 'associations.company', partner],
      [ticket, request, 'associations.deal', sale],
      [deal, sale, 'associations.ticket', request],
    ] as const;
    const missed: string[] = [];
    for (const [type, id, propertyName, value] of searches) {
      const filterGroups = [{ filters: [{ propertyName, operator: 'EQ', value }] }];
      const isFound = await comesTrue(account, async () =>
        finds(await account.call('POST', account.paths.searchObjects(type), { filterGroups }), id),
      );
      if (!isFound) missed.push(`${propertyName} finds no record within a minute`);
    }
    return missed.length === 0
      ? holds(`found by ${searches.map(([, , name]) => name).join(', ')}`)
      : doesNotHold(missed.join('; '));
  },
};

/** What suggestions rest on beside the filters of a search. */
export const suggestionCases: readonly ConformanceCase[] = [
  primaryCompanyId,
  contactCount,
  associationSearch,
];
