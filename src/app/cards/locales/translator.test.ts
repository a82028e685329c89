import { en } from '@bulk-associate/messages';
import { createTranslator } from './translator';

describe('a translator', () => {
  const english = createTranslator('en', en, 'Europe/Berlin');

  it('counts in the singular and in the plural', () => {
    expect(english.t('resultRetry', { n: 1 })).toBe('Retry 1 record');
    expect(english.t('resultRetry', { n: 1234 })).toBe('Retry 1,234 records');
  });

  it('says in English, with its plural forms, what is missing in another language', () => {
    const { t } = createTranslator('ja', { chooseReview: '{n}件を確認' }, 'UTC');
    expect(t('chooseReview', { n: 1 })).toBe('1件を確認');
    expect([1, 2].map((n) => t('resultRetry', { n }))).toEqual(['Retry 1 record', 'Retry 2 records']);
  });

  it('inserts texts unchanged, even if they contain placeholders', () => {
    expect(english.t('detailed', { what: '{what} $1', detail: '{n}' })).toBe('{what} $1 ({n})');
  });

  it('formats times in the time zone of the account', () => {
    expect(english.time(Date.UTC(2026, 0, 1, 12))).toMatch(/^1:00/);
  });

  it('survives a time zone that does not exist', () => {
    expect(createTranslator('en', en, 'Mars/Olympus').date(0)).toMatch(/19(70|69)/);
  });
});
