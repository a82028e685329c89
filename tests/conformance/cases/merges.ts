import { idOf, jsonObjectsIn, propertiesIn, textOf } from '@bulk-associate/engine';
import type { Account } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase } from '../findings';
import { isDone, refusalIn } from '../reply';
import { finds, isSearchable } from './searches';

const [contact, company] = ['0-1', '0-2'];

/** A part of an address that is unique in the account. */
const newHost = (account: Account) => account.newName().toLowerCase().replace(/\W+/g, '-');

/** The parts of a list in one property. */
const partsOf = (text: unknown) => (textOf(text) ?? '').split(';').map((part) => part.trim());

/** No domain of anybody: HubSpot finds no contacts for it. */
const additionalDomains: ConformanceCase = {
  name: 'additional-domains',
  writes: { companies: 1 },
  async run(account) {
    const [own, first, second, other] = Array.from({ length: 4 }, () => `${newHost(account)}.example`) as [string, string, string, string]; // prettier-ignore
    const properties = { name: account.newName(), domain: own, hs_additional_domains: `${first};${second}` };
    const [id = ''] = await account.create('companies', company, [properties]);
    if (!(await isSearchable(account, id))) return untold('search does not know the record yet');
    const isFoundBy = async (value: string) => {
      const filters = [{ propertyName: 'hs_additional_domains', operator: 'CONTAINS_TOKEN', value }];
      return finds(await account.call('POST', account.paths.searchObjects(company), { filterGroups: [{ filters }] }), id); // prettier-ignore
    };
    const found = [await isFoundBy(first), await isFoundBy(second)].filter(Boolean).length;
    const isFoundByOther = await isFoundBy(other);
    const read = await readOne(account, company, { id, properties: ['hs_additional_domains'] });
    const kept = read?.['hs_additional_domains'];
    const seen = `found by ${found} of 2 additional domains${isFoundByOther ? ', and by one it does not have' : ''}; a read says ${JSON.stringify(kept)}`;
    const isListed = [first, second].every((domain) => partsOf(kept).includes(domain));
    return found === 2 && !isFoundByOther && isListed ? holds(seen) : doesNotHold(seen);
  },
};

/** Free mail: HubSpot makes no company of it. */
const mergedRecords: ConformanceCase = {
  name: 'merged-records',
  writes: { contacts: 2 },
  async run(account) {
    const emails = [`${newHost(account)}@gmail.com`, `${newHost(account)}@gmail.com`] as const;
    const [primary = '', other = ''] = await account.create('contacts', contact, emails.map((email) => ({ email }))); // prettier-ignore
    const path = `${account.paths.listObjects(contact)}/merge`;
    const body = { primaryObjectId: primary, objectIdToMerge: other };
    const reply = await account.call('POST', path, body);
    const id = idOf(reply.body['id']);
    if (!isDone(reply) || id === undefined) return untold(`merging two contacts: ${refusalIn(reply)}`);
    account.onCleanUp({ what: `the contact ${id}`, method: 'DELETE', path: `${account.paths.listObjects(contact)}/${id}` }); // prettier-ignore
    const properties = ['hs_additional_emails', 'hs_merged_object_ids'];
    let seen = '';
    const isNamed = await comesTrue(account, async () => {
      const byEmail = await readOne(account, contact, { id: emails[1], idProperty: 'email', properties });
      const byId = await readOne(account, contact, { id: other, properties });
      seen = `by the other address: ${JSON.stringify(byEmail?.['hs_additional_emails'])}, by the other id: ${JSON.stringify(byId?.['hs_merged_object_ids'])}`;
      const hasEmail = partsOf(byEmail?.['hs_additional_emails']).includes(emails[1]);
      return hasEmail && partsOf(byId?.['hs_merged_object_ids']).includes(other);
    });
    return isNamed ? holds(seen) : doesNotHold(seen);
  },
};

interface RecordRead {
  /** An id, or a value of `idProperty`. */
  id: string;
  idProperty?: string;
  properties: string[];
}

/** The properties of one record; undefined if the read does not find it. */
async function readOne(account: Account, type: string, { id, ...rest }: RecordRead) {
  const reply = await account.call('POST', account.paths.readObjects(type), { inputs: [{ id }], ...rest });
  const [record] = jsonObjectsIn(reply.body['results']);
  return record && propertiesIn(record);
}

/** The further values of a record: additional domains and addresses, and the ids of what was merged into it. */
export const mergeCases: readonly ConformanceCase[] = [additionalDomains, mergedRecords];
