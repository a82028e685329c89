import type { CrmSearchFilter, CrmSearchSort } from '@hubspot/ui-extensions';
import { createCrm, landmarks } from '../../crm';
import { searchBody } from './search-body';

const crm = createCrm();

async function search(objectType: string, filters: CrmSearchFilter[], sorts?: CrmSearchSort[]) {
  const body = searchBody({ filterGroups: [{ filters }], pageLength: 200, ...(sorts && { sorts }) });
  const response = await crm.fetch(
    new Request(`http://crm/crm/v3/objects/${objectType}/search`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox' },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: (await response.json()) as { total: number; results: { id: string; properties: Record<string, string> }[] } }; // prettier-ignore
}

const { suggestions } = landmarks;

describe('a search by the hook', () => {
  it('has ten results if it does not say how many', () => {
    expect(searchBody({ query: 'ada', after: '10' })).toEqual({ query: 'ada', after: '10', limit: 10 });
  });

  it.each<[objectType: string, filter: CrmSearchFilter, same: CrmSearchFilter]>([
    ['0-3', { propertyName: 'amount', operator: 'GTE', value: 50_000 }, { propertyName: 'amount', operator: 'GTE', value: '50000' }],
    ['0-3', { propertyName: 'amount', operator: 'BETWEEN', value: 1_000, highValue: 9_000 }, { propertyName: 'amount', operator: 'BETWEEN', value: '1000', highValue: '9000' }],
    ['0-2', { propertyName: 'is_public', operator: 'EQ', value: true }, { propertyName: 'is_public', operator: 'EQ', value: 'true' }],
    ['0-2', { propertyName: 'numberofemployees', operator: 'IN', values: [5, '42'] }, { propertyName: 'numberofemployees', operator: 'IN', values: ['5', '42'] }],
  ])('%s takes the value of %j as of %j', async (objectType, filter, same) => {
    const [one, other] = [await search(objectType, [filter]), await search(objectType, [same])];
    expect(one.status).toBe(200);
    expect(one.body.total).toBeGreaterThan(0);
    expect(one.body.total).toBe(other.body.total);
  }); // prettier-ignore

  it('takes pseudo-properties, and a sort', async () => {
    const linked = {
      propertyName: 'associations.company',
      operator: 'EQ',
      value: Number(suggestions.company),
    };
    const { body } = await search('0-1', [linked], [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }]); // prettier-ignore
    expect(body.results.map(({ id }) => id)).toEqual([...suggestions.linkedContacts].sort().reverse());
  });
});
