import type { CollectAnswer } from '@bulk-associate/contract';
import type { CallError, Reply } from '../sdk/sdk';
import { FakeFunctions, someRecords } from '../testing/fake-functions';
import { FakeClock } from '../testing/fake-sdk';
import { collectAll } from './collect-all';
import { collectingReducer, capOf, type CollectEvent } from './collecting';

type CollectReply = Reply<'collect_records'>;
const page = (fields: Partial<CollectAnswer> = {}): CollectReply => ({
  ok: true,
  records: someRecords(1),
  capped: false,
  ...fields,
});
const failure = (fields: Partial<CallError> = {}): CollectReply => ({
  ok: false,
  error: { code: 'HUBSPOT_UNAVAILABLE', message: '…', ...fields },
});

/** Collects with these replies, one after another, and counts the pages. */
async function collect(replies: CollectReply[]) {
  const functions = new FakeFunctions();
  const clock = new FakeClock();
  functions.replace('collect_records', () => replies.shift() ?? failure({ code: 'INTERNAL' }));
  let pages = 0;
  const { call } = functions;
  const job = { call, clock, objectType: '0-1', source: { query: '' }, isStopped: () => false };
  const ending = await collectAll(job, () => (pages += 1));
  return { ending, pages, waits: clock.waits };
}

describe('collecting all records', () => {
  it('counts failures anew after a page', async () => {
    const [next, last] = [page({ cursor: '1' }), page()];
    const replies = [failure(), failure(), failure(), next, failure(), failure(), failure(), last];
    const { ending, waits } = await collect(replies);
    expect(waits).toEqual([1000, 2000, 4000, 1000, 2000, 4000]);
    expect(ending.error).toBeUndefined();
  });

  it('gives up after the fourth failure in a row', async () => {
    const { ending } = await collect([failure(), failure(), failure(), failure(), page()]);
    expect(ending.error?.code).toBe('HUBSPOT_UNAVAILABLE');
  });

  it('ends at a cursor that is repeated', async () => {
    const { ending, pages } = await collect([page({ cursor: '1' }), page({ cursor: '1' })]);
    expect(pages).toBe(2);
    expect(ending.error).toBeUndefined();
  });

  it('returns that HubSpot hides further matches, also when it then fails', async () => {
    const capped = page({ capped: true, cursor: '1' });
    expect((await collect([page({ capped: true })])).ending.capped).toBe(true);
    const { ending } = await collect([capped, failure({ code: 'DAILY_LIMIT' })]);
    expect(ending).toMatchObject({ capped: true, error: { code: 'DAILY_LIMIT' } });
  });
});

describe('the state of collecting', () => {
  it('keeps the total when a page does not have it', () => {
    const state = { name: 'collecting', request: 1, source: { query: '' }, found: 1, total: 5 } as const;
    const event: CollectEvent = { type: 'collectedPage', request: 1, found: 2 };
    expect(collectingReducer(state, event)).toMatchObject({ found: 3, total: 5 });
  });
});

describe('the most matches that HubSpot returns', () => {
  it.each([
    ['limited for words', { query: 'ada' }, 10_000],
    ['limited for filters', { query: '', filterGroups: [{ filters: [] }] }, 10_000],
    ['not limited for all records of a type', { query: '', filterGroups: [] }, Infinity],
  ])('are %s', (_, source, cap) => expect(capOf(source)).toBe(cap));
});
