import fc from 'fast-check';
import type { FunctionUid } from '@bulk-associate/contract';
import { FakeClock } from '../testing/fake-sdk';
import { callThrough } from './call';

const parameters = {
  fromObjectType: '0-2',
  toObjectType: '0-1',
  inputs: [{ from: { id: '7' }, to: { id: '1' } }],
};
const outcome = { from: { id: '7' }, to: { id: '1' }, status: 'associated' };
const denied = { code: 'MISSING_SCOPES', message: '…' };
const usage = { calls: 1, retries: 0, elapsedMs: 1, batchSize: 100 };
const buyer = { category: 'USER_DEFINED', typeId: 3, name: 'Buyer' };
const linked = { id: '1', label: 'Ada', detail: 'ada@example.com', labels: [buyer] };
const listed = { objectType: '0-2', id: '7', toObjectType: '0-1' };
/** A clock on which a deadline never comes. */
const clock = { now: () => 0, sleep: () => new Promise<void>(() => undefined) };

function associate(answer: unknown) {
  return callThrough(() => Promise.resolve(answer), clock)('associate_records', parameters);
}

describe('calling an app function', () => {
  it('passes on an answer that keeps the contract', async () => {
    const answer = { ok: true, outcomes: [outcome], usage };
    expect(await associate(answer)).toBe(answer);
  });

  it('passes on an error with its details', async () => {
    const error = { code: 'MISSING_SCOPES', message: '…', requiredScopes: ['tickets'] };
    expect(await associate({ ok: false, error })).toEqual({ ok: false, error });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ok'],
    ['no outcomes', { ok: true, usage }],
    ['too few outcomes', { ok: true, outcomes: [], usage }],
    ['too many outcomes', { ok: true, outcomes: [outcome, outcome], usage }],
    ['an unknown status', { ok: true, outcomes: [{ ...outcome, status: 'done' }], usage }],
    ['the outcome of another record', { ok: true, outcomes: [{ ...outcome, to: { id: '2' } }], usage }],
    [
      'a pair the other way round',
      { ok: true, outcomes: [{ ...outcome, from: { id: '1' }, to: { id: '7' } }], usage },
    ],
    ['no usage', { ok: true, outcomes: [outcome] }],
    ['an error without a code', { ok: false, error: { message: '…' } }],
    ['a wait that is no number', { ok: false, error: { ...denied, retryAfterMs: '5' } }],
    ['scopes that are no list', { ok: false, error: { ...denied, requiredScopes: 'tickets' } }],
    ['an early end without a code', { ok: true, outcomes: [outcome], usage, stopped: {} }],
  ])('treats %s as a bad answer', async (_, answer) => {
    expect(await associate(answer)).toMatchObject({ ok: false, error: { code: 'BAD_ANSWER' } });
  });

  it.each([
    [
      { kind: 'list', entries: ['1', { values: ['a'], numbers: ['id'], name: 'Ada' }], heading: 'Email' },
      true,
    ],
    [{ kind: 'table', columns: [{}, { sample: 'x' }], suggested: [1], titles: ['Export'] }, true],
    [{ kind: 'askNumbers', sample: '1,200', grouped: '1200', list: ['1', '200'] }, true],
    [{ kind: 'list', entries: [{ values: [] }] }, false],
    [{ kind: 'list', entries: [{ text: 'a' }] }, false],
    [{ kind: 'list' }, false],
    [{ kind: 'table', columns: [{ heading: 7 }], suggested: [], titles: [] }, false],
    [{ kind: 'table', columns: [], suggested: ['0'], titles: [] }, false],
    [{ kind: 'askNumbers', sample: '1,200' }, false],
    [{ kind: 'tree' }, false],
    [undefined, false],
  ])('takes %j for the parts of a pasted text: %p', async (parts, isRight) => {
    const call = callThrough(() => Promise.resolve({ ok: true, parts }), clock);
    const reply = await call('read_pasted_text', { objectType: '0-1', text: 'x' });
    expect(reply.ok).toBe(isRight);
  });

  it('treats a page whose cursor is no text as a bad answer', async () => {
    const answer = { ok: true, records: [], capped: false, cursor: 5 };
    const call = callThrough(() => Promise.resolve(answer), clock);
    const reply = await call('collect_records', { objectType: '0-1', source: { query: '' } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'BAD_ANSWER' } });
  });

  it.each([
    ['a record without labels', { id: '1', label: 'Ada' }],
    ['a record without an id', { label: 'Ada', labels: [] }],
    ['a detail that is no text', { id: '1', label: 'Ada', detail: {}, labels: [] }],
    ['a label without a name', { id: '1', label: 'Ada', labels: [{ category: 'USER_DEFINED', typeId: 3 }] }],
    ['a label without a category', { id: '1', label: 'Ada', labels: [{ typeId: 3, name: 'Buyer' }] }],
    ['a label whose type is no number', { id: '1', label: 'Ada', labels: [{ ...buyer, typeId: '3' }] }],
  ])('treats a list of associations that has %s as a bad answer', async (_, record) => {
    const call = callThrough(() => Promise.resolve({ ok: true, records: [linked, record] }), clock);
    expect(await call('list_associations', listed)).toMatchObject({ error: { code: 'BAD_ANSWER' } });
  });

  it('passes on a list of associations', async () => {
    const answer = { ok: true, records: [linked], cursor: '2', total: 1 };
    expect(await callThrough(() => Promise.resolve(answer), clock)('list_associations', listed)).toBe(answer);
  });

  it('turns a rejection into an error', async () => {
    const call = callThrough(() => Promise.reject(new Error('boom')), clock);
    expect(await call('associate_records', parameters)).toMatchObject({ error: { code: 'NO_ANSWER' } });
  });

  it('turns a throw into an error', async () => {
    const call = callThrough(() => {
      throw new Error('boom');
    }, clock);
    expect(await call('associate_records', parameters)).toMatchObject({ error: { code: 'NO_ANSWER' } });
  });

  it('gives up after its deadline', async () => {
    const call = callThrough(() => new Promise(() => undefined), new FakeClock());
    expect(await call('associate_records', parameters)).toMatchObject({ error: { code: 'NO_ANSWER' } });
  });

  it('never rejects, whatever is answered', async () => {
    const uids: FunctionUid[] = ['resolve_records', 'find_segments', 'describe_objects', 'preview_associations', 'remove_associations']; // prettier-ignore
    const anything = fc.oneof(fc.anything(), fc.record({ ok: fc.constant(true), outcomes: fc.anything(), lines: fc.anything() })); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...uids), anything, async (uid, answer) => {
        const call = callThrough(() => Promise.resolve(answer), clock);
        const reply = await call(uid, { ...parameters, values: ['a'] } as never);
        expect(reply.ok).toBe(false);
      }),
    );
  });
});
