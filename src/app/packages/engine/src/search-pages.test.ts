import fc from 'fast-check';
import { Run } from './run';
import { readSearchPages } from './search-pages';
import { json, ScriptedHubSpot, type Script } from './testing';

/** A search with so many results. `step`: how far a page leads, and how many results it holds at most. */
interface Search {
  total: number;
  latencyMs?: (after: number) => number;
  /** The cursor of the page after this one. HubSpot's is believed to be `after + 200`. */
  next?: (after: number) => number;
}

const idsFrom = (start: number, end: number) => Array.from({ length: Math.max(0, end - start) }, (_, n) => start + n); // prettier-ignore

function search({ total, latencyMs = () => 100, next = (after) => after + 200 }: Search): Script {
  return async ({ body }, { time }) => {
    const after = Number((body as { after: string }).after);
    await time.sleep(latencyMs(after));
    const end = Math.min(total, next(after));
    const results = idsFrom(after, end).map((id) => ({ id: String(id) }));
    return json(200, { total, results, ...(end < total && { paging: { next: { after: String(end) } } }) });
  };
}

/** Reads a search in several calls to a warm process, each with a page more after so many milliseconds. */
async function readAll(script: Script, callMs = 3_000) {
  const fake = new ScriptedHubSpot(script);
  const ids: number[] = [];
  let from = '0';
  let total: number | undefined;
  let isOver = false;
  await fake.run(async (hubspot) => {
    while (!isOver) {
      const run = new Run(hubspot);
      const pages = await readSearchPages(
        run,
        '0-1',
        { query: 'a', properties: [] },
        { from, ...(total !== undefined && { total }), isWanted: () => run.elapsedMs < callMs },
      );
      ids.push(...pages.results.map(({ id }) => Number(id)));
      ({ total } = pages);
      isOver = pages.after === undefined;
      from = pages.after ?? '';
    }
  });
  const ats = fake.seen.map(({ at }) => at);
  return { ids, ms: fake.time.now(), searches: fake.seen.length, gaps: ats.slice(1).map((at, n) => at - (ats[n] ?? 0)) }; // prettier-ignore
}

describe('the pages of a search', () => {
  it.each([50, 200, 500, 1_000])('start 210 ms apart where an answer takes %i ms', async (latency) => {
    const { ids, gaps } = await readAll(search({ total: 2_000, latencyMs: () => latency }), 10_000);
    expect(ids).toEqual(idsFrom(0, 2_000));
    // The first page says how many there are: the others wait for it.
    expect(gaps).toEqual([Math.max(210, latency), ...Array<number>(8).fill(210)]);
  });

  it('take one search where there is one page', async () => {
    expect(await readAll(search({ total: 200 }))).toMatchObject({ searches: 1, ms: 100 });
  });

  it('take no search beyond the end, or beyond the results that HubSpot returns', async () => {
    expect((await readAll(search({ total: 1_001 }))).searches).toBe(6);
    const { ids, searches } = await readAll(search({ total: 12_345 }));
    expect([ids.length, searches]).toEqual([10_000, 50]);
  });

  it('are each read once where a cursor is no number of results', async () => {
    const { ids } = await readAll(search({ total: 2_000, next: (after) => after + 170 }));
    expect(ids).toEqual(idsFrom(0, 2_000));
  });

  it('are each read once where one of them is short', async () => {
    const { ids } = await readAll(search({ total: 2_000, next: (after) => after + (after === 600 ? 150 : 200) })); // prettier-ignore
    expect(ids).toEqual(idsFrom(0, 2_000));
  });

  it('are asked for one after another once a cursor is another than believed', async () => {
    const { gaps } = await readAll(search({ total: 2_000, latencyMs: () => 500, next: (after) => after + 170 }), 20_000); // prettier-ignore
    expect(gaps.slice(-6)).toEqual(Array(6).fill(500));
  });

  it('are each read once, in order, whatever the cursors, the answers’ times and the lengths of the calls', async () => {
    const anySearch = fc.record({
      total: fc.integer({ min: 0, max: 3_000 }),
      steps: fc.array(fc.constantFrom(200, 200, 200, 90, 137, 199), { minLength: 1, maxLength: 6 }),
      latencies: fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 6 }),
      callMs: fc.integer({ min: 1, max: 5_000 }),
    });
    await fc.assert(
      fc.asyncProperty(anySearch, async ({ total, steps, latencies, callMs }) => {
        const of = <T>(list: T[], after: number) => list[after % list.length] as T;
        const script = search({
          total,
          next: (after) => after + of(steps, after),
          latencyMs: (after) => of(latencies, after),
        });
        const { ids } = await readAll(script, callMs);
        expect(ids).toEqual(idsFrom(0, total));
      }),
      { numRuns: 40 },
    );
  });

  it('end before one that fails, with its cursor and nothing in flight', async () => {
    const good = search({ total: 2_000, latencyMs: () => 300 });
    const script: Script = (request, fake) =>
      (request.body as { after: string }).after === '400'
        ? json(400, { message: 'No.' })
        : good(request, fake);
    const fake = new ScriptedHubSpot(script);
    const pages = await fake.run((hubspot) =>
      readSearchPages(new Run(hubspot), '0-1', { properties: [] }, { from: '0', isWanted: () => true }),
    );
    expect(pages).toMatchObject({ results: { length: 400 }, after: '400', failed: { kind: 'refused' } });
    const sent = fake.seen.length;
    await fake.run(() => fake.time.sleep(20_000));
    expect(fake.seen.length).toBe(sent);
  });
});
