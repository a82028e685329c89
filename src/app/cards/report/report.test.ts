import { en } from '../locales/en';
import { createTranslator } from '../locales/translator';
import type { Line } from '../run/ledger';
import { contacts, notFound } from '../testing/fake-functions';
import { reportOf } from './report';

const english = createTranslator('en', en, 'UTC');

/** The cells of the row of one line. */
function rowOf(line: Omit<Line, 'record'>): string[] {
  const ledger = [{ record: { id: '1', label: 'Ada' }, ...line }];
  const result = { ledger, type: contacts, operation: 'associate', endedAt: 0, stopped: false } as const;
  return reportOf(english, 123, result).split('\r\n')[1]?.split(',') ?? [];
}

describe('the report of a run', () => {
  it('has HubSpot’s message, category and correlation id for a failure', () => {
    const row = rowOf({ before: 'new', outcome: 'failed', error: notFound });
    expect(row.slice(2, 8)).toEqual([
      'Failed',
      en.why_notFound,
      notFound.message,
      `${notFound.category} / ${notFound.subCategory}`,
      notFound.correlationId,
      '',
    ]);
  });

  it('has the reason for a skipped record', () => {
    expect(rowOf({ before: 'self', outcome: 'skipped' }).slice(2, 4)).toEqual(['Left out', en.why_self]);
  });

  it('has the error of an undo beside the outcome of the run', () => {
    const undo = { outcome: 'failed', error: { message: 'Busy', category: 'RATE_LIMITED', retryable: true } } as const; // prettier-ignore
    const row = rowOf({ before: 'new', outcome: 'associated', undo });
    expect(row.slice(2, 8)).toEqual(['Associated', en.why_busy, 'Busy', 'RATE_LIMITED', '', 'Undo failed']);
  });
});
