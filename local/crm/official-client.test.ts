import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4/models/AssociationSpec';
import { FilterOperatorEnum, type Filter } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter';
import { createCrm } from './crm';
import { landmarks, seededId } from './seed';
import { serveCrm } from './serve';

/** HubSpot's own client, its typed methods over HTTP, against the embedded CRM: what works on HubSpot works on both. */
const crm = createCrm();
let server: Awaited<ReturnType<typeof serveCrm>>;
let client: Client;

function clientFor(accessToken: string, numberOfApiCallRetries = 0): Client {
  const limiterOptions = { minTime: 0, maxConcurrent: 6 };
  return new Client({ accessToken, basePath: server.url, numberOfApiCallRetries, limiterOptions });
}

beforeAll(async () => {
  server = await serveCrm(crm);
  client = clientFor('sandbox');
});
beforeEach(() => crm.reset());
afterAll(() => server.close());

const { company, contact: linkedContact } = landmarks;
const contact = (n: number) => seededId('contact', n);
/** The client calls `from` `_from`, and drops what is called otherwise without a word. */
const pairs = (...tos: string[]) => ({ inputs: tos.map((id) => ({ _from: { id: company }, to: { id } })) });
const isLinked = (id: string) => crm.isAssociated('0-2', company, '0-1', id);
const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error: error as { code?: number; body?: unknown; message: string } }),
  );

describe('associations.v4.batchApi', () => {
  const api = () => client.crm.associations.v4.batchApi;

  it('createDefault links, and reads both directions and the dates', async () => {
    const answer = await api().createDefault('0-2', '0-1', pairs(contact(9), contact(10)));
    expect(answer.status).toBe('COMPLETE');
    expect(answer.startedAt).toBeInstanceOf(Date);
    expect(answer.results).toHaveLength(4);
    expect(answer.results).toContainEqual({
      _from: { id: company },
      to: { id: contact(9) },
      associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 },
    });
    expect([contact(9), contact(10)].map(isLinked)).toEqual([true, true]);
  });

  it('createDefault throws at a 207, though some pairs are linked: the body is in the exception', async () => {
    const { error } = (await outcomeOf(
      api().createDefault('0-2', '0-1', pairs(contact(9), '99')),
    )) as never as {
      error: { code: number; body: { results: object[]; errors: object[]; numErrors: number } };
    };
    expect(error.code).toBe(207);
    expect(error.body).toMatchObject({ status: 'COMPLETE', numErrors: 1 });
    expect(error.body.results).toHaveLength(2);
    expect(error.body.errors).toEqual([expect.objectContaining({ message: 'No contact with ID 99 exists' })]);
    expect(isLinked(contact(9))).toBe(true);
  });

  it('createDefault returns errors that come within a 200', async () => {
    crm.change({ partialFailure: '200' });
    const answer = await api().createDefault('0-2', '0-1', pairs(contact(9), '99'));
    expect([answer.results.length, answer.numErrors]).toEqual([2, 1]);
    expect(answer.errors?.[0]?.context).toEqual({ objectType: ['contact'], id: ['99'] });
  });

  it('create links with labels, and returns a 207 as a value', async () => {
    const types = [{ associationCategory: Category.UserDefined, associationTypeId: 932 }];
    const input = (id: string) => ({ _from: { id: company }, to: { id }, types });
    const good = await api().create('0-2', '0-1', { inputs: [input(contact(9))] });
    expect(good.results).toEqual([
      expect.objectContaining({
        fromObjectTypeId: '0-2',
        toObjectTypeId: '0-1',
        labels: [expect.any(String)],
      }),
    ]);
    const mixed = await api().create('0-2', '0-1', { inputs: [input(contact(10)), input('99')] });
    expect(mixed).toMatchObject({ numErrors: 1, results: [expect.anything()] });
  });

  it('getPage reads links, and returns the usual 207 as a value', async () => {
    const lonely = '99';
    const answer = await api().getPage('0-2', '0-1', { inputs: [{ id: company }, { id: lonely }] });
    expect(answer.results[0]?._from.id).toBe(company);
    const linked = answer.results[0]?.to.map(({ toObjectId }) => String(toObjectId));
    expect(linked).toContain(linkedContact);
    expect(answer).toMatchObject({
      errors: [
        { subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND', context: { fromObjectId: [lonely] } },
      ],
    });
  });

  it('archive removes, and returns nothing', async () => {
    await api().createDefault('0-2', '0-1', pairs(contact(9)));
    const answer = await api().archive('0-2', '0-1', {
      inputs: [{ _from: { id: company }, to: [{ id: contact(9) }] }],
    });
    expect(answer).toBeUndefined();
    expect(isLinked(contact(9))).toBe(false);
  });
});

describe('associations.v4', () => {
  it('basicApi links one pair, lists the links, labels and removes', async () => {
    const { basicApi } = client.crm.associations.v4;
    const made = await basicApi.createDefault('companies', company, 'contacts', contact(9));
    expect(made.results).toHaveLength(2);
    const types = [{ associationCategory: Category.HubspotDefined, associationTypeId: 2 }];
    const labelled = await basicApi.create('companies', company, 'contacts', contact(9), types);
    expect(labelled.labels).toEqual(['Primary']);
    const list = await basicApi.getPage('companies', company, 'contacts');
    const own = list.results.find(({ toObjectId }) => String(toObjectId) === contact(9));
    expect(own?.associationTypes.map(({ label }) => label)).toEqual([null, 'Primary']);
    await basicApi.archive('companies', company, 'contacts', contact(9));
    expect(isLinked(contact(9))).toBe(false);
  });

  it('schema.definitionsApi lists the association types of a pair', async () => {
    const { results } = await client.crm.associations.v4.schema.definitionsApi.getAll(
      'contacts',
      'companies',
    );
    expect(results).toContainEqual({ category: 'HUBSPOT_DEFINED', typeId: 279, label: null });
  });

  it('schema.definitionsApi makes a label, changes it and deletes it', async () => {
    const { definitionsApi } = client.crm.associations.v4.schema;
    const types = ['contacts', 'companies'] as const;
    const request = { label: 'Adviser', name: 'adviser', inverseLabel: 'Advised by' };
    const { results } = await definitionsApi.create(...types, request);
    expect(results.map(({ category, label }) => [category, label])).toEqual([
      ['USER_DEFINED', 'Adviser'],
      ['USER_DEFINED', 'Advised by'],
    ]);
    const associationTypeId = results[0]?.typeId ?? 0;
    await definitionsApi.update(...types, { associationTypeId, label: 'Mentor' });
    const labels = async () => (await definitionsApi.getAll(...types)).results.map(({ label }) => label);
    expect(await labels()).toContain('Mentor');
    await definitionsApi.remove(...types, associationTypeId);
    expect(await labels()).not.toContain('Mentor');
  });
});

describe('objects', () => {
  it('searchApi finds, filters, sorts and pages', async () => {
    const request = {
      query: 'renewal',
      limit: 5,
      properties: ['dealname', 'amount'],
      sorts: ['amount'],
      filterGroups: [
        { filters: [{ propertyName: 'amount', operator: FilterOperatorEnum.Gt, value: '1000' }] },
      ],
    };
    const first = await client.crm.objects.searchApi.doSearch('deals', request);
    expect(first.total).toBeGreaterThan(5);
    expect(first.results).toHaveLength(5);
    const second = await client.crm.deals.searchApi.doSearch({
      ...request,
      after: first.paging?.next?.after ?? '',
    });
    const amounts = [...first.results, ...second.results].map(({ properties }) =>
      Number(properties['amount']),
    );
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(amounts).toHaveLength(10);
  });

  const { Eq, Neq, Lt, Lte, Gt, Gte, Between, In, NotIn, HasProperty, NotHasProperty, ContainsToken, NotContainsToken } = FilterOperatorEnum; // prettier-ignore
  const total = async (objectType: string, ...groups: Filter[][]) => {
    const filterGroups = groups.map((filters) => ({ filters }));
    return (await client.crm.objects.searchApi.doSearch(objectType, { filterGroups })).total;
  };
  const has = (propertyName: string, operator: FilterOperatorEnum, rest: Partial<Filter> = {}): Filter => ({ propertyName, operator, ...rest }); // prettier-ignore
  /** A condition, and the one that finds all other records. */
  const opposites: [objectType: string, condition: Filter, opposite: Filter][] = [
    ['deals', has('amount', Gte, { value: '50000' }), has('amount', Lt, { value: '50000' })],
    ['deals', has('amount', Gt, { value: '50000' }), has('amount', Lte, { value: '50000' })],
    ['deals', has('dealstage', Eq, { value: 'closedwon' }), has('dealstage', Neq, { value: 'closedwon' })],
    ['deals', has('dealtype', In, { values: ['newbusiness'] }), has('dealtype', NotIn, { values: ['newbusiness'] })],
    ['deals', has('dealname', ContainsToken, { value: 'renew*' }), has('dealname', NotContainsToken, { value: 'renew*' })],
    ['contacts', has('renewal_date', HasProperty), has('renewal_date', NotHasProperty)],
    ['contacts', has('associations.company', HasProperty), has('associations.company', NotHasProperty)],
    ['contacts', has('hs_buying_role', In, { values: ['CHAMPION', 'END_USER'] }), has('hs_buying_role', NotIn, { values: ['CHAMPION', 'END_USER'] })],
    ['contacts', has('createdate', Gte, { value: String(Date.UTC(2026, 0, 1)) }), has('createdate', Lt, { value: String(Date.UTC(2026, 0, 1)) })],
    [landmarks.customObjectType, has('fuel', In, { values: ['diesel'] }), has('fuel', NotIn, { values: ['diesel'] })],
    [landmarks.customObjectType, has('leased', Eq, { value: 'true' }), has('leased', Neq, { value: 'true' })],
  ]; // prettier-ignore

  it.each(opposites)('searchApi of %s finds by %j what it does not find by %j', async (type, condition, opposite) => {
    const [one, other, either, both] = [
      await total(type, [condition]),
      await total(type, [opposite]),
      await total(type, [condition], [opposite]),
      await total(type, [condition, opposite]),
    ];
    expect([one > 0, other > 0, both]).toEqual([true, true, 0]);
    expect(one + other).toBe(either);
    expect(either).toBe(await total(type));
  }); // prettier-ignore

  it('searchApi finds the members of a range with both ends, and the contacts of one company and one domain', async () => {
    const range = has('amount', Between, { value: '2000', highValue: '9000' });
    const within = [has('amount', Gte, { value: '2000' }), has('amount', Lte, { value: '9000' })];
    expect(await total('deals', [range])).toBe(await total('deals', within));
    const { suggestions } = landmarks;
    const linked = has('associations.company', Eq, { value: suggestions.company });
    expect(await total('contacts', [linked])).toBe(suggestions.linkedContacts.length);
    const { domain } = (await client.crm.companies.basicApi.getById(suggestions.company, ['domain'])).properties; // prettier-ignore
    const ofDomain = has('hs_email_domain', In, { values: [domain ?? ''] });
    const { length } = [...suggestions.linkedContacts, ...suggestions.domainContacts];
    expect(await total('contacts', [ofDomain])).toBe(length);
  });

  it.each<[Filter[][], RegExp]>([
    [[[has('nothing', HasProperty)]], /Property \\"nothing\\" does not exist/],
    [[[has('amount', ContainsToken, { value: '1' })]], /CONTAINS_TOKEN cannot be used/],
    [[[has('amount', Eq, { value: 'much' })]], /not a valid number/],
    [[[has('amount', Between, { value: '1' })]], /operator BETWEEN requires a highValue/],
    [[[has('amount', In)]], /operator IN requires values/],
    [[Array.from({ length: 7 }, () => has('amount', HasProperty))], /at most 6 filters/],
  ])('searchApi throws the refusal of %j', async (groups, message) => {
    const { error } = (await outcomeOf(total('deals', ...groups))) as { error?: { code?: number; body?: unknown } };
    expect(error?.code).toBe(400);
    expect(JSON.stringify(error?.body)).toMatch(message);
  }); // prettier-ignore

  it('batchApi.read returns a 207 as a value, with what is missing in its errors', async () => {
    const request = {
      inputs: [{ id: linkedContact }, { id: '99' }],
      properties: ['email'],
      propertiesWithHistory: [],
    };
    const answer = await client.crm.objects.batchApi.read('contacts', request);
    expect(answer.results.map(({ id }) => id)).toEqual([linkedContact]);
    expect(answer).toMatchObject({ errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['99'] } }] });
  });

  it('basicApi.getById reads by id and by email, and throws at a missing one', async () => {
    const record = await client.crm.contacts.basicApi.getById(linkedContact, ['email']);
    expect(record.createdAt).toBeInstanceOf(Date);
    const email = record.properties['email'] ?? '';
    const same = await client.crm.objects.basicApi.getById(
      'contacts',
      email,
      ['email'],
      [],
      [],
      false,
      'email',
    );
    expect(same.id).toBe(linkedContact);
    const { error } = (await outcomeOf(client.crm.contacts.basicApi.getById('99'))) as {
      error: { code: number };
    };
    expect(error.code).toBe(404);
  });

  it('basicApi.getPage pages all records', async () => {
    const page = await client.crm.companies.basicApi.getPage(100);
    expect(page.results).toHaveLength(100);
    const next = await client.crm.companies.basicApi.getPage(100, page.paging?.next?.after);
    expect(next.results[0]?.id).not.toBe(page.results[0]?.id);
  });
});

describe('records', () => {
  it('basicApi creates one with its links, changes it and archives it', async () => {
    const { basicApi } = client.crm.contacts;
    const types = [{ associationCategory: Category.HubspotDefined, associationTypeId: 279 }];
    const properties = { email: 'new@example.com', firstname: 'Zuleika' };
    const { id } = await basicApi.create({ properties, associations: [{ to: { id: company }, types }] });
    expect(isLinked(id)).toBe(true);
    const changed = await basicApi.update(id, { properties: { city: 'Oslo' } });
    expect(changed.properties).toMatchObject({ city: 'Oslo' });
    await basicApi.archive(id);
    expect(await outcomeOf(basicApi.getById(id))).toMatchObject({ error: { code: 404 } });
  });

  it('basicApi merges two', async () => {
    const { basicApi } = client.crm.companies;
    const make = async (name: string) =>
      (await basicApi.create({ properties: { name }, associations: [] })).id;
    const [primaryObjectId, objectIdToMerge] = [await make('One'), await make('Two')];
    const merged = await basicApi.merge({ primaryObjectId, objectIdToMerge });
    expect(merged.properties['name']).toBe('One');
    expect((await basicApi.getById(objectIdToMerge)).id).toBe(merged.id);
  });

  it('batchApi creates, changes and archives several', async () => {
    const { batchApi } = client.crm.objects;
    const inputs = ['One', 'Two'].map((name) => ({ properties: { name }, associations: [] }));
    const { results } = await batchApi.create('companies', { inputs });
    const changes = results.map(({ id }) => ({ id, properties: { city: 'Oslo' } }));
    const changed = await batchApi.update('companies', { inputs: changes });
    expect(changed.results.map(({ properties }) => properties['city'])).toEqual(['Oslo', 'Oslo']);
    await batchApi.archive('companies', { inputs: results.map(({ id }) => ({ id })) });
    const { error } = (await outcomeOf(client.crm.companies.basicApi.getById(results[0]?.id ?? ''))) as {
      error: { code: number };
    };
    expect(error.code).toBe(404);
  });

  it('owners.ownersApi lists owners, and reads one', async () => {
    const { results } = await client.crm.owners.ownersApi.getPage();
    expect(results[0]?.createdAt).toBeInstanceOf(Date);
    const owner = await client.crm.owners.ownersApi.getById(Number(results[0]?.id));
    expect(owner.email).toBe(results[0]?.email);
  });
});

describe('schemas, properties and lists', () => {
  it('schemas.coreApi lists custom types and reads a standard one', async () => {
    const { results } = await client.crm.schemas.coreApi.getAll();
    expect(results.map(({ objectTypeId }) => objectTypeId)).toEqual([landmarks.customObjectType]);
    const deals = await client.crm.schemas.coreApi.getById('deals');
    expect(deals).toMatchObject({
      labels: { singular: 'Deal', plural: 'Deals' },
      primaryDisplayProperty: 'dealname',
    });
    expect(deals.associations.length).toBeGreaterThan(0);
  });

  it('properties.coreApi lists the properties of a type', async () => {
    const { results } = await client.crm.properties.coreApi.getAll('contacts');
    expect(results.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['firstname', 'email', 'hs_object_id']),
    );
  });

  it('properties.coreApi, groupsApi and batchApi read single properties, deleted ones and groups', async () => {
    const { coreApi, groupsApi, batchApi } = client.crm.properties;
    const stage = await coreApi.getByName('contacts', 'lifecyclestage');
    expect(stage.options.map(({ value }) => value)).toContain('customer');
    const owner = await coreApi.getByName('deals', 'hubspot_owner_id');
    expect(owner).toMatchObject({ externalOptions: true, referencedObjectType: 'OWNER', options: [] });
    const { results: deleted } = await coreApi.getAll('contacts', true);
    expect(deleted.map(({ name, archivedAt }) => [name, archivedAt instanceof Date])).toEqual([['old_crm_id', true]]); // prettier-ignore
    const { results: groups } = await groupsApi.getAll('contacts');
    expect(groups).toContainEqual(expect.objectContaining({ name: 'emailinformation', label: 'Email information' })); // prettier-ignore
    const read = await batchApi.read('contacts', { archived: false, inputs: [{ name: 'email' }] });
    expect(read.results.map(({ label }) => label)).toEqual(['Email']);
    const { error } = await outcomeOf(coreApi.getByName('contacts', 'nothing')) as { error?: { code?: number } }; // prettier-ignore
    expect(error?.code).toBe(404);
  });

  it('lists are searched by name, read, and paged through', async () => {
    const { lists } = await client.crm.lists.listsApi.doSearch({
      query: 'newsletter',
      offset: 0,
      additionalProperties: ['hs_list_size'],
    });
    expect(lists.map(({ listId, additionalProperties }) => [listId, additionalProperties])).toEqual([
      [landmarks.largeSegment, expect.objectContaining({ hs_list_size: '2500' })],
    ]);
    const { list } = await client.crm.lists.listsApi.getById(landmarks.largeSegment);
    expect(list.size).toBe(2_500);
    const first = await client.crm.lists.membershipsApi.getPage(
      landmarks.largeSegment,
      undefined,
      undefined,
      250,
    );
    const next = await client.crm.lists.membershipsApi.getPage(
      landmarks.largeSegment,
      first.paging?.next?.after,
      undefined,
      250,
    );
    expect(new Set([...first.results, ...next.results].map(({ recordId }) => recordId)).size).toBe(500);
  });
});

describe('refusals', () => {
  it('a token that is not known throws a 401, and a missing scope a 403 that names it', async () => {
    const call = (token: string) =>
      outcomeOf(clientFor(token).crm.associations.v4.batchApi.createDefault('0-2', '0-1', pairs(contact(9))));
    expect(await call('unknown')).toMatchObject({
      error: { code: 401, body: { category: 'INVALID_AUTHENTICATION' } },
    });
    crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read']));
    const refused = await call('reader');
    expect(refused).toMatchObject({ error: { code: 403, body: { category: 'MISSING_SCOPES' } } });
    expect(JSON.stringify(refused)).toContain('crm.objects.companies.write');
  });

  it('a 500 is retried by the client, and the repeated write is the same', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    crm.faults.add({ name: 'server-error-500', times: 1 });
    const answer = await clientFor('sandbox', 3).crm.associations.v4.batchApi.createDefault(
      '0-2',
      '0-1',
      pairs(contact(9)),
    );
    expect(answer.results).toHaveLength(2);
    expect(crm.calls.map(({ status }) => status)).toEqual([500, 200]);
    printed.mockRestore();
  });

  it('a daily limit is not retried', async () => {
    crm.faults.add({ name: 'limit-daily', times: 1 });
    const call = clientFor('sandbox', 3).crm.associations.v4.batchApi.createDefault(
      '0-2',
      '0-1',
      pairs(contact(9)),
    );
    expect(await outcomeOf(call)).toMatchObject({ error: { code: 429, body: { policyName: 'DAILY' } } });
    expect(crm.calls).toHaveLength(1);
  });
});

describe('apiRequest', () => {
  it('reaches the dated paths, and returns a 207 as a response', async () => {
    const response = await client.apiRequest({
      method: 'POST',
      path: '/crm/associations/2026-09/0-2/0-1/batch/associate/default',
      body: { inputs: [{ from: { id: company }, to: { id: '99' } }] },
    });
    expect(response.status).toBe(207);
    expect(await response.json()).toMatchObject({ results: [], numErrors: 1 });
  });
});
