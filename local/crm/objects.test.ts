import { createCrm, type Crm } from './crm';
import { landmarks, seededId } from './seed';
import { ask, recordsOf, setProperties, typeNamed } from './testing/ask';

let crm: Crm;
beforeAll(() => (crm = createCrm()));

const search = (body: object, type = 'contacts') => ask(crm, `/crm/v3/objects/${type}/search`, { body });
const filtered = (propertyName: string, operator: string, rest: object = {}) =>
  search({ filterGroups: [{ filters: [{ propertyName, operator, ...rest }] }], limit: 200 }, 'deals');
const all = (type: string) => [...recordsOf(crm, type).values()];
const deals = () => all('0-3');
const countDeals = (keep: (amount: number) => boolean) =>
  deals().filter(({ properties }) => keep(Number(properties['amount']))).length;

describe('the list of a type', () => {
  const page = (query: string) => ask(crm, `/crm/v3/objects/contacts?${query}`);

  it('pages through all records by id, a hundred at most at a time, beyond the 10,000 that a search returns', async () => {
    const large = createCrm();
    const [template] = recordsOf(large, '0-1').values();
    for (let id = 90_000_000_000; template && recordsOf(large, '0-1').size < 10_250; id++)
      large.state.setRecord(typeNamed('0-1'), { ...template, id: String(id) });
    const ids: (string | undefined)[] = [];
    let after = '';
    let pages = 0;
    do {
      const { body } = await ask(large, `/crm/v3/objects/0-1?limit=500${after && `&after=${after}`}`);
      ids.push(...(body?.results ?? []).map(({ id }) => id));
      after = body?.paging?.next.after ?? '';
      pages += 1;
    } while (after !== '');
    expect([ids.length, new Set(ids).size, pages]).toEqual([10_250, 10_250, 103]);
    expect(ids).toEqual([...recordsOf(large, '0-1').keys()]);
  });

  it('is in the order of the ids, whatever the order in which the records were made', async () => {
    const given = ['900', '20', '9223372036854775806', '7', '100', '9223372036854775807', '21'];
    const own = createCrm({ data: { records: { contacts: given.map((id) => ({ id, properties: {} })) } } });
    const ids = async (query: string) => (await ask(own, `/crm/v3/objects/0-1?${query}`)).body?.results?.map(({ id }) => id); // prettier-ignore
    const sorted = ['7', '20', '21', '100', '900', '9223372036854775806', '9223372036854775807'];
    expect(await ids('')).toEqual(sorted);
    expect(await ids('limit=2')).toEqual(sorted.slice(0, 2));
    expect(await ids('limit=3&after=21')).toEqual(sorted.slice(2, 5));
  });

  it('has ten records on a page, with the properties that are asked for', async () => {
    const { body } = await page('properties=jobtitle');
    expect(body?.results).toHaveLength(10);
    expect(body?.results?.[0]?.properties).toMatchObject({ jobtitle: expect.any(String) });
    expect(body?.total).toBeUndefined();
  });

  it.each(['limit=0', 'limit=x', 'after=x'])('refuses %s', async (query) => {
    expect((await page(query)).status).toBe(400);
  });
});

describe('search', () => {
  it('finds every word of a query, without case, in the searchable properties', async () => {
    const { status, body } = await search({ query: landmarks.doubleContactName.toUpperCase(), limit: 200 });
    expect(status).toBe(200);
    const named = body?.results?.filter(
      ({ properties }) =>
        `${properties?.['firstname']} ${properties?.['lastname']}` === landmarks.doubleContactName,
    );
    expect(named?.length).toBeGreaterThanOrEqual(2);
    expect(body?.total).toBe(body?.results?.length);
  });

  it('finds records by a Japanese name', async () => {
    const japanese = all('0-1').find(({ properties }) => properties['country'] === 'Japan');
    const { body } = await search({ query: japanese?.properties['lastname'] ?? '', limit: 200 });
    expect(body?.total).toBeGreaterThan(0);
  });

  it('returns the default properties, or those asked for, with null for what is empty', async () => {
    const plain = await search({ limit: 1 });
    expect(Object.keys(plain.body?.results?.[0]?.properties ?? {})).toEqual([
      'firstname',
      'lastname',
      'email',
      'createdate',
      'lastmodifieddate',
      'hs_object_id',
    ]);
    const asked = await search({ limit: 1, properties: ['jobtitle', 'fax'] });
    expect(asked.body?.results?.[0]?.properties).toMatchObject({ jobtitle: expect.any(String), fax: null });
    expect(asked.body?.results?.[0]).toMatchObject({
      archived: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
  });

  it('pages to the end, neither repeating nor skipping', async () => {
    const ids: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const { body } = await search({ limit: 200, ...(after && { after }) }, 'deals');
      ids.push(...(body?.results ?? []).map(({ id }) => id));
      after = body?.paging?.next.after;
    } while (after !== undefined);
    expect(ids).toHaveLength(900);
    expect(new Set(ids).size).toBe(900);
  });

  it.each([
    ['more than 200 a page', { limit: 201 }],
    ['an empty page', { limit: 0 }],
    ['results beyond 10,000', { limit: 200, after: '9900' }],
    ['a cursor that is none', { after: 'x' }],
    ['more than 3,000 characters', { query: 'x'.repeat(3_001) }],
    ['an unknown operator', { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'LIKE' }] }] }],
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    [
      'seven filters in a group',
      {
        filterGroups: [
          { filters: Array.from({ length: 7 }, () => ({ propertyName: 'email', operator: 'HAS_PROPERTY' })) },
        ],
      },
    ],
  ])('refuses %s', async (_, body) => {
    expect((await search(body)).status).toBe(400);
  });

  it('compares numbers as numbers', async () => {
    expect((await filtered('amount', 'GT', { value: '9000' })).body?.total).toBe(
      countDeals((amount) => amount > 9_000),
    );
    expect((await filtered('amount', 'GTE', { value: '9000' })).body?.total).toBe(
      countDeals((amount) => amount >= 9_000),
    );
    expect((await filtered('amount', 'LT', { value: '9000' })).body?.total).toBe(
      countDeals((amount) => amount < 9_000),
    );
    expect((await filtered('amount', 'LTE', { value: '9000' })).body?.total).toBe(
      countDeals((amount) => amount <= 9_000),
    );
    expect((await filtered('amount', 'BETWEEN', { value: '2000', highValue: '9000' })).body?.total).toBe(
      countDeals((amount) => amount >= 2_000 && amount <= 9_000),
    );
  });

  it('compares an enumeration by its options', async () => {
    const won = (await filtered('dealstage', 'EQ', { value: 'closedwon' })).body?.total ?? 0;
    const lost = (await filtered('dealstage', 'NEQ', { value: 'closedwon' })).body?.total ?? 0;
    expect(won).toBeGreaterThan(0);
    expect(won + lost).toBe(900);
    expect((await filtered('dealstage', 'IN', { values: ['closedwon'] })).body?.total).toBe(won);
    expect((await filtered('dealstage', 'NOT_IN', { values: ['closedwon'] })).body?.total).toBe(lost);
  });

  it('tells whether a property has a value, and finds single words', async () => {
    expect((await filtered('dealname', 'HAS_PROPERTY')).body?.total).toBe(900);
    expect((await filtered('dealname', 'NOT_HAS_PROPERTY')).body?.total).toBe(0);
    const renewals = deals().filter(({ properties }) => properties['dealname']?.includes('Renewal')).length;
    expect((await filtered('dealname', 'CONTAINS_TOKEN', { value: 'renewal' })).body?.total).toBe(renewals);
    expect((await filtered('dealname', 'CONTAINS_TOKEN', { value: 'renew' })).body?.total).toBe(0);
    expect((await filtered('dealname', 'CONTAINS_TOKEN', { value: 'renew*' })).body?.total).toBe(renewals);
    expect((await filtered('dealname', 'NOT_CONTAINS_TOKEN', { value: 'renewal' })).body?.total).toBe(
      900 - renewals,
    );
  });

  it('holds every filter of a group, and any of the groups', async () => {
    const stage = (value: string) => ({ propertyName: 'dealstage', operator: 'EQ', value });
    const both = await search(
      { filterGroups: [{ filters: [stage('closedwon'), stage('contractsent')] }] },
      'deals',
    );
    const either = await search(
      { filterGroups: [{ filters: [stage('closedwon')] }, { filters: [stage('contractsent')] }] },
      'deals',
    );
    const one = await search({ filterGroups: [{ filters: [stage('closedwon')] }] }, 'deals');
    expect(both.body?.total).toBe(0);
    expect(either.body?.total).toBeGreaterThan(one.body?.total ?? 0);
  });

  it('finds the records that are linked with one', async () => {
    const filters = [{ propertyName: 'associations.company', operator: 'EQ', value: landmarks.company }];
    const { body } = await search({ filterGroups: [{ filters }], limit: 200 });
    expect(
      body?.results?.every(({ id }) => crm.isAssociated('0-1', id ?? '', '0-2', landmarks.company)),
    ).toBe(true);
    expect(body?.total).toBeGreaterThanOrEqual(2);
  });

  it('sorts by one property either way', async () => {
    const sorted = async (direction: string) => {
      const { body } = await search({ sorts: [{ propertyName: 'amount', direction }], limit: 200 }, 'deals');
      return (body?.results ?? []).map(({ properties }) => Number(properties?.['amount']));
    };
    const [up, down] = [await sorted('ASCENDING'), await sorted('DESCENDING')];
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(down[0]).toBeGreaterThan(up[0] ?? 0);
  });

  it.each(['ASCENDING', 'DESCENDING'])('sorts records without a value last: %s', async (direction) => {
    const own = createCrm({ data: 'empty' });
    const inputs = [{ name: 'no city' }, { name: 'a', city: 'Aarhus' }, { name: 'b', city: 'Bergen' }];
    await ask(own, '/crm/v3/objects/0-2/batch/create', {
      body: { inputs: inputs.map((properties) => ({ properties })) },
    });
    const sorts = [{ propertyName: 'city', direction }];
    const { body } = await ask(own, '/crm/v3/objects/0-2/search', { body: { sorts, properties: ['name'] } });
    expect(body?.results?.map(({ properties }) => properties?.['name'])).toEqual(
      direction === 'ASCENDING' ? ['a', 'b', 'no city'] : ['b', 'a', 'no city'],
    );
  });
});

describe('the list of records', () => {
  it('has at most 100 on a page', async () => {
    const page = async (limit: number) =>
      (await ask(crm, `/crm/v3/objects/contacts?limit=${limit}`)).body?.results?.length;
    expect([await page(99), await page(101)]).toEqual([99, 100]);
  });
});

describe('batch/read of records', () => {
  const batch = (body: object, type = 'contacts') => ask(crm, `/crm/v3/objects/${type}/batch/read`, { body });

  it('answers the records, and one error that names all missing ids', async () => {
    const { status, body } = await batch({
      inputs: [{ id: landmarks.contact }, { id: '98' }, { id: '99' }],
      properties: ['email'],
    });
    expect(status).toBe(207);
    expect(body?.results?.map(({ id }) => id)).toEqual([landmarks.contact]);
    expect(body?.errors).toEqual([
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        message:
          'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.',
        context: { ids: ['98', '99'] },
      },
    ]);
  });

  it('answers 200 where all are there, a repeated id once', async () => {
    const { status, body } = await batch({ inputs: [{ id: landmarks.contact }, { id: landmarks.contact }] });
    expect([status, body?.results?.length]).toEqual([200, 1]);
  });

  it('reads by email without case, and by a custom object’s unique property', async () => {
    const email = recordsOf(crm, '0-1').get(landmarks.contact)?.properties['email'] ?? '';
    const people = await batch({ idProperty: 'email', inputs: [{ id: email.toUpperCase() }] });
    expect(people.body?.results?.map(({ id }) => id)).toEqual([landmarks.contact]);
    const plate = recordsOf(crm, landmarks.customObjectType).get(landmarks.vehicle)?.properties['plate'];
    const vehicles = await batch(
      { idProperty: 'plate', inputs: [{ id: plate }] },
      landmarks.customObjectType,
    );
    expect(vehicles.body?.results?.map(({ id }) => id)).toEqual([landmarks.vehicle]);
  });

  it('refuses a property that is not unique, and more than 100 inputs', async () => {
    expect((await batch({ idProperty: 'domain', inputs: [{ id: 'example.com' }] }, 'companies')).status).toBe(
      400,
    );
    const inputs = Array.from({ length: 101 }, (_, n) => ({ id: seededId('contact', n) }));
    expect((await batch({ inputs: inputs.slice(1) })).status).toBe(200);
    expect((await batch({ inputs })).status).toBe(400);
  });
});

describe('a single record', () => {
  it('is read with the properties asked for, by id or by email', async () => {
    const byId = await ask(crm, `/crm/v3/objects/contacts/${landmarks.contact}?properties=email,jobtitle`);
    expect(byId.body).toMatchObject({ id: landmarks.contact, properties: { jobtitle: expect.any(String) } });
    const { email } = (byId.body?.['properties'] ?? {}) as { email: string };
    const byEmail = await ask(crm, `/crm/v3/objects/contacts/${email}?idProperty=email`);
    expect(byEmail.body?.['id']).toBe(landmarks.contact);
  });

  it('that is missing answers 404', async () => {
    const { status, body } = await ask(crm, '/crm/v3/objects/contacts/99');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      status: 'error',
      message: 'resource not found',
      correlationId: expect.any(String),
    });
  });
});

describe('the path of an object type', () => {
  it.each(['0-1', 'contact', 'contacts', 'Contacts'])('takes %s', async (type) => {
    expect((await ask(crm, `/crm/v3/objects/${type}/${landmarks.contact}`)).status).toBe(200);
  });

  it.each(['2-1234567', 'p12345678_vehicle'])('takes a custom object as %s', async (type) => {
    expect((await ask(crm, `/crm/v3/objects/${type}/${landmarks.vehicle}`)).status).toBe(200);
  });

  it.each(['butterflies', 'vehicle', '2-1'])('refuses %s', async (type) => {
    const { status, body } = await ask(crm, `/crm/v3/objects/${type}/1`);
    expect([status, body?.['message']]).toEqual([400, `Unable to infer object type from: ${type}`]);
  });

  it.each(['2025-09', '2026-03', '2026-09'])('is the same under %s', async (version) => {
    expect((await ask(crm, `/crm/objects/${version}/0-1/${landmarks.contact}`)).status).toBe(200);
    expect((await search({ limit: 1 })).status).toBe(200);
    expect((await ask(crm, `/crm/objects/${version}/0-1/search`, { body: { limit: 1 } })).status).toBe(200);
  });
});

describe('values of a record beside its own', () => {
  const read = (type: string, body: object) => ask(crm, `/crm/v3/objects/${type}/batch/read`, { body });

  it('lead to the record: an additional email address, the id of a record that was merged into it', async () => {
    const contact = all('0-1').find(({ properties }) => properties['hs_additional_emails']);
    const address = String(contact?.properties['hs_additional_emails']);
    const byEmail = await read('contacts', { idProperty: 'email', inputs: [{ id: address.toUpperCase() }] });
    expect(byEmail.body?.results?.map(({ id, properties }) => [id, properties?.['email']])).toEqual([
      [contact?.id, contact?.properties['email']],
    ]);
    const [company] = all('0-2');
    if (company) setProperties(crm, '0-2', company.id, { hs_merged_object_ids: '77;78' });
    const byId = await read('companies', { inputs: [{ id: '78' }, { id: '79' }] });
    expect(byId.body?.results?.map(({ id }) => id)).toEqual([company?.id]);
    expect(byId.body?.['errors']).toMatchObject([{ context: { ids: ['79'] } }]);
  });

  it.each([
    ['+44 20 7946 0123', '2079460123'],
    ['+1 (415) 555-2671', '4155552671'],
    ['+353 1 555 0100', '15550100'],
    ['020 7946 0123', '2079460123'],
    ['415 555 2671', '4155552671'],
  ])('include the searchable form of the phone number %s, which is national', async (mobile, searchable) => {
    const [, , contact] = all('0-1');
    if (contact) setProperties(crm, '0-1', contact.id, { mobilephone: mobile });
    const propertyName = 'hs_searchable_calculated_mobile_number';
    const filters = [{ propertyName, operator: 'IN', values: [searchable] }];
    const { body } = await search({ filterGroups: [{ filters }], properties: [propertyName], limit: 200 });
    expect(body?.results?.find(({ id }) => id === contact?.id)?.properties?.[propertyName]).toBe(searchable);
  });
});
