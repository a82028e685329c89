import type { RecordRef } from '@bulk-associate/contract';
import { en } from '@bulk-associate/messages';
import { createTranslator } from '../locales/translator';
import type { Line } from '../run/ledger';
import type { Anchor } from '../run/pairs';
import type { Operation } from '../run/operation';
import { contacts, labels, notFound, someAnchors } from '../testing/fake-functions';
import { createKnownRecords } from '../records/known-records';
import { FakeSdk } from '../testing/fake-sdk';
import { reportOf } from './report';

const english = createTranslator('en', en, 'UTC');
const known = createKnownRecords({ objectType: '0-2', id: '7' }, new FakeSdk());

/** The cells of the row of one line. */
function rowOf(
  line: Omit<Line, 'record'>,
  record: RecordRef = { id: '1', label: 'Ada' },
  operation: Operation = { name: 'associate' },
): string[] {
  const ledger = [{ record, ...line }];
  const result = {
    ledger,
    type: { ...contacts, labels },
    operation,
    phase: 'run',
    endedAt: 0,
    stopped: false,
  } as const;
  return reportOf(english, 123, result, known).split('\r\n')[1]?.split('\t') ?? [];
}

describe('the report of a run', () => {
  it('has what tells the record apart, and leaves out a name that was never read', () => {
    const line = { before: 'new', outcome: 'associated' } as const;
    const ada = { id: '1', label: 'Ada', detail: 'ada@example.com' };
    expect(rowOf(line, ada).slice(0, 3)).toEqual(['Ada', 'ada@example.com', '="1"']);
    expect(rowOf(line, { id: '1', label: '1' }).slice(0, 3)).toEqual(['', '', '="1"']);
  });

  it('has HubSpot’s message, category and correlation id for a failure', () => {
    const row = rowOf({ before: 'new', outcome: 'failed', error: notFound });
    expect([row[3], ...row.slice(5, 10)]).toEqual([
      'Failed',
      en.why_notFound,
      notFound.message,
      `${notFound.category} / ${notFound.subCategory}`,
      notFound.correlationId,
      '',
    ]);
  });

  it('has the label that was given, and the labels that went with a removed association', () => {
    const [decisionMaker, primary] = labels;
    const line = { before: 'new', outcome: 'associated', labels: [primary] } as const;
    const ada = { id: '1', label: 'Ada' };
    expect(rowOf(line, ada, { name: 'associate' })[4]).toBe('');
    expect(rowOf(line, ada, { name: 'associate', label: decisionMaker })[4]).toBe('Decision maker');
    expect(rowOf(line, ada, { name: 'remove' })[4]).toBe('Primary');
  });

  it('has the reason for a skipped record', () => {
    expect(rowOf({ before: 'self', outcome: 'skipped' }).slice(3, 6)).toEqual(['Left out', '', en.why_self]);
  });

  it('has the error of an undo beside the outcome of the run', () => {
    const undo = { outcome: 'failed', error: { message: 'Busy', category: 'RATE_LIMITED', retryable: true } } as const; // prettier-ignore
    const row = rowOf({ before: 'new', outcome: 'associated', undo });
    expect([row[3], ...row.slice(5, 10)]).toEqual([
      'Associated',
      en.why_busy,
      'Busy',
      'RATE_LIMITED',
      '',
      'Undo failed',
    ]);
  });

  it('names the anchor of each row where there are several, and none where there is one', () => {
    const lineOf = (anchor: Anchor) => ({ record: { id: '1', label: 'Ada' }, anchor, before: 'new', outcome: 'associated' }) as const; // prettier-ignore
    const rowsOf = (count: number) => {
      const ledger = someAnchors(count).map(lineOf);
      const result = { ledger, type: contacts, operation: { name: 'associate' }, phase: 'run', endedAt: 0, stopped: false } as const; // prettier-ignore
      return reportOf(english, 123, result, known)
        .split('\r\n')
        .map((row) => row.split('\t').slice(2, 5));
    };
    expect(rowsOf(1)[1]).toEqual(['="1"', 'Associated', '']);
    expect(rowsOf(2)).toMatchObject([
      [en.column_hs_object_id, 'With', 'With (Record ID)'],
      ['="1"', 'Deal 1', '="501"'],
      ['="1"', 'Deal 2', '="502"'],
    ]);
  });
});
