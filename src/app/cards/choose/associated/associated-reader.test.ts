import fc from 'fast-check';
import type { LinkedRecord, ListAnswer } from '@bulk-associate/contract';
import type { CallError, Reply } from '../../sdk/sdk';
import { FakeFunctions } from '../../testing/fake-functions';
import { FakeClock } from '../../testing/fake-sdk';
import { associatedReader } from './associated-reader';

type ListReply = Reply<'list_associations'>;

const linked = (id: string): LinkedRecord => ({ id, label: `Record ${id}`, labels: [] });
const page = (ids: string, cursor?: string): ListReply => {
  const answer: ListAnswer = { records: ids.split(' ').filter(Boolean).map(linked) };
  return { ok: true, ...answer, ...(cursor !== undefined && { cursor }) };
};
const failure = (code: CallError['code'] = 'HUBSPOT_UNAVAILABLE'): ListReply => ({
  ok: false,
  error: { code, message: '…' },
});
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A reader that gets these replies, one after another. */
function readerOf(replies: ListReply[]) {
  const functions = new FakeFunctions();
  const clock = new FakeClock();
  functions.replace('list_associations', () => replies.shift() ?? failure('INTERNAL'));
  const parameters = { objectType: '0-2', id: '7', toObjectType: '0-1' };
  const { call } = functions;
  const reader = associatedReader({ call, clock, parameters, rowOf: ({ id }) => id });
  const taken: string[] = [];
  return {
    reader,
    functions,
    clock,
    taken,
    take: (rows: readonly string[]) => void taken.push(...rows),
    cursors: () => functions.calls.map(({ parameters: sent }) => (sent as { cursor?: string }).cursor),
  };
}

/** A reader of pages of two records, whose calls wait until they are answered. */
function waitingReader() {
  const answers: (() => void)[] = [];
  const made = readerOf([]);
  const pages = [page('1 2', 'a'), page('3 4', 'b'), page('5')];
  made.functions.replace('list_associations', async ({ cursor }) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return pages[cursor === undefined ? 0 : cursor === 'a' ? 1 : 2] ?? failure();
  });
  const answer = async () => {
    answers.shift()?.();
    await settle();
  };
  return { ...made, answer };
}

describe('reading what a record is associated with', () => {
  it('calls nothing before it is asked to', () => {
    const { reader, functions } = readerOf([page('1')]);
    expect(reader.get()).toMatchObject({ rows: [], status: 'idle' });
    expect(functions.calls).toEqual([]);
  });

  it('asks for the record and the object type, and for each further page by its cursor', async () => {
    const { reader, functions } = readerOf([page('1', 'a'), page('2')]);
    reader.readOn(Infinity);
    await settle();
    const asked = { objectType: '0-2', id: '7', toObjectType: '0-1' };
    expect(functions.calls.map(({ parameters }) => parameters)).toEqual([asked, { ...asked, cursor: 'a' }]);
  });

  it.each([
    ['the first page, for one record', 1, '1 2', 'idle'],
    ['as many pages as hold the number', 3, '1 2 3 4', 'idle'],
    ['to the end, for all', Infinity, '1 2 3 4 5', 'complete'],
    ['to the end, for more than there are', 6, '1 2 3 4 5', 'complete'],
  ])('reads %s', async (_, count, ids, status) => {
    const { reader } = readerOf([page('1 2', 'a'), page('3 4', 'b'), page('5')]);
    reader.readOn(count);
    expect(reader.get().status).toBe('reading');
    await settle();
    expect(reader.get()).toEqual({ rows: ids.split(' '), status, isTaking: false });
  });

  it('goes on past an empty page', async () => {
    const { reader } = readerOf([page('', 'a'), page('1')]);
    reader.readOn(1);
    await settle();
    expect(reader.get()).toMatchObject({ rows: ['1'], status: 'complete' });
  });

  it('is complete without records where nothing is associated', async () => {
    const { reader } = readerOf([page('')]);
    reader.readOn(1);
    await settle();
    expect(reader.get()).toMatchObject({ rows: [], status: 'complete' });
  });

  it('has one call in flight, however often it is asked', async () => {
    const { reader, functions, answer } = waitingReader();
    reader.readOn(1);
    reader.readOn(3);
    reader.readOn(2);
    await settle();
    expect(functions.calls).toHaveLength(1);
    await answer();
    await answer();
    expect(reader.get()).toMatchObject({ rows: ['1', '2', '3', '4'], status: 'idle' });
  });

  it('tells its listeners of every page', async () => {
    const { reader } = readerOf([page('1', 'a'), page('2')]);
    const seen: number[] = [];
    const unsubscribe = reader.subscribe(() => seen.push(reader.get().rows.length));
    reader.readOn(Infinity);
    await settle();
    unsubscribe();
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe('a record on two pages', () => {
  it('is one row, in its first place, as it was read last', async () => {
    const { functions } = readerOf([]);
    const replies = [
      { ok: true as const, records: [linked('1'), linked('2')], cursor: 'a' },
      { ok: true as const, records: [{ ...linked('1'), label: 'New name' }, linked('3')] },
    ];
    functions.replace('list_associations', () => replies.shift() ?? failure());
    const parameters = { objectType: '0-2', id: '7', toObjectType: '0-1' };
    const { call } = functions;
    const reader = associatedReader({
      call,
      clock: new FakeClock(),
      parameters,
      rowOf: ({ label }) => label,
    });
    reader.readOn(Infinity);
    await settle();
    expect(reader.get().rows).toEqual(['New name', 'Record 2', 'Record 3']);
  });

  it('is passed on once', async () => {
    const { reader, taken, take } = readerOf([page('1 2', 'a'), page('2 3')]);
    reader.takeAll(take);
    await settle();
    expect(taken).toEqual(['1', '2', '3']);
  });
});

describe('stopping', () => {
  it('ends after the call in flight, whose page is kept, and goes on there', async () => {
    const { reader, answer, cursors } = waitingReader();
    reader.readOn(Infinity);
    reader.stop();
    expect(reader.get().status).toBe('idle');
    await answer();
    expect(reader.get()).toMatchObject({ rows: ['1', '2'], status: 'idle' });
    expect(cursors()).toEqual([undefined]);
    reader.readOn(Infinity);
    await answer();
    await answer();
    expect(reader.get()).toMatchObject({ rows: ['1', '2', '3', '4', '5'], status: 'complete' });
    expect(cursors()).toEqual([undefined, 'a', 'b']);
  });

  it('makes no second call where it goes on before the answer to the first', async () => {
    const { reader, answer, cursors } = waitingReader();
    reader.readOn(Infinity);
    reader.stop();
    reader.readOn(1);
    await answer();
    expect([reader.get().status, cursors()]).toEqual(['idle', [undefined]]);
  });

  it('passes nothing on any more', async () => {
    const { reader, answer, taken, take } = waitingReader();
    reader.takeAll(take);
    await answer();
    reader.stop();
    await answer();
    expect(taken).toEqual(['1', '2']);
    expect(reader.get()).toMatchObject({ rows: ['1', '2', '3', '4'], isTaking: false });
  });

  it('leaves a failure of the call in flight to the next reading', async () => {
    const { reader, clock } = readerOf([failure('DAILY_LIMIT'), page('1')]);
    reader.readOn(1);
    reader.stop();
    await settle();
    expect(reader.get()).toMatchObject({ status: 'idle', rows: [] });
    expect(reader.get().error).toBeUndefined();
    reader.readOn(1);
    await settle();
    expect(reader.get().rows).toEqual(['1']);
    expect(clock.waits).toEqual([]);
  });
});

describe('a failed call', () => {
  it('is repeated after a wait, with the same cursor', async () => {
    const { reader, clock, cursors } = readerOf([page('1', 'a'), failure(), failure('NO_ANSWER'), page('2')]);
    reader.readOn(Infinity);
    await settle();
    expect(reader.get()).toMatchObject({ rows: ['1', '2'], status: 'complete' });
    expect(clock.waits).toEqual([1000, 2000]);
    expect(cursors()).toEqual([undefined, 'a', 'a', 'a']);
  });

  it('is counted anew after a page', async () => {
    const three = [failure(), failure(), failure()];
    const { reader } = readerOf([...three, page('1', 'a'), ...three, page('2')]);
    reader.readOn(Infinity);
    await settle();
    expect(reader.get().status).toBe('complete');
  });

  it('ends reading after the fourth in a row, or where a repetition is no use', async () => {
    const four = readerOf([failure(), failure(), failure(), failure(), page('1')]);
    four.reader.readOn(1);
    const denied = readerOf([failure('MISSING_SCOPES'), page('1')]);
    denied.reader.readOn(1);
    await settle();
    expect(four.reader.get()).toMatchObject({ status: 'failed', error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect(denied.reader.get()).toMatchObject({ status: 'failed', error: { code: 'MISSING_SCOPES' } });
  });

  it('keeps what was read, waits for a retry, and then goes on where it failed', async () => {
    const { reader, cursors } = readerOf([page('1', 'a'), failure('DAILY_LIMIT'), page('2')]);
    reader.readOn(Infinity);
    await settle();
    expect(reader.get()).toMatchObject({ rows: ['1'], status: 'failed' });
    reader.readOn(Infinity);
    await settle();
    expect(cursors()).toHaveLength(2);
    reader.retry();
    expect(reader.get().status).toBe('reading');
    await settle();
    expect(reader.get()).toMatchObject({ rows: ['1', '2'], status: 'complete' });
    expect(cursors()).toEqual([undefined, 'a', 'a']);
  });

  it('does not end the passing on of all, which a retry finishes', async () => {
    const { reader, taken, take } = readerOf([page('1', 'a'), failure('DAILY_LIMIT'), page('2')]);
    reader.takeAll(take);
    await settle();
    expect([taken, reader.get().isTaking]).toEqual([['1'], true]);
    reader.retry();
    await settle();
    expect([taken, reader.get().isTaking]).toEqual([['1', '2'], false]);
  });
});

describe('a cursor that comes again', () => {
  it.each([
    ['at once', [page('1', 'a'), ...Array.from({ length: 4 }, () => page('2', 'a'))]],
    ['later', [page('1', 'a'), page('2', 'b'), ...Array.from({ length: 4 }, () => page('3', 'a'))]],
  ])('is a failure and no end: there may be more (%s)', async (_, replies) => {
    const { reader } = readerOf(replies);
    reader.readOn(Infinity);
    await settle();
    expect(reader.get()).toMatchObject({ status: 'failed', error: { code: 'BAD_ANSWER' } });
    expect(reader.get().rows).toContain('2');
    expect(replies).toEqual([]);
  });

  it('does no harm where the call then gives another', async () => {
    const { reader } = readerOf([page('1', 'a'), page('2', 'a'), page('2', 'b'), page('3')]);
    reader.readOn(Infinity);
    await settle();
    expect(reader.get()).toMatchObject({ rows: ['1', '2', '3'], status: 'complete' });
  });
});

describe('passing all on', () => {
  it('takes what was read at once, and the rest as it is read', async () => {
    const { reader, answer, taken, take } = waitingReader();
    reader.readOn(1);
    await answer();
    reader.takeAll(take);
    expect([taken, reader.get().isTaking]).toEqual([['1', '2'], true]);
    await answer();
    expect(taken).toEqual(['1', '2', '3', '4']);
    await answer();
    expect([taken, reader.get().isTaking]).toEqual([['1', '2', '3', '4', '5'], false]);
  });

  it('needs no call where all was read', async () => {
    const { reader, functions, taken, take } = readerOf([page('1')]);
    reader.readOn(1);
    await settle();
    reader.takeAll(take);
    expect([taken, reader.get().isTaking, functions.calls.length]).toEqual([['1'], false, 1]);
  });

  it('goes on after a failure', async () => {
    const { reader, taken, take } = readerOf([failure('DAILY_LIMIT'), page('1')]);
    reader.readOn(1);
    await settle();
    reader.takeAll(take);
    await settle();
    expect(taken).toEqual(['1']);
  });
});

it('loses and doubles nothing, whatever fails and whenever it is stopped', async () => {
  const pages = fc.array(fc.array(fc.integer({ min: 1, max: 30 }).map(String), { maxLength: 4 }), { minLength: 1, maxLength: 6 }); // prettier-ignore
  const turns = fc.array(fc.constantFrom('fail', 'stop', 'read', 'take', 'answer', 'retry'), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(pages, turns, async (all, events) => {
      const functions = new FakeFunctions();
      let answer: ((isRight: boolean) => void) | undefined;
      functions.replace('list_associations', async ({ cursor = '0' }) => {
        if (!(await new Promise<boolean>((resolve) => (answer = resolve)))) return failure('DAILY_LIMIT');
        const next = Number(cursor) + 1;
        return page((all[Number(cursor)] ?? []).join(' '), next < all.length ? String(next) : undefined);
      });
      const parameters = { objectType: '0-2', id: '7', toObjectType: '0-1' };
      const { call } = functions;
      const reader = associatedReader({ call, clock: new FakeClock(), parameters, rowOf: ({ id }) => id });
      let taken: string[] = [];
      const take = () => {
        taken = [];
        reader.takeAll((rows) => taken.push(...rows));
      };
      const act = { stop: reader.stop, read: () => reader.readOn(Infinity), take, retry: reader.retry };
      for (const event of events) {
        if (event === 'fail' || event === 'answer') answer?.(event === 'answer');
        else act[event]();
        await Promise.resolve();
      }
      take();
      while (reader.get().status !== 'complete') {
        if (reader.get().status === 'failed') reader.retry();
        answer?.(true);
        await settle();
      }
      const expected = [...new Set(all.flat())];
      expect(reader.get().rows).toEqual(expected);
      expect(taken).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
