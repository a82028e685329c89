import { createCrm, type Crm } from '../../crm/crm';
import { sampleObjectTypes, type PageType } from '../object-types';
import type { read } from './crm';
import { pageCount, readAllIds, readListPage } from './record-list';

/** Reads from a CRM, as the page does through its server. */
const readFrom =
  (crm: Crm): typeof read =>
  async <T>(path: string, body?: object) => {
    const response = await crm.fetch(
      new Request(`http://crm${path}`, {
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  };

const typeNamed = (name: string) => sampleObjectTypes.find((type) => type.name === name) as PageType;
const contact = typeNamed('contact');
const deal = typeNamed('deal');

/** So many contacts that contain the word of their city, the ids beyond 2^53. */
function crmWith(count: number): Crm {
  const contacts = Array.from({ length: count }, (_, n) => ({
    id: String(9_223_372_036_854_000_000n + BigInt(n)),
    properties: { firstname: `Ada ${n}`, company: n % 2 === 0 ? 'Evenside' : 'Oddbury' },
  }));
  return createCrm({ data: { records: { contacts } } });
}

const sample = createCrm();
const first = { query: '', page: 1, pageSize: 25 as const };

describe('a page of an index page', () => {
  it('holds as many records as it has rows, with their names and properties, and says how many there are', async () => {
    const { total, records } = await readListPage(contact, first, readFrom(sample));
    expect([total, records.length]).toEqual([5_000, 25]);
    expect(records[0]?.properties).toMatchObject({ firstname: 'Amelia', email: expect.any(String) });
  });

  it('follows the one before it', async () => {
    const large = await readListPage(contact, { ...first, pageSize: 100 }, readFrom(sample));
    const second = await readListPage(contact, { ...first, page: 2 }, readFrom(sample));
    expect(second.records).toEqual(large.records.slice(25, 50));
  });

  it.each(['ascending', 'descending'] as const)('is sorted by a property, %s', async (direction) => {
    const sort = { property: 'amount', direction };
    const { records } = await readListPage(deal, { ...first, sort }, readFrom(sample));
    const amounts = records.map(({ properties }) => Number(properties['amount']));
    const sign = direction === 'ascending' ? 1 : -1;
    expect(amounts).toEqual([...amounts].sort((a, b) => sign * (a - b)));
    expect(new Set(amounts).size).toBeGreaterThan(1);
  });

  it('holds what contains the words of a search', async () => {
    const found = await readListPage(contact, { ...first, query: 'hargreaves' }, readFrom(sample));
    expect(found.total).toBeLessThan(5_000);
    for (const { properties } of found.records)
      expect(Object.values(properties).join().toLowerCase()).toContain('hargreaves');
  });

  it('is the last that a search can give where the address asks for a later one', async () => {
    const { records } = await readListPage(contact, { ...first, page: 99_999 }, readFrom(sample));
    expect(records).toEqual([]);
  });

  it.each([
    [0, 25, 1],
    [25, 25, 1],
    [26, 25, 2],
    [90_000, 100, 100],
  ])('is one of as many as %i records need', (total, size, pages) =>
    expect(pageCount(total, size)).toBe(pages),
  );
});

describe('the ids of all records', () => {
  it('are those of every page, each once', async () => {
    const counts: number[] = [];
    const ids = await readAllIds(contact, '', (count) => counts.push(count), readFrom(sample));
    expect(new Set(ids).size).toBe(5_000);
    expect(counts.slice(0, 2)).toEqual([100, 200]);
    expect(counts.at(-1)).toBe(5_000);
  });

  it.each(['', 'ada'])('are not cut at the 10,000 of a search (words: “%s”)', async (query) => {
    const ids = await readAllIds(contact, query, () => undefined, readFrom(crmWith(10_300)));
    expect(new Set(ids).size).toBe(10_300);
    expect(ids).toHaveLength(10_300);
  });

  it('are those of the words alone', async () => {
    const ids = await readAllIds(contact, 'evenside', () => undefined, readFrom(crmWith(1_000)));
    expect(ids).toHaveLength(500);
    expect(ids.every((id) => Number(BigInt(id) % 2n) === 0)).toBe(true);
  });

  it('are none where nothing is found', async () => {
    expect(await readAllIds(contact, 'nobody has this', () => undefined, readFrom(sample))).toEqual([]);
  });
});
