import { createCrm } from './crm';
import { landmarks, seededId } from './seed';
import { ask, recordsOf, typeNamed } from './testing/ask';

const crm = createCrm();
const { company } = landmarks;
const contact = seededId('contact', 9);
const links = '/crm/v4/associations/0-2/0-1/batch';
const one = { from: { id: company }, to: { id: contact } };

describe('a body that HubSpot cannot read', () => {
  it.each([
    ['associate/default', { inputs: [null] }],
    ['associate/default', { inputs: [{ to: { id: contact } }] }],
    ['associate/default', { inputs: [{ from: { id: company }, to: {} }] }],
    ['associate/default', { inputs: [{ from: company, to: contact }] }],
    ['associate/default', { inputs: [{ from: { id: [] }, to: { id: contact } }] }],
    ['associate/default', { inputs: 'all' }],
    ['associate/default', [one]],
    ['associate/default', 'null'],
    ['create', { inputs: [one] }],
    ['create', { inputs: [{ ...one, types: [{}] }] }],
    ['read', { inputs: [{}] }],
    ['archive', { inputs: [{ from: { id: company } }] }],
    ['archive', { inputs: [{ from: { id: company }, to: { id: contact } }] }],
  ])('%s answers 400 to %j', async (operation, body) => {
    const answer = await ask(crm, `${links}/${operation}`, { method: 'POST', body });
    expect([answer.status, answer.body?.['status']]).toEqual([400, 'error']);
    expect(answer.body?.['message']).toContain('Invalid input JSON on line 1');
  });

  it.each([
    ['/crm/v3/objects/contacts/search', { filterGroups: [null] }],
    ['/crm/v3/objects/contacts/search', { filterGroups: [{ filters: [{ operator: 'EQ' }] }] }],
    ['/crm/v3/objects/contacts/search', { sorts: [5] }],
    [
      '/crm/v3/objects/contacts/search',
      { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'constructor', value: 'x' }] }] },
    ],
    ['/crm/v3/objects/contacts/batch/read', { inputs: [null] }],
    ['/crm/v3/objects/contacts/merge', { primaryObjectId: '1' }],
    ['/crm/v3/lists/search', '[]'],
    ['/crm/v3/lists/search', { query: {} }],
    ['/crm/v3/lists/search', { query: '', processingTypes: 3 }],
    ['/crm/v3/lists/search', { query: '', additionalProperties: 'hs_list_size' }],
    ['/crm/v3/lists/search', { query: '', count: 'all' }],
    ['/crm/v3/lists/search', { query: '', offset: {} }],
  ])('%s answers 400 to %j', async (path, body) => {
    expect((await ask(crm, path, { method: 'POST', body })).status).toBe(400);
  });

  it('names the fields that are missing, as recorded', async () => {
    const { body } = await ask(crm, `${links}/associate/default`, { body: { inputs: [{}] } });
    expect(body).toMatchObject({
      category: 'VALIDATION_ERROR',
      message: expect.stringContaining('Some required fields were not set: [from, to]'),
    });
  });
});

describe('ids', () => {
  it('may be sent as numbers, long ones with all their digits', async () => {
    const numbers = `{"inputs":[{"from":{"id":${company}},"to":{"id":9223372036854775807}}]}`;
    const { body } = await ask(crm, `${links}/associate/default`, { method: 'POST', body: numbers });
    expect(body?.errors?.[0]?.message).toBe('No contact with ID 9223372036854775807 exists');
  });

  it('repeated in one batch count once', async () => {
    const { body } = await ask(crm, `${links}/associate/default`, { body: { inputs: [one, one] } });
    expect(body?.results).toHaveLength(2);
  });

  it('that are malformed are named in a read', async () => {
    const { body } = await ask(crm, `${links}/read`, { body: { inputs: [{ id: 'x' }] } });
    expect(body?.errors?.[0]?.message).toBe('x is not a valid ID');
  });
});

describe('paths', () => {
  it.each([
    ['GET', `/crm/v3/objects/companies/${company}/associations/contacts`],
    ['GET', `/crm/v4/objects/companies/${company}`],
    ['GET', '/crm/v3/objects/leads/1'],
  ])('that look alike but are not emulated answer 501: %s %s', async (method, path) => {
    expect((await ask(crm, path, { method })).status).toBe(501);
  });

  it('with a broken escape are refused, not crashed upon', async () => {
    expect((await ask(crm, '/crm/v3/objects/%E0%A4%A/1')).status).toBe(400);
  });

  it('with an id that is no number answer 404 in the words recorded', async () => {
    const { status, body } = await ask(crm, '/crm/v3/objects/contacts/abc');
    expect([status, body?.['message']]).toEqual([404, 'Object not found.  objectId are usually numeric.']);
  });
});

describe('batch/labels/archive', () => {
  const label = { associationCategory: 'USER_DEFINED', associationTypeId: 932 };
  const plain = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 280 };
  const archive = (types: object[]) =>
    ask(crm, `${links}/labels/archive`, { body: { inputs: [{ ...one, types }] } });
  const path = `/crm/v4/objects/0-2/${company}/associations/0-1`;

  it('takes the label off and leaves the link; taking off the plain type removes all', async () => {
    await ask(crm, `${path}/${contact}`, { method: 'PUT', body: [label] });
    expect((await archive([label])).status).toBe(204);
    expect((await ask(crm, path)).text).not.toContain('932');
    expect(crm.isAssociated('0-2', company, '0-1', contact)).toBe(true);
    await archive([plain]);
    expect(crm.isAssociated('0-2', company, '0-1', contact)).toBe(false);
  });

  it('taking off the plain type of a link with a label removes both, in both directions', async () => {
    await ask(crm, `${path}/${contact}`, { method: 'PUT', body: [label] });
    await archive([plain]);
    expect(crm.isAssociated('0-2', company, '0-1', contact)).toBe(false);
    expect(crm.isAssociated('0-1', contact, '0-2', company)).toBe(false);
  });
});

describe('an admin’s limit', () => {
  it('is set, listed, kept to and purged', async () => {
    const configurations = '/crm/associations/v4/definitions/configurations/0-2/0-1';
    const spec = { category: 'HUBSPOT_DEFINED', typeId: 280 };
    const set = await ask(crm, `${configurations}/batch/create`, {
      body: { inputs: [{ ...spec, maxToObjectIds: 2 }] },
    });
    expect(set.status).toBe(201);
    expect((await ask(crm, configurations)).body?.results).toEqual([
      { ...spec, userEnforcedMaxToObjectIds: 2 },
    ]);
    const over = await ask(crm, `${links}/associate/default`, { body: { inputs: [one] } });
    expect([over.status, over.body?.['numErrors']]).toEqual([207, 1]);
    const near = await ask(crm, '/crm/v3/limits/associations/records/0-2/to');
    expect(near.body?.results).toEqual([
      expect.objectContaining({ objectTypeId: '0-1', hasRecordsAtLimit: true, singularLabel: 'Contact' }),
    ]);
    await ask(crm, `${configurations}/batch/purge`, { body: { inputs: [spec] } });
    expect((await ask(crm, configurations)).body?.results).toEqual([]);
    expect((await ask(crm, `${links}/associate/default`, { body: { inputs: [one] } })).status).toBe(200);
  });

  it('shows in the overview of limits', async () => {
    const { body } = await ask(crm, '/crm/v3/limits/associations/records/from');
    expect(body?.results).toContainEqual(
      expect.objectContaining({ objectTypeId: '0-3', hasRecordsNearLimit: true }),
    );
  });
});

describe('/sandbox', () => {
  it.each(['nope', 'null', '{"maxInputs":"x"}', '{"partialFailure":"500"}', '{"earthquake":1}'])(
    'refuses the settings %s',
    async (body) => {
      expect((await ask(crm, '/sandbox/settings', { method: 'POST', body })).status).toBe(400);
      expect(crm.settings.maxInputs).toBe(2_000);
    },
  );

  it.each([
    ['{"name":"earthquake"}', 'name must be one of: empty-complete'],
    ['{"name":"slow","on":"mondays"}', 'on must be any, or one of: associate'],
    ['null', 'name must be one of: empty-complete'],
  ])('refuses the fault %s, and says what there is', async (body, words) => {
    const answer = await ask(crm, '/sandbox/faults', { method: 'POST', body });
    expect([answer.status, answer.body?.['message']]).toEqual([400, expect.stringContaining(words)]);
    expect(crm.faults.list()).toEqual([]);
  });

  it('says of a setting that is refused what it takes', async () => {
    const answer = await ask(crm, '/sandbox/settings', { body: { latencyMs: 5, maxInputs: 0 } });
    expect(answer.body?.['message']).toBe('maxInputs takes a whole number from 1.');
    expect(crm.settings.latencyMs).toBe(0);
  });

  it('uninstalls apps everywhere where no account is named', async () => {
    for (const body of ['', 'null', '{}'])
      expect((await ask(crm, '/sandbox/oauth/uninstall', { method: 'POST', body })).status).toBe(200);
  });

  it('names what it does not have', async () => {
    expect((await ask(crm, '/sandbox/none')).body).toEqual({
      message: 'The sandbox has no GET /sandbox/none.',
    });
  });
});

describe('faults', () => {
  const callWithFault = async (
    fault: Parameters<typeof crm.faults.add>[0],
    path = `${links}/associate/default`,
  ) => {
    crm.reset();
    crm.faults.add({ ...fault, times: 1 });
    return ask(crm, path, { body: { inputs: [one] } });
  };
  const linked = () => crm.isAssociated('0-2', company, '0-1', contact);

  it.each(['results-doubled', 'created-201', 'status-207', 'error-names-one', 'ids-as-numbers'] as const)(
    '%s leaves an answer without a body as it is',
    async (name) => {
      crm.reset();
      crm.faults.add({ name });
      const inputs = [{ from: { id: company }, to: [{ id: contact }] }];
      expect((await ask(crm, `${links}/archive`, { body: { inputs } })).status).toBe(204);
    },
  );

  it('leave long numbers as they are', async () => {
    crm.reset();
    const record = recordsOf(crm, '0-1').get(contact);
    const longest = '9223372036854775807';
    if (record) crm.state.setRecord(typeNamed('0-1'), { ...record, id: longest });
    await ask(crm, `${links}/associate/default`, {
      body: { inputs: [{ from: { id: company }, to: { id: longest } }] },
    });
    crm.faults.add({ name: 'results-reversed' });
    expect((await ask(crm, `${links}/read`, { body: { inputs: [{ id: company }] } })).text).toContain(
      `"toObjectId":${longest}`,
    );
  });

  it.each([
    'error-names-one-207',
    'error-names-nobody-207',
    'pair-refused-207',
    'limit-reached-207',
  ] as const)('%s refuses the last pair within a 207', async (name) => {
    const { status, body } = await callWithFault({ name });
    expect([status, body?.['numErrors'], linked()]).toEqual([207, 1, false]);
  });

  it.each(['invalid-ids-400', 'unknown-type-400'] as const)('%s refuses the whole batch', async (name) => {
    expect([(await callWithFault({ name })).status, linked()]).toEqual([400, false]);
  });

  it('too-many-400 refuses only batches over its value', async () => {
    expect((await callWithFault({ name: 'too-many-400', value: 0 })).status).toBe(400);
    expect((await callWithFault({ name: 'too-many-400', value: 1 })).status).toBe(200);
  });

  it('body-cut-off-done breaks the answer in the middle', async () => {
    await expect(callWithFault({ name: 'body-cut-off-done' })).rejects.toThrow('terminated');
    expect(linked()).toBe(true);
  });

  it('apply after so many requests', async () => {
    crm.reset();
    crm.faults.add({ name: 'missing-scopes-403', after: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++) statuses.push((await ask(crm, '/crm/v3/objects/contacts?limit=1')).status);
    expect(statuses).toEqual([200, 200, 403]);
  });

  it('silence ends at once for a caller that has already given up', async () => {
    crm.reset();
    crm.faults.add({ name: 'silence' });
    const signal = AbortSignal.abort();
    await expect(
      ask(crm, `${links}/associate/default`, { body: { inputs: [one] }, signal }),
    ).rejects.toThrow();
  });
});
