import type { CollectParameters, FilterGroup } from '@bulk-associate/contract';
import { collect } from './collect';
import { json, ScriptedHubSpot, type Script } from './testing';

async function run(
  script: Script,
  source: CollectParameters['source'],
  cursor?: string,
  more: Partial<CollectParameters> = {},
) {
  const fake = new ScriptedHubSpot(script);
  const parameters = { objectType: '0-1', source, ...(cursor !== undefined && { cursor }), ...more };
  const answer = await fake.run((hubspot) => collect(hubspot, parameters));
  return { answer, seen: fake.seen };
}

const next = (after: string) => ({ paging: { next: { after } } });
const contact = (id: string) => ({ id, properties: { firstname: 'Ada', lastname: id } });

describe('collecting a search', () => {
  it('sends the trimmed query, sorted by id: pages then neither repeat nor skip a record', async () => {
    const { seen } = await run(() => json(200, { results: [] }), { query: ' ada ' }, '400');
    expect(seen.map(({ body }) => body)).toEqual([
      {
        query: 'ada',
        properties: ['firstname', 'lastname', 'email'],
        after: '400',
        limit: 200,
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      },
    ]);
  });

  it.each([
    [10_000, false],
    [10_001, true],
  ])('of %i results is capped: %s', async (total, capped) => {
    const { answer } = await run(() => json(200, { total, results: [] }), { query: 'ada' });
    expect(answer).toMatchObject({ ok: true, total, capped });
  });

  it('returns the pages before one that fails, with its cursor', async () => {
    const script: Script = (_, { seen }) =>
      seen.length === 1
        ? json(200, { total: 2, results: [contact('1')], ...next('200') })
        : json(400, { message: 'No.' });
    const { answer } = await run(script, { query: 'ada' });
    expect(answer).toEqual({
      ok: true,
      records: [{ id: '1', label: 'Ada 1' }],
      cursor: '200.2',
      total: 2,
      capped: false,
    });
    expect((await run(script, { query: 'ada' }, '200.2')).seen[0]?.body).toMatchObject({ after: '200' });
  });

  it('fails with HubSpot’s message where the first page fails', async () => {
    const { answer } = await run(() => json(400, { message: 'No.' }), { query: 'ada' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
  });

  it.each(['../1', '1.', '.5', '1.2.3', '-200'])('refuses the cursor %s', async (cursor) => {
    const { answer, seen } = await run(() => json(200, {}), { query: 'ada' }, cursor);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(seen).toEqual([]);
  });
});

describe('collecting what meets conditions', () => {
  const filterGroups: FilterGroup[] = [
    { filters: [{ propertyName: 'city', operator: 'EQ', value: 'Bonn' }] },
    { filters: [{ propertyName: 'amount', operator: 'HAS_PROPERTY' }] },
  ];

  it.each([
    ['', { filterGroups }],
    [' ada ', { filterGroups, query: 'ada' }],
  ])('searches for them with the query "%s", not through all records', async (query, sent) => {
    const { seen } = await run(() => json(200, { results: [] }), { query, filterGroups });
    expect(seen.map(({ path }) => path)).toEqual(['/crm/v3/objects/0-1/search']);
    expect(seen[0]?.body).toMatchObject(sent);
    expect(Object.keys(seen[0]?.body ?? {}).includes('query')).toBe(query !== '');
  });

  it('pages, counts and caps as a search does', async () => {
    const script: Script = () => json(200, { total: 12_000, results: [contact('1')] });
    const { answer } = await run(script, { query: '', filterGroups }, '0.12000');
    expect(answer).toMatchObject({ ok: true, total: 12_000, capped: true });
  });

  it('says which condition HubSpot refuses', async () => {
    const body = { message: 'No.', errors: [{ message: 'Amount?', context: { propertyName: ['amount'] } }] };
    const { answer } = await run(() => json(400, body), { query: '', filterGroups });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'HUBSPOT_REJECTED', message: 'Amount?', filter: { group: 1, filter: 0 } },
    });
  });

  it('lists all records where there is no condition', async () => {
    const { seen } = await run(() => json(200, { results: [] }), { query: '', filterGroups: [] });
    expect(seen.some(({ path }) => path.startsWith('/crm/v3/objects/0-1?'))).toBe(true);
  });
});

describe('collecting all records of a type', () => {
  const list =
    (pages: Script): Script =>
    (request, fake) =>
      request.path.endsWith('/search') ? json(200, { total: 2, results: [] }) : pages(request, fake);

  it('lists them a hundred at a time, with the properties of their labels, and counts them once', async () => {
    const script = list(({ path }) =>
      json(200, { results: [contact(path.includes('after') ? '2' : '1')], ...(path.includes('after') ? {} : next('a&b')) }),
    ); // prettier-ignore
    const { answer, seen } = await run(script, { query: ' ' });
    const page = '/crm/v3/objects/0-1?limit=100&properties=firstname,lastname,email';
    expect(new Set(seen.map(({ path }) => path))).toEqual(
      new Set([page, `${page}&after=a%26b`, '/crm/v3/objects/0-1/search']),
    );
    expect(seen).toHaveLength(3);
    expect(answer).toEqual({
      ok: true,
      records: [{ id: '1', label: 'Ada 1' }, { id: '2', label: 'Ada 2' }], // prettier-ignore
      total: 2,
      capped: false,
    });
  });

  it('does not count them again with a cursor', async () => {
    const { answer, seen } = await run(list(() => json(200, { results: [] })), { query: '' }, '7'); // prettier-ignore
    expect(seen).toHaveLength(1);
    expect(answer).toEqual({ ok: true, records: [], capped: false });
  });

  it('lists them where they cannot be counted', async () => {
    const script: Script = ({ path }) =>
      path.endsWith('/search') ? json(400, { message: 'No.' }) : json(200, { results: [contact('1')] });
    const { answer } = await run(script, { query: '' });
    expect(answer).toEqual({ ok: true, records: [{ id: '1', label: 'Ada 1' }], capped: false });
  });

  it('returns the pages before one that fails, with its cursor', async () => {
    const script = list(({ path }) =>
      path.includes('after')
        ? json(400, { message: 'No.' })
        : json(200, { results: [contact('1')], ...next('2') }),
    );
    const { answer } = await run(script, { query: '' });
    expect(answer).toMatchObject({ ok: true, records: [{ id: '1' }], cursor: '2' });
  });

  it('fails with HubSpot’s message where the first page fails', async () => {
    const { answer } = await run(list(() => json(400, { message: 'No.' })), { query: '' }); // prettier-ignore
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
  });

  it('ends an answer after three seconds, or at 3,000 records', async () => {
    const pageOf = (count: number, ms: number) =>
      list(async (_, { time, seen }) => {
        await time.sleep(ms);
        return json(200, { results: Array.from({ length: count }, () => contact('1')), ...next(String(seen.length)) });
      }); // prettier-ignore
    const slow = await run(pageOf(1, 500), { query: '' });
    expect(slow.answer).toMatchObject({ ok: true, records: { length: 6 }, cursor: expect.any(String) });
    const quick = await run(pageOf(100, 10), { query: '' });
    expect(quick.answer).toMatchObject({ ok: true, records: { length: 3_000 }, cursor: expect.any(String) });
  });
});

describe('collecting a segment', () => {
  const segment =
    (members: Script): Script =>
    (request, fake) => {
      if (request.path.includes('/memberships')) return members(request, fake);
      const asked = request.inputs as unknown as { id: string }[];
      if (request.path.includes('/objects/'))
        return json(200, { results: asked.map(({ id }) => contact(id)) });
      return json(200, { list: { objectTypeId: '0-1', size: 2 } });
    };
  const isFirst = (path: string) => !path.includes('after=');

  it('escapes the cursor, which is text of HubSpot’s own', async () => {
    const { seen } = await run(segment(() => json(200, { results: [] })), { segmentId: '5' }, 'a&b=c'); // prettier-ignore
    expect(seen.map(({ path }) => path)).toContain('/crm/v3/lists/5/memberships?limit=250&after=a%26b%3Dc');
  });

  it('returns the members before a page that fails, with its cursor', async () => {
    const script = segment(({ path }) =>
      isFirst(path)
        ? json(200, { results: [{ recordId: '1' }], ...next('MQ==') })
        : json(400, { message: 'No.' }),
    );
    expect((await run(script, { segmentId: '5' })).answer).toEqual({
      ok: true,
      records: [{ id: '1', label: 'Ada 1' }],
      cursor: 'MQ==',
      total: 2,
      capped: false,
    });
  });

  it('fails with HubSpot’s message where the first page fails', async () => {
    const { answer } = await run(segment(() => json(400, { message: 'No.' })), { segmentId: '5' }); // prettier-ignore
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
  });

  it('reads the segment itself with the first page alone, as it is for its type and size', async () => {
    const pages = segment(() => json(200, { results: [{ recordId: '1' }], total: 9 }));
    const first = await run(pages, { segmentId: '5' });
    expect([first.seen.length, first.answer]).toMatchObject([3, { total: 2 }]);
    const later = await run(pages, { segmentId: '5' }, 'MQ==');
    expect(later.seen.map(({ path }) => path)).not.toContain('/crm/v3/lists/5');
    expect(later.answer).toMatchObject({ total: 9 });
  });

  it('without names reads nothing but the members, up to 2,000 in an answer', async () => {
    const pages = segment((_, { seen }) =>
      json(200, {
        results: Array.from({ length: 250 }, (_, n) => ({ recordId: String(seen.length * 1_000 + n) })),
        ...next(String(seen.length)),
      }),
    );
    const { answer, seen } = await run(pages, { segmentId: '5' }, undefined, { names: false });
    expect(answer).toMatchObject({ ok: true, records: { length: 2_000 }, cursor: expect.any(String) });
    expect(answer).toMatchObject({ records: { 0: { id: '2000', label: '2000' } } });
    expect(seen.map(({ path }) => path.includes('/objects/'))).not.toContain(true);
    expect(seen).toHaveLength(1 + 8);
  });

  it('with names holds 1,000 in an answer', async () => {
    const pages = segment((_, { seen }) =>
      json(200, {
        results: Array.from({ length: 250 }, (_, n) => ({ recordId: String(seen.length * 1_000 + n) })),
        ...next(String(seen.length)),
      }),
    );
    const { answer } = await run(pages, { segmentId: '5' });
    expect(answer).toMatchObject({ ok: true, records: { length: 1_000, 0: { label: 'Ada 2000' } } });
  });
});
