import { createCrm, type Crm } from './crm';
import { landmarks, seededId } from './seed';
import { ask, limitLinks, recordsOf } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm({ data: 'default' })));

interface Definition {
  id: string;
  fromObjectTypeId: string;
  toObjectTypeId: string;
  maxToObjectIds: number;
  [name: string]: unknown;
}

async function definitionsIn(type: string): Promise<Definition[]> {
  const { body } = await ask(crm, `/crm-object-schemas/v3/schemas/${type}`);
  return body?.['associations'] as Definition[];
}

describe('schemas', () => {
  it.each(['/crm-object-schemas/v3/schemas', '/crm/v3/schemas', '/crm-object-schemas/2026-09/schemas'])(
    '%s lists the custom object types, and tells one type, a standard one too',
    async (base) => {
      const { body } = await ask(crm, base);
      expect(body?.results?.map((row) => row['objectTypeId'])).toEqual([landmarks.customObjectType]);
      const contacts = await ask(crm, `${base}/contacts`);
      expect(contacts.body).toMatchObject({
        objectTypeId: '0-1',
        labels: { singular: 'Contact', plural: 'Contacts' },
        primaryDisplayProperty: 'email',
      });
      const custom = await ask(crm, `${base}/${landmarks.customObjectType}`);
      expect(custom.body).toMatchObject({
        name: 'vehicle',
        primaryDisplayProperty: 'model',
        fullyQualifiedName: 'p12345678_vehicle',
      });
    },
  );

  it('tell the limits of every association, as recorded', async () => {
    const definitions = await definitionsIn('contacts');
    const toDeals = definitions.find(({ id, toObjectTypeId }) => id === '4' && toObjectTypeId === '0-3');
    expect(toDeals).toMatchObject({
      name: 'CONTACT_TO_DEAL_UNLABELED',
      fromObjectTypeId: '0-1',
      cardinality: 'ONE_TO_MANY',
      hasUserEnforcedMaxToObjectIds: false,
      maxToObjectIds: 10_000,
      maxFromObjectIds: 1_000,
    });
  });

  it('name no association where none is defined', async () => {
    const definitions = await definitionsIn(landmarks.customObjectType);
    expect(definitions.length).toBeGreaterThan(0);
    expect(definitions.filter(({ toObjectTypeId }) => toObjectTypeId === '0-5')).toEqual([]);
  });
});

describe('the limits API', () => {
  it.each(['/crm/v3/limits', '/crm/limits/2026-09'])(
    '%s names the record that is near its limit',
    async (base) => {
      const { status, body } = await ask(crm, `${base}/associations/records/0-3/0-1`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        limit: 1_000,
        totalRecordsAtLimit: 0,
        totalRecordsNearLimit: 1,
        atLimitFromRecordSamples: [],
      });
      const [sample] = body?.['nearLimitFromRecordSamples'] as {
        objectId: unknown;
        usage: number;
        percentage: number;
      }[];
      expect([sample?.objectId, sample?.usage, sample?.percentage]).toEqual([
        Number(landmarks.nearlyFullDeal),
        997,
        100,
      ]);
    },
  );

  it('names a record at its limit', async () => {
    const free = [...recordsOf(crm, '0-1').keys()].filter(
      (id) => !crm.isAssociated('0-3', landmarks.nearlyFullDeal, '0-1', id),
    );
    const inputs = free.slice(0, 3).map((id) => ({ from: { id: landmarks.nearlyFullDeal }, to: { id } }));
    await ask(crm, '/crm/v4/associations/0-3/0-1/batch/associate/default', { body: { inputs } });
    const { body } = await ask(crm, '/crm/v3/limits/associations/records/0-3/0-1');
    expect(body).toMatchObject({ totalRecordsAtLimit: 1, totalRecordsNearLimit: 0 });
  });
});

describe('records near their limit', () => {
  it('have at least 80 % of it', async () => {
    limitLinks(crm, landmarks.customObjectType, '0-2', 5);
    const companies = [...recordsOf(crm, '0-2').keys()];
    const [near, below] = [seededId('vehicle', 100), seededId('vehicle', 101)];
    const inputs = [
      ...companies.slice(0, 4).map((id) => ({ from: { id: near }, to: { id } })),
      ...companies.slice(0, 3).map((id) => ({ from: { id: below }, to: { id } })),
    ];
    const types = `${landmarks.customObjectType}/0-2`;
    await ask(crm, `/crm/v4/associations/${types}/batch/associate/default`, { body: { inputs } });
    const { body } = await ask(crm, `/crm/v3/limits/associations/records/${types}`);
    expect(body).toMatchObject({
      limit: 5,
      totalRecordsNearLimit: 1,
      nearLimitFromRecordSamples: [{ objectId: Number(near), usage: 4, percentage: 80 }],
    });
  });
});

describe('label limits', () => {
  const labels = async (query = '') => (await ask(crm, `/crm/v3/limits/associations/labels${query}`)).body;

  it('count the labels that the account has defined from one type to another', async () => {
    expect((await labels('?fromObjectTypeId=0-1&toObjectTypeId=0-2'))?.results).toEqual([
      {
        fromObjectType: { objectTypeId: '0-1', singularLabel: 'Contact', pluralLabel: 'Contacts' },
        toObjectType: { objectTypeId: '0-2', singularLabel: 'Company', pluralLabel: 'Companies' },
        allLabels: ['Billing contact', 'Adviser'],
        limit: 50,
        usage: 2,
        percentage: 4,
      },
    ]);
  });

  it('name every pair of types that has labels, where none is asked for', async () => {
    expect((await labels())?.results).toHaveLength(8);
    expect((await labels('?fromObjectTypeId=0-1'))?.results).toHaveLength(3);
    expect((await labels('?toObjectTypeId=0-5'))?.results).toEqual([]);
  });
});

describe('limits that an admin set', () => {
  const configurations = '/crm/associations/v4/definitions/configurations/0-2/0-1';

  it('are listed, hold for new links, and leave old ones', async () => {
    expect((await ask(crm, configurations)).body?.results).toEqual([]);
    limitLinks(crm, '0-2', '0-1', 2);
    expect((await ask(crm, configurations)).body?.results).toEqual([
      { category: 'HUBSPOT_DEFINED', typeId: 280, userEnforcedMaxToObjectIds: 2 },
    ]);
    const inputs = ['99', landmarks.contact].map((id) => ({ from: { id: landmarks.company }, to: { id } }));
    const { body } = await ask(crm, '/crm/v4/associations/0-2/0-1/batch/associate/default', {
      body: { inputs },
    });
    expect(body).toMatchObject({ numErrors: 1 });
    expect(crm.isAssociated('0-2', landmarks.company, '0-1', landmarks.contact)).toBe(true);
  });
});

describe('properties', () => {
  it('stand in the schema as they are listed, and say which must be unique', async () => {
    const schema = await ask(crm, `/crm/v3/schemas/${landmarks.customObjectType}`);
    const listed = await ask(crm, `/crm/v3/properties/${landmarks.customObjectType}`);
    expect(schema.body?.['properties']).toEqual(listed.body?.results);
    const unique = listed.body?.results?.filter((row) => row['hasUniqueValue']);
    expect(unique?.map((row) => row['name'])).toEqual(['plate']);
  });
});
