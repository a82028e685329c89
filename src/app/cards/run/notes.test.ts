import { checkNote } from '@bulk-associate/contract';
import { createKnownRecords } from '../records/known-records';
import { contacts, labels, someAnchors, someRecords } from '../testing/fake-functions';
import { FakeSdk } from '../testing/fake-sdk';
import type { Line } from './ledger';
import { nextKey, notesOf } from './notes';

const record = { objectType: '0-2', id: '7' };
const sdk = new FakeSdk();
const context = { sdk, known: createKnownRecords(record, sdk), record };
const result = {
  ledger: [],
  type: contacts,
  operation: { name: 'associate', label: labels[0] },
  phase: 'run',
  endedAt: 5,
  stopped: false,
  key: 'k-abcdef-1',
} as const;
const line = (n: number, outcome: Line['outcome'], more: Partial<Line> = {}): Line => ({
  record: someRecords(n)[n - 1] ?? { id: '', label: '' },
  before: 'new',
  outcome,
  ...more,
});

describe('the note about a run', () => {
  it('says what was changed, and counts every outcome', () => {
    const [note, ...others] = notesOf(
      result,
      [line(1, 'associated'), line(2, 'failed'), line(3, 'already')],
      context,
    );
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      ...record,
      language: 'en',
      timeZone: 'Europe/Berlin',
      run: {
        label: 'Decision maker',
        objects: 'Contacts',
        user: 'Ada Lovelace (ada@example.com)',
        counts: { associated: 1, failed: 1, already: 1 },
        changed: 1,
        records: [{ id: '1001', label: 'Record 1' }],
      },
    });
    expect(checkNote(note)).toMatchObject({ ok: true });
  });

  it('says of an undo what was undone', () => {
    const undone = line(1, 'associated', { undo: { outcome: 'undone' } });
    const kept = line(2, 'associated', { undo: { outcome: 'kept' } });
    const [note] = notesOf({ ...result, phase: 'undo' }, [undone, kept], context);
    expect(note?.run).toMatchObject({ phase: 'undo', counts: { undone: 1, kept: 1 }, changed: 1 });
    expect(checkNote(note)).toMatchObject({ ok: true });
  });

  it('stands on each anchor whose associations were changed', () => {
    const [one, two, three] = someAnchors(3);
    const lines = [
      line(1, 'associated', { anchor: one }),
      line(1, 'failed', { anchor: two }),
      line(2, 'associated', { anchor: three }),
    ];
    expect(notesOf(result, lines, { ...context, record: undefined }).map(({ id }) => id)).toEqual([
      '501',
      '503',
    ]);
  });

  it('is none where nothing was changed', () => {
    expect(notesOf(result, [line(1, 'failed'), line(2, 'skipped')], context)).toEqual([]);
  });

  it('names a thousand of many records, and counts all', () => {
    const many = someRecords(1_200).map((ref) => ({ record: ref, before: 'new', outcome: 'associated' }) as const); // prettier-ignore
    const [note] = notesOf(result, many, context);
    expect([note?.run.records.length, note?.run.changed]).toEqual([1_000, 1_200]);
    expect(checkNote(note)).toMatchObject({ ok: true });
  });
});

it('numbers what is done with one run, one after the other', () => {
  const first = nextKey(undefined, 1_700_000_000_000);
  expect(first).toMatch(/^[a-z0-9]+-[a-z0-9]{1,6}-1$/);
  expect(nextKey(first, 0)).toBe(first.replace(/1$/, '2'));
  expect(nextKey('a-b-9', 0)).toBe('a-b-10');
});
