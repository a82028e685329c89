import { createCrm, type Crm } from './crm';
import { findObjectType, type ObjectType } from './object-types';
import type { CrmOptions } from './options';
import { publishedLimits } from './rate-limits';
import { landmarks, seededId } from './seed';
import { ask, pairsOf, recordsOf, setProperties } from './testing/ask';

const empty = (options: CrmOptions = {}) => createCrm({ data: 'empty', ...options });
const default_ = '/crm/v4/associations/0-2/0-1/batch/associate/default';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

describe('authentication', () => {
  it.each([null, 'another', ''])('answers 401 to the token %j, in the words recorded', async (token) => {
    const { status, body } = await ask(empty(), '/crm/v3/objects/contacts/1', { token });
    expect(status).toBe(401);
    expect(body).toMatchObject({
      status: 'error',
      message: expect.stringContaining('Authentication credentials not found.'),
      correlationId: expect.stringMatching(uuid),
      category: 'INVALID_AUTHENTICATION',
    });
  });

  it('answers 403 and the missing scopes, of both object types', async () => {
    const crm = empty({ tokens: { reader: ['crm.objects.contacts.read', 'crm.objects.companies.read'] } });
    const { status, body } = await ask(crm, default_, { body: { inputs: [] }, token: 'reader' });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      category: 'MISSING_SCOPES',
      errors: [
        {
          context: { requiredGranularScopes: ['crm.objects.companies.write', 'crm.objects.contacts.write'] },
        },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    });
    const read = await ask(crm, '/crm/v4/associations/0-2/0-1/batch/read', {
      body: { inputs: [] },
      token: 'reader',
    });
    expect(read.status).toBe(200);
  });

  it.each([
    ['tickets', '/crm/v3/objects/tickets/search', { limit: 1 }],
    ['crm.objects.custom.read', '/crm/v3/objects/2-1234567/search', { limit: 1 }],
    ['crm.lists.read', '/crm/v3/lists/search', { query: '' }],
    ['crm.schemas.custom.read', '/crm-object-schemas/v3/schemas', undefined],
  ])('asks for %s at %s', async (scope, path, body) => {
    const crm = empty({ tokens: { with: [scope], without: ['crm.objects.contacts.read'] } });
    expect((await ask(crm, path, { body, token: 'with' })).status).toBe(200);
    const refused = await ask(crm, path, { body, token: 'without' });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(scope);
  });
});

describe('rate limits', () => {
  function limited(options: CrmOptions) {
    const clock = { now: Date.UTC(2026, 10, 24) };
    const crm = empty({ now: () => clock.now, ...options });
    const list = () => ask(crm, '/crm/v3/objects/contacts');
    const search = () => ask(crm, '/crm/v3/objects/contacts/search', { body: { limit: 1 } });
    return { clock, list, search };
  }

  it('are off unless set', async () => {
    const { list } = limited({});
    for (let n = 0; n < 300; n++) expect((await list()).status).toBe(200);
  });

  it('count no call of what is HubSpot’s own', async () => {
    const crm = empty({ rateLimits: { tenSecondly: 1 }, uncountedAgent: 'record-page' });
    const statusFor = async (agent: string) =>
      (await crm.fetch(new Request('http://crm/crm/v3/objects/contacts', { headers: { authorization: 'Bearer sandbox', 'user-agent': agent } }))).status; // prettier-ignore
    expect([await statusFor('record-page'), await statusFor('an-app')]).toEqual([200, 200]);
    expect([await statusFor('record-page'), await statusFor('an-app')]).toEqual([200, 429]);
  });

  it('allow so many calls in any ten seconds, and say which policy was met', async () => {
    const { clock, list } = limited({ rateLimits: { tenSecondly: 3 } });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await list()).status);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await list();
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
      message: 'You have reached your ten_secondly_rolling limit.',
    });
    expect(refused.body).not.toHaveProperty('category');
    clock.now += 9_999;
    expect((await list()).status).toBe(429);
    clock.now += 1;
    expect((await list()).status).toBe(200);
  });

  it('do not let two bursts meet at the edge of a window', async () => {
    const { clock, list } = limited({ rateLimits: { tenSecondly: 2 } });
    await list();
    clock.now += 9_000;
    await list();
    clock.now += 2_000;
    expect([(await list()).status, (await list()).status]).toEqual([200, 429]);
  });

  it('count searches alone towards the searches of a second', async () => {
    const { search, list } = limited({ rateLimits: { searchSecondly: 1 } });
    await list();
    await list();
    expect([(await search()).status, (await search()).status]).toEqual([200, 429]);
  });

  it('allow five searches a second', async () => {
    const { clock, search, list } = limited({ rateLimits: publishedLimits });
    for (let n = 0; n < 5; n++) expect((await search()).status).toBe(200);
    const refused = await search();
    expect([refused.status, refused.body?.['policyName']]).toEqual([429, 'SECONDLY']);
    expect((await list()).status).toBe(200);
    clock.now += 1_000;
    expect((await search()).status).toBe(200);
  });

  it('end the day', async () => {
    const { clock, list } = limited({ rateLimits: { daily: 1 } });
    await list();
    clock.now += 60_000;
    const refused = await list();
    expect([refused.status, refused.body?.['policyName'], refused.body?.['message']]).toEqual([
      429,
      'DAILY',
      'You have reached your daily limit.',
    ]);
  });

  it('are told in headers, except with a search', async () => {
    const { list, search } = limited({ rateLimits: publishedLimits });
    const { headers } = await list();
    expect(
      Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-hubspot-ratelimit'))),
    ).toEqual({
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '189',
      'x-hubspot-ratelimit-daily': String(publishedLimits.daily),
      'x-hubspot-ratelimit-daily-remaining': String((publishedLimits.daily ?? 0) - 1),
    });
    const names = [...(await search()).headers.keys()];
    expect(names.filter((name) => name.startsWith('x-hubspot-ratelimit'))).toEqual([]);
    expect(names).toContain('x-hubspot-correlation-id');
  });
});

describe('what is not emulated', () => {
  it.each(['/oauth/v1/token', '/crm/v3/imports', '/crm/v9/objects/contacts'])(
    'answers 501 and names GET %s',
    async (path) => {
      const crm = empty();
      const { status, body } = await ask(crm, path);
      expect([status, body?.['category']]).toEqual([501, 'NOT_EMULATED']);
      expect(body?.['message']).toContain('GET');
      expect(crm.calls).toEqual([expect.objectContaining({ method: 'GET', path, status: 501 })]);
    },
  );
});

describe('the calls seen', () => {
  it('tell method, path, kind, status, inputs and time, and never the token', async () => {
    const crm = createCrm();
    await ask(crm, default_, { body: { inputs: pairsOf(landmarks.company, seededId('contact', 9), '99') } });
    expect(crm.calls).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        method: 'POST',
        path: default_,
        kind: 'associate',
        status: 207,
        elapsedMs: expect.any(Number),
        inputs: 2,
      },
    ]);
    expect(JSON.stringify(crm.calls)).not.toContain('sandbox');
  });
});

describe('repeatability', () => {
  it('comes from the seed: records, links and correlation ids', async () => {
    const [one, other] = [createCrm({ seed: 7 }), createCrm({ seed: 7 })];
    expect([...recordsOf(one, '0-1').values()]).toEqual([...recordsOf(other, '0-1').values()]);
    expect(one.linkCount('0-3', '0-1')).toBe(other.linkCount('0-3', '0-1'));
    const refused = await Promise.all([one, other].map((crm) => ask(crm, '/crm/v3/objects/contacts/99')));
    expect(refused[0]?.text).toBe(refused[1]?.text);
    const different = createCrm({ seed: 8 });
    expect([...recordsOf(one, '0-1').values()]).not.toEqual([...recordsOf(different, '0-1').values()]);
  });

  it('two CRMs of one seed share nothing that can change', () => {
    const [contact, company] = [findObjectType('contact'), findObjectType('company')] as [ObjectType, ObjectType]; // prettier-ignore
    const shown = ({ state }: Crm) =>
      JSON.stringify([
        [...state.recordsOf(contact).values()].slice(0, 3),
        [...(state.partnersOf(company, landmarks.company, contact) ?? [])],
        state.definitionsOf(company, contact),
        [...state.lists.values()].map(({ members }) => members.length),
        state.newRecordId(),
      ]);
    const [one, other] = [createCrm(), createCrm()];
    const before = shown(createCrm());
    const [first] = one.state.recordsOf(contact).values();
    if (first) setProperties(one, '0-1', first.id, { email: 'changed@example.com' });
    for (const type of one.state.definitionsOf(company, contact))
      one.state.changeDefinition(company, contact, type, { label: 'changed' });
    one.state.removeRecord(contact, seededId('contact', 1));
    for (const list of one.state.lists.values()) list.members.pop();
    one.state.newRecordId();
    expect(shown(one)).not.toBe(before);
    expect(shown(other)).toBe(before);
    expect(shown(createCrm())).toBe(before);
  });

  it('a reset forgets links, faults, calls, settings and scopes', async () => {
    const crm = createCrm();
    const contact = seededId('contact', 9);
    await ask(crm, default_, { body: { inputs: pairsOf(landmarks.company, contact) } });
    crm.faults.add({ name: 'empty-503' });
    crm.change({ maxInputs: 1 });
    crm.access.tokens.set('sandbox', new Set());
    crm.reset();
    expect(crm.isAssociated('0-2', landmarks.company, '0-1', contact)).toBe(false);
    expect([crm.faults.list(), crm.calls, crm.settings.maxInputs]).toEqual([[], [], 2_000]);
    expect((await ask(crm, '/crm/v3/objects/contacts?limit=1')).status).toBe(200);
  });

  it('a reset gives every account its calls back', async () => {
    const crm = createCrm({ rateLimits: { tenSecondly: 2, daily: 2 }, now: () => 0 });
    const list = () => ask(crm, '/crm/v3/objects/contacts?limit=1');
    for (const status of [200, 200, 429]) expect((await list()).status).toBe(status);
    crm.reset();
    const { status, headers } = await list();
    expect(status).toBe(200);
    expect(headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('1');
  });

  it('a reset takes back tokens that were given later', async () => {
    const crm = createCrm({ data: 'empty' });
    crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read']));
    crm.reset();
    expect((await ask(crm, '/crm/v3/objects/contacts', { token: 'reader' })).status).toBe(401);
  });

  it('a reset starts random numbers again: correlation ids, and the requests that faults apply to', async () => {
    const crm = createCrm({ data: 'empty' });
    const answers = async () => {
      crm.faults.add({ name: 'html-502', probability: 0.5 });
      const sent = [];
      for (let n = 0; n < 20; n++) sent.push((await ask(crm, '/crm/v3/objects/contacts/99')).text);
      return sent;
    };
    const before = await answers();
    crm.reset();
    expect(await answers()).toEqual(before);
  });
});

describe('the log of calls', () => {
  it('keeps the last 2,000', async () => {
    const crm = createCrm({ data: 'empty' });
    for (let n = 0; n < 2_001; n++) await ask(crm, `/crm/v3/owners/${n}`);
    expect([crm.calls.length, crm.calls[0]?.path]).toEqual([2_000, '/crm/v3/owners/1']);
  });
});

describe('latency', () => {
  it('is that of an answer, and of every input of a batch', async () => {
    const slept: number[] = [];
    const crm = createCrm({
      data: 'empty',
      latencyMs: 10,
      latencyPerInputMs: 2,
      sleep: async (ms) => void slept.push(ms),
    });
    await ask(crm, '/crm/v3/owners');
    await ask(crm, '/crm/v3/objects/contacts/batch/read', {
      body: { inputs: [{ id: '1' }, { id: '2' }, { id: '3' }] },
    });
    expect(slept).toEqual([10, 16]);
  });
});

describe('the seeded account', () => {
  it('holds the records that the landmarks name', () => {
    const crm = createCrm();
    const sizes = ['0-1', '0-2', '0-3', '0-5', landmarks.customObjectType].map(
      (type) => recordsOf(crm, type).size,
    );
    expect(sizes).toEqual([5_000, 600, 900, 400, 200]);
    expect(recordsOf(crm, '0-2').has(landmarks.company)).toBe(true);
    expect(recordsOf(crm, '0-5').has(landmarks.ticket)).toBe(true);
    expect(recordsOf(crm, landmarks.customObjectType).has(landmarks.vehicle)).toBe(true);
    expect(crm.state.lists.get(landmarks.smallSegment)?.members.length).toBeGreaterThan(100);
    expect(crm.state.lists.get(landmarks.largeSegment)?.members).toHaveLength(2_500);
    const firms = [...recordsOf(crm, '0-2').values()].map(({ properties }) => properties['name']);
    expect(firms.filter((name) => name === landmarks.doubleCompanyName)).toHaveLength(2);
  });

  it('links in both directions alike', () => {
    const crm = createCrm();
    expect(crm.linkCount('0-1', '0-2')).toBe(crm.linkCount('0-2', '0-1'));
    expect(crm.linkCount('0-3', '0-1')).toBe(crm.linkCount('0-1', '0-3'));
  });

  it('gives every contact an email of its own', () => {
    const emails = [...recordsOf(createCrm(), '0-1').values()].map(({ properties }) => properties['email']);
    expect(new Set(emails).size).toBe(emails.length);
  });
});
