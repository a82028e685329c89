import { en } from '../locales/en';
import { createTranslator } from '../locales/translator';
import type { Line } from '../run/ledger';
import { summaryText, undoSummaryText } from './outcome-words';

const english = createTranslator('en', en, 'UTC');
const record = { id: '1', label: 'Ada' };
const line = (fields: Partial<Line>): Line => ({ record, before: 'new', outcome: 'associated', ...fields });

describe('the summary of a run', () => {
  it('counts the associated records first, and leaves out what did not occur', () => {
    const ledger = [line({ outcome: 'failed' }), line({ outcome: 'already' }), line({}), line({})];
    expect(summaryText(english, ledger)).toBe('2 associated, 1 failed, 1 already associated');
  });

  it('is empty for an undo that did not take place', () => {
    expect(undoSummaryText(english, [line({})])).toBe('');
    expect(undoSummaryText(english, [line({ undo: { outcome: 'kept' } })])).toBe('1 kept because labelled');
  });
});
