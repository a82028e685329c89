import { createCrm, type Crm } from './crm';
import { landmarks } from './seed';
import { ask, type AskedRow } from './testing/ask';

let crm: Crm;
beforeAll(() => (crm = createCrm()));

const search = (body: object) => ask(crm, '/crm/v3/lists/search', { body });
const listsIn = (body: { [name: string]: unknown } | undefined) =>
  body?.['lists'] as (AskedRow & { listId: string; name: string })[];

describe('list search', () => {
  it('finds lists of an object type by a part of their name, without case', async () => {
    const { status, body } = await search({
      query: 'NEWSLETTER',
      objectTypeId: '0-1',
      offset: 0,
      additionalProperties: [],
    });
    expect(status).toBe(200);
    expect(listsIn(body)).toEqual([
      expect.objectContaining({
        listId: landmarks.largeSegment,
        name: 'Newsletter readers',
        objectTypeId: '0-1',
        processingType: 'DYNAMIC',
        processingStatus: 'COMPLETE',
        listVersion: 1,
      }),
    ]);
    expect(body).toMatchObject({ total: 1, hasMore: false });
    expect((await search({ query: 'newsletter', objectTypeId: '0-2' })).body?.total).toBe(0);
  });

  it('sends size and other additional properties as text, asked for or not, and no empty one', async () => {
    const plain = await search({ query: 'newsletter' });
    expect(listsIn(plain.body)[0]?.['additionalProperties']).toEqual({
      hs_list_size: '2500',
      hs_list_reference_count: '0',
      hs_last_record_added_at: '1788253200000',
    });
    const named = await search({ query: 'newsletter', additionalProperties: ['hs_list_size'] });
    expect(named.body).toEqual(plain.body);
    const empty = await search({ query: 'nobody' });
    expect(listsIn(empty.body)[0]?.['additionalProperties']).toEqual({
      hs_list_size: '0',
      hs_list_reference_count: '0',
    });
  });

  it('finds lists by id and by processing type; none named are all', async () => {
    const ids = async (body: object) => listsIn((await search(body)).body).map(({ listId }) => listId);
    expect(await ids({ listIds: ['2301', '2103', '99'] })).toEqual(['2103', '2301']);
    expect(await ids({ processingTypes: ['MANUAL', 'SNAPSHOT'] })).toEqual([]);
    expect(await ids({ processingTypes: ['MANUAL', 'DYNAMIC'] })).toHaveLength(crm.state.lists.size);
    expect(await ids({ listIds: [], processingTypes: [] })).toHaveLength(crm.state.lists.size);
  });

  it('pages by offset', async () => {
    const ids: string[] = [];
    for (let offset = 0, more = true; more; offset += 2) {
      const { body } = await search({ query: '', offset, count: 2 });
      ids.push(...listsIn(body).map(({ listId }) => listId));
      more = body?.['hasMore'] === true;
    }
    expect(new Set(ids)).toEqual(new Set(crm.state.lists.keys()));
    expect(ids).toHaveLength(crm.state.lists.size);
  });

  it.each([{ count: 501 }, { count: -1 }, { count: 1.5 }, { offset: -1 }, { offset: 0.5 }])(
    'refuses %j',
    async (body) => {
      expect((await search(body)).status).toBe(400);
    },
  );
});

describe.each(['/crm/v3/lists', '/crm/lists/2026-09'])('%s', (base) => {
  it('reads a list with its size', async () => {
    const { body } = await ask(crm, `${base}/${landmarks.largeSegment}`);
    expect(body?.['list']).toEqual({
      listId: landmarks.largeSegment,
      listVersion: 1,
      name: 'Newsletter readers',
      objectTypeId: '0-1',
      processingType: 'DYNAMIC',
      processingStatus: 'COMPLETE',
      size: 2_500,
      createdAt: '2025-03-03T10:00:00.000Z',
      updatedAt: '2026-09-01T09:00:00.000Z',
      filtersUpdatedAt: '2025-03-03T10:00:00.000Z',
      createdById: '62400311',
      updatedById: '62400311',
    });
    expect((await ask(crm, `${base}/99`)).status).toBe(404);
  });

  it('pages members, 100 a page unless told, 250 at most', async () => {
    const members = (query: string) => ask(crm, `${base}/${landmarks.smallSegment}/memberships${query}`);
    const first = await members('');
    expect(first.body?.results).toHaveLength(100);
    expect(first.body?.results?.[0]).toEqual({
      recordId: expect.stringMatching(/^\d+$/),
      membershipTimestamp: expect.any(String),
    });
    const rest = await members(`?after=${encodeURIComponent(first.body?.paging?.next.after ?? '')}`);
    const ids = [first, rest].flatMap(({ body }) => (body?.results ?? []).map((row) => row['recordId']));
    expect(ids).toEqual(crm.state.lists.get(landmarks.smallSegment)?.members);
    expect(rest.body?.paging).toBeUndefined();
    expect((await members('?limit=251')).status).toBe(400);
    expect((await members('?after=nonsense')).status).toBe(400);
  });
});
