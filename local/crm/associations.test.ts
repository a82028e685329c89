import { createCrm, type Crm } from './crm';
import { landmarks, seededId } from './seed';
import { ask, pairsOf, recordsOf, typeNamed, type AskedRow } from './testing/ask';

const { company, nearlyFullDeal } = landmarks;
const contact = (n: number) => seededId('contact', n);
const bases = { v4: '/crm/v4/associations', '2026-09': '/crm/associations/2026-09' };
const versions = ['v4', '2025-09', '2026-03', '2026-09'] as const;
const baseOf = (version: (typeof versions)[number]) =>
  version === 'v4' ? bases.v4 : `/crm/associations/${version}`;

let crm: Crm;
beforeAll(() => (crm = createCrm()));
beforeEach(() => crm.reset());

const associate = (inputs: unknown, between = '0-2/0-1') =>
  ask(crm, `${bases.v4}/${between}/batch/associate/default`, { body: { inputs } });
const readLinks = (ids: string[], between = '0-2/0-1') =>
  ask(crm, `${bases.v4}/${between}/batch/read`, { body: { inputs: ids.map((id) => ({ id })) } });
const isLinked = (n: number) => crm.isAssociated('0-2', company, '0-1', contact(n));

describe('batch/associate/default', () => {
  it('links each pair and tells both directions, with the types of each', async () => {
    const { status, body } = await associate(pairsOf(company, contact(9)));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'COMPLETE',
      startedAt: expect.any(String),
      completedAt: expect.any(String),
    });
    expect(body?.results).toEqual([
      {
        from: { id: contact(9) },
        to: { id: company },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 },
      },
      {
        from: { id: company },
        to: { id: contact(9) },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 },
      },
    ]);
    expect(body).not.toHaveProperty('errors');
    expect(crm.isAssociated('contacts', contact(9), 'companies', company)).toBe(true);
  });

  it('changes nothing the second time, and says the same', async () => {
    const inputs = pairsOf(company, contact(9), contact(10));
    const first = await associate(inputs);
    const count = crm.linkCount('0-2', '0-1');
    const second = await associate(inputs);
    expect(second.body?.results).toEqual(first.body?.results);
    expect(crm.linkCount('0-2', '0-1')).toBe(count);
  });

  it('leaves the labels of a linked pair alone', async () => {
    const label = { associationCategory: 'USER_DEFINED', associationTypeId: 932 };
    await ask(crm, `/crm/v4/objects/0-2/${company}/associations/0-1/${contact(9)}`, {
      method: 'PUT',
      body: [label],
    });
    await associate(pairsOf(company, contact(9)));
    const { text } = await readLinks([company]);
    expect(text).toContain('"typeId":932');
  });

  it('fails bad pairs alone, each with its own error, and links the rest', async () => {
    const { status, body } = await associate([
      ...pairsOf(company, contact(9), '99', 'x1', '-1', '9223372036854775808'),
      ...pairsOf('98', contact(9)),
    ]);
    expect(status).toBe(207);
    expect(body).toMatchObject({ status: 'COMPLETE', numErrors: 5 });
    expect(body?.results).toHaveLength(2);
    expect(body?.errors?.map(({ message }) => message)).toEqual([
      'No contact with ID 99 exists',
      'x1 is not a valid ID',
      '-1 is not a valid ID',
      '9223372036854775808 is not a valid ID',
      'No company with ID 98 exists',
    ]);
    expect(body?.errors?.[0]).toEqual({
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      subCategory: 'crm.associations.TO_OBJECT_NOT_FOUND',
      message: 'No contact with ID 99 exists',
      context: { objectType: ['contact'], id: ['99'] },
    });
    expect(isLinked(9)).toBe(true);
  });

  it('refuses a record to itself without naming it in a context', async () => {
    const { status, body } = await associate(pairsOf(contact(9), contact(9), contact(10)), '0-1/0-1');
    expect(status).toBe(207);
    expect(body?.errors).toEqual([
      {
        status: 'error',
        category: 'VALIDATION_ERROR',
        message: `Object ${contact(9)} cannot be associated to itself (${contact(9)})`,
      },
    ]);
    expect(crm.isAssociated('0-1', contact(10), '0-1', contact(9))).toBe(true);
  });

  it.each([
    ['200', 200, true],
    ['400-whole-batch', 400, false],
  ] as const)('tells partial failure by %s where it is set so', async (partialFailure, status, linked) => {
    crm.change({ partialFailure });
    const answer = await associate(pairsOf(company, contact(9), '99'));
    expect(answer.status).toBe(status);
    expect(isLinked(9)).toBe(linked);
    if (status === 400)
      expect(answer.body).toMatchObject({
        category: 'VALIDATION_ERROR',
        message: 'One or more associations are invalid',
        context: {
          INVALID_OBJECT_IDS: ['CONTACT=99 is not valid'],
          objectId: ['99'],
          objectType: ['CONTACT'],
        },
      });
  });

  it('links up to the limit of a record and no further, within one batch too', async () => {
    const inputs = [1, 2, 3, 4].map((n) => ({ from: { id: nearlyFullDeal }, to: { id: contact(n) } }));
    const { status, body } = await associate(inputs, '0-3/0-1');
    expect(status).toBe(207);
    expect(body?.results).toHaveLength(6);
    expect(body?.errors).toEqual([
      expect.objectContaining({ category: 'VALIDATION_ERROR', context: { id: [nearlyFullDeal] } }),
    ]);
    const again = await associate(inputs.slice(0, 3), '0-3/0-1');
    expect(again.status).toBe(200);
  });

  it('holds the limit of the other end as well', async () => {
    const { body } = await associate(pairsOf(contact(1), nearlyFullDeal), '0-1/0-3');
    expect(body?.results).toHaveLength(2);
    await associate(
      [2, 3].flatMap((n) => pairsOf(contact(n), nearlyFullDeal)),
      '0-1/0-3',
    );
    const over = await associate(pairsOf(contact(4), nearlyFullDeal), '0-1/0-3');
    expect(over.body).toMatchObject({ results: [], numErrors: 1 });
  });

  it('takes no more inputs than it is set to', async () => {
    crm.change({ maxInputs: 2 });
    const { status, body } = await associate(pairsOf(company, contact(9), contact(10), contact(11)));
    expect(status).toBe(400);
    expect(body).toMatchObject({ category: 'VALIDATION_ERROR' });
    expect([9, 10, 11].some(isLinked)).toBe(false);
  });

  it('links a custom object by the account’s own type, and refuses types without an association', async () => {
    const vehicle = seededId('vehicle', 100);
    const { body } = await associate(pairsOf(vehicle, contact(9)), `${landmarks.customObjectType}/0-1`);
    expect(body?.results).toEqual([
      expect.objectContaining({
        associationSpec: expect.objectContaining({ associationCategory: 'USER_DEFINED' }),
      }),
      expect.objectContaining({
        associationSpec: expect.objectContaining({ associationCategory: 'USER_DEFINED' }),
      }),
    ]);
    const none = await associate(pairsOf(vehicle, landmarks.ticket), `${landmarks.customObjectType}/0-5`);
    expect([none.status, none.body?.['category']]).toEqual([400, 'VALIDATION_ERROR']);
  });

  it('does nothing and says COMPLETE where `inputs` is missing or misnamed, as recorded', async () => {
    for (const body of [{}, { input: pairsOf(company, contact(9)) }]) {
      const answer = await ask(crm, `${bases.v4}/0-2/0-1/batch/associate/default`, { body });
      expect([answer.status, answer.body?.['status'], answer.body?.results]).toEqual([200, 'COMPLETE', []]);
    }
    expect(isLinked(9)).toBe(false);
  });

  it.each([
    ['', 'Invalid JSON input: a request body was expected, but none found'],
    ['{"inputs":', 'Invalid input JSON on line 1'],
    ['{"inputs":{}}', 'Cannot deserialize instance of `java.util.ArrayList`'],
  ])('refuses the body %j', async (body, message) => {
    const answer = await ask(crm, `${bases.v4}/0-2/0-1/batch/associate/default`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(answer.body?.['message']).toContain(message);
  });
});

describe('batch/read', () => {
  it('sends ids as numbers and names who has no links in a 207, which is no failure', async () => {
    const lonely = seededId('company', 1);
    for (const id of recordsOf(crm, '0-1').keys())
      crm.state.setLink(typeNamed('0-2'), lonely, typeNamed('0-1'), id, []);
    const { status, body } = await readLinks([company, lonely]);
    expect(status).toBe(207);
    expect(body?.results?.[0]?.from).toEqual({ id: company });
    const partners = body?.results?.[0]?.to as unknown[];
    const associationTypes = [{ category: 'HUBSPOT_DEFINED', typeId: 280, label: null }];
    expect(partners.slice(0, 2)).toEqual(
      [0, 1].map((n) => ({ toObjectId: Number(contact(n)), associationTypes })),
    );
    expect(body?.errors).toEqual([
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No contact is associated with company ${lonely}.`,
        context: { fromObjectId: [lonely], fromObjectType: ['company'], toObjectType: ['contact'] },
      },
    ]);
  });

  it('answers 200 where every record has links', async () => {
    expect((await readLinks([company])).status).toBe(200);
  });

  it('writes ids above 2^53 with all their digits', async () => {
    const longest = '9223372036854775807';
    const record = recordsOf(crm, '0-1').get(contact(9));
    if (!record) throw new Error('the seed has no contact 9');
    crm.state.setRecord(typeNamed('0-1'), { ...record, id: longest });
    await associate(pairsOf(company, longest));
    const { text } = await readLinks([company]);
    expect(text).toContain(`"toObjectId":${longest},`);
  });

  it('pages a record with more than 500 links', async () => {
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const body = { inputs: [{ id: nearlyFullDeal, ...(after && { after }) }] };
      const answer = await ask(crm, `${bases.v4}/0-3/0-1/batch/read`, { body });
      const row = answer.body?.results?.[0] as AskedRow & { paging?: { next: { after: string } } };
      seen.push(...(row.to as unknown[]));
      after = row.paging?.next.after;
    } while (after !== undefined);
    expect(seen).toHaveLength(997);
    expect(new Set(seen.map((partner) => JSON.stringify(partner))).size).toBe(997);
  });

  it('takes 1,000 inputs and refuses more', async () => {
    const ids = Array.from({ length: 1_001 }, (_, n) => contact(n));
    expect((await readLinks(ids.slice(1), '0-1/0-2')).status).toBe(207);
    expect((await readLinks(ids, '0-1/0-2')).status).toBe(400);
  });
});

describe('batch/create', () => {
  const create = (types: object[], tos = [contact(9)]) =>
    ask(crm, `${bases.v4}/0-2/0-1/batch/create`, {
      body: { inputs: pairsOf(company, ...tos).map((pair) => ({ ...pair, types })) },
    });

  it('answers every label of the pair', async () => {
    const { body } = await create([
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 2 },
      { associationCategory: 'USER_DEFINED', associationTypeId: 932 },
    ]);
    expect(body?.results?.map((row) => row['labels'])).toEqual([['Primary', 'Billing contact']]);
  });

  it('answers one row an input, with ids as numbers and the labels', async () => {
    const { status, body } = await create([{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 2 }]);
    expect(status).toBe(201);
    expect(body?.results).toEqual([
      {
        fromObjectTypeId: '0-2',
        fromObjectId: Number(company),
        toObjectTypeId: '0-1',
        toObjectId: Number(contact(9)),
        labels: ['Primary'],
      },
    ]);
  });

  it('replaces the labels of a pair, in both directions, beside the unlabelled type', async () => {
    await create([{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 2 }]);
    await create([{ associationCategory: 'USER_DEFINED', associationTypeId: 932 }]);
    const { body } = await readLinks([contact(9)], '0-1/0-2');
    const partners = body?.results?.[0]?.to as {
      toObjectId: number;
      associationTypes: { typeId: number }[];
    }[];
    const types = partners.find(({ toObjectId }) => toObjectId === Number(company))?.associationTypes;
    expect(types?.map(({ typeId }) => typeId)).toEqual([279, 931]);
  });

  it('refuses a type id that is not defined, and links nothing', async () => {
    const { status, body } = await create([{ associationCategory: 'USER_DEFINED', associationTypeId: 3 }]);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      context: { INVALID_ASSOCIATION_TYPE_ID: ['USER_DEFINED=3 is not a valid association definition id'] },
    });
    expect(isLinked(9)).toBe(false);
  });

  it('fails a bad pair alone in a 207', async () => {
    const { status, body } = await create(
      [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 }],
      [contact(9), '99'],
    );
    expect([status, body?.['numErrors'], isLinked(9)]).toEqual([207, 1, true]);
  });
});

describe('batch/archive', () => {
  it('removes a link with all its labels, in both directions, and stays silent about links that are not there', async () => {
    const spec = { associationCategory: 'USER_DEFINED', associationTypeId: 932 };
    await ask(crm, `/crm/v4/objects/0-2/${company}/associations/0-1/${contact(9)}`, {
      method: 'PUT',
      body: [spec],
    });
    const inputs = [{ from: { id: company }, to: [{ id: contact(9) }, { id: contact(10) }, { id: '99' }] }];
    const { status, text } = await ask(crm, `${bases.v4}/0-2/0-1/batch/archive`, { body: { inputs } });
    expect([status, text]).toEqual([204, '']);
    expect(isLinked(9)).toBe(false);
    expect(crm.isAssociated('0-1', contact(9), '0-2', company)).toBe(false);
    expect(isLinked(0)).toBe(true);
  });
});

describe('single associations', () => {
  const path = (to: string) => `/crm/v4/objects/companies/${company}/associations/${to}`;

  it('PUT default links and tells both directions; DELETE removes', async () => {
    const put = await ask(crm, path(`default/contacts/${contact(9)}`), { method: 'PUT' });
    expect([put.status, put.body?.results?.length]).toEqual([200, 2]);
    expect(isLinked(9)).toBe(true);
    expect((await ask(crm, path(`contacts/${contact(9)}`), { method: 'DELETE' })).status).toBe(204);
    expect(isLinked(9)).toBe(false);
  });

  it('PUT default of a missing record is refused with the ids, as recorded', async () => {
    const put = await ask(crm, path('default/contacts/99'), { method: 'PUT' });
    expect(put.status).toBe(400);
    expect(put.body).toMatchObject({ context: { INVALID_OBJECT_IDS: ['CONTACT=99 is not valid'] } });
  });

  it('PUT with a label answers 201 and the labels', async () => {
    const spec = { associationCategory: 'USER_DEFINED', associationTypeId: 932 };
    const put = await ask(crm, path(`contacts/${contact(9)}`), { method: 'PUT', body: [spec] });
    expect(put.status).toBe(201);
    expect(put.body).toMatchObject({
      fromObjectId: Number(company),
      toObjectId: Number(contact(9)),
      labels: [expect.any(String)],
    });
  });

  it('GET lists the links of a record, in pages', async () => {
    const list = (query: string) =>
      ask(crm, `/crm/v4/objects/deals/${nearlyFullDeal}/associations/contacts${query}`);
    const first = await list('?limit=100');
    expect(first.body?.results).toHaveLength(100);
    const second = await list(`?limit=100&after=${first.body?.paging?.next.after}`);
    expect(second.body?.results?.[0]).not.toEqual(first.body?.results?.[0]);
    const all = await list('');
    expect(all.body?.results).toHaveLength(500);
  });
});

describe.each(versions)('on %s paths', (version) => {
  const post = (operation: string, inputs: object[]) =>
    ask(crm, `${baseOf(version)}/0-2/0-1/batch/${operation}`, { body: { inputs } });

  it('answers with the status codes that HubSpot documents for this version', async () => {
    const labelled = pairsOf(company, contact(9)).map((pair) => ({
      ...pair,
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 }],
    }));
    const statuses = [
      await post('associate/default', pairsOf(company, contact(9))),
      await post('create', labelled),
      await post('read', [{ id: company }]),
      await post('archive', [{ from: { id: company }, to: [{ id: contact(9) }] }]),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 201, 200, version === 'v4' ? 204 : 200]);
  });

  it('lists the association types of a pair', async () => {
    const { status, body } = await ask(crm, `${baseOf(version)}/0-1/0-2/labels`);
    expect(status).toBe(200);
    expect(body?.results).toEqual(
      expect.arrayContaining([
        { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
        { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
      ]),
    );
  });
});
