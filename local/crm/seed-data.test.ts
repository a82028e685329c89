import { createCrm } from './crm';
import type { SeedData } from './seed-data';
import { ask } from './testing/ask';

const data: SeedData = {
  records: {
    companies: [{ id: '7', properties: { name: 'Acorn Works' } }],
    '0-1': [{ id: '5', properties: { firstname: 'Ada', email: 'ada@example.com' } }, { properties: {} }],
  },
  associations: [{ from: ['companies', '7'], to: ['contacts', '5'] }],
};

describe('a CRM that is given seed data', () => {
  it('holds those records and associations, and no others', async () => {
    const crm = createCrm({ data });
    const { body } = await ask(crm, '/crm/v3/objects/companies');
    expect(body?.results?.map(({ id }) => id)).toEqual(['7']);
    expect((await ask(crm, '/crm/v3/objects/contacts')).body?.results).toHaveLength(2);
    expect(crm.isAssociated('0-1', '5', '0-2', '7')).toBe(true);
    expect(crm.linkCount('0-2', '0-1')).toBe(1);
  });

  it('finds them by search', async () => {
    const { body } = await ask(createCrm({ data }), '/crm/v3/objects/contacts/search', {
      body: { query: 'ada@example.com' },
    });
    expect(body?.results?.map(({ id }) => id)).toEqual(['5']);
  });

  it('has them again after a reset', async () => {
    const crm = createCrm({ data });
    await ask(crm, '/crm/v3/objects/companies/7', { method: 'DELETE' });
    crm.reset();
    expect(crm.isAssociated('0-1', '5', '0-2', '7')).toBe(true);
  });

  it.each<[string, SeedData]>([
    ['Seed data: the embedded CRM has no object type pets.', { records: { pets: [] } }],
    [
      'Seed data: No contact with ID 6 exists',
      { records: data.records, associations: [{ from: ['companies', '7'], to: ['contacts', '6'] }] },
    ],
  ])('refuses what it cannot hold: %s', (message, wrong) => {
    expect(() => createCrm({ data: wrong })).toThrow(message);
  });
});
