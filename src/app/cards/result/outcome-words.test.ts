import { en } from '@bulk-associate/messages';
// eslint-disable-next-line no-restricted-imports -- words that are declined
import { panels } from '@bulk-associate/messages/panel';
import { createTranslator } from '../locales/translator';
import type { Line } from '../run/ledger';
import type { Operation } from '../run/operation';
import { statusTitle, summaryText, undoSummaryText } from './outcome-words';

const english = createTranslator('en', en, 'UTC');
const record = { id: '1', label: 'Ada' };
const line = (fields: Partial<Line>): Line => ({ record, before: 'new', outcome: 'associated', ...fields });

const associate: Operation = { name: 'associate' };

describe('the summary of a run', () => {
  it('counts the associated records first, and leaves out what did not occur', () => {
    const ledger = [line({ outcome: 'failed' }), line({ outcome: 'already' }), line({}), line({})];
    expect(summaryText(english, associate, ledger)).toBe('2 associated, 1 failed, 1 already associated');
  });

  it('speaks of the label where the operation has one: the association may exist without it', () => {
    const label = { category: 'USER_DEFINED', typeId: 28, name: 'Decision maker' } as const;
    const ledger = [line({ outcome: 'already' }), line({ outcome: 'absent' })];
    const words = '1 with the label already, 1 without the label';
    expect(summaryText(english, { name: 'remove', label }, ledger)).toBe(words);
    expect(statusTitle(english, { name: 'remove', label }, 'absent')).toBe('Without the label');
    expect(statusTitle(english, { name: 'remove' }, 'absent')).toBe('Not associated');
  });

  it.each([
    ['es', '2 con error y 1 omitido', '2 asociados y 1 con error', 'Asociado', 'Asociados'],
    ['pt-br', '2 com erro, 1 omitido', '2 associados, 1 com erro', 'Associado', 'Associados'],
  ] as const)('declines the status with its number in %s', (language, one, several, tag, tab) => {
    const translator = createTranslator(language, panels[language], 'UTC');
    const failed = line({ outcome: 'failed' });
    const skipped = line({ outcome: 'skipped' });
    expect(summaryText(translator, associate, [line({}), line({}), failed])).toBe(several);
    expect(summaryText(translator, associate, [skipped, failed, failed])).toBe(one);
    expect(statusTitle(translator, associate, 'associated')).toBe(tag);
    expect(statusTitle(translator, associate, 'associated', 2)).toBe(tab);
  });

  it('is empty for an undo that did not take place', () => {
    expect(undoSummaryText(english, associate, [line({})])).toBe('');
    expect(undoSummaryText(english, associate, [line({ undo: { outcome: 'kept' } })])).toBe(
      '1 kept because labelled',
    );
  });
});
