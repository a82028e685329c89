import { emails, search, segment, type Choice } from './choosing';

/** How many requests of each kind a way costs, as the card makes them, with every function cold. */
async function requestsOf({ card }: Choice): Promise<Record<string, number>> {
  const { crm } = await card();
  expect(crm.calls.filter(({ status }) => status === 429)).toEqual([]);
  const counts: Record<string, number> = {};
  for (const { kind } of crm.calls) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe('what selecting and reviewing costs', () => {
  it('is a page for 250 members of a segment, then the links of each chunk, which is read and made once', async () => {
    expect(await requestsOf(segment(10_000))).toEqual({
      // The segment itself, and its members.
      lists: 1 + 40,
      // 13 chunks: 200, 400 and 800 records, then 1,000 each. A warm function does not read the schema again.
      readAssociations: 2 * 13,
      schemas: 13,
      // A chunk of 200 goes as 100 twice: the first batch is small.
      associate: 14,
    });
  });

  it('is a page for 200 results of a search, and no other request', async () => {
    expect(await requestsOf(search(10_000))).toEqual({ search: 50 });
  });

  it('is one request for the names of 100 pasted emails, and four for their review and run', async () => {
    expect(await requestsOf(emails(100))).toEqual({
      objects: 1,
      readAssociations: 2,
      schemas: 1,
      associate: 1,
    });
  });
});
