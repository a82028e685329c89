// eslint-disable-next-line no-restricted-imports -- a test runs in Node
import { readdirSync } from 'node:fs';
import { en } from './en';
import { languageFor, languages } from './languages';
import type { Message } from './messages';
import { createTranslator } from './translator';

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(Object.entries(languages))('the language %s', (language, messages) => {
  it('has the keys of English and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(messages))('has the right places in %s', (key, message) => {
    const english = places(forms(en[key as keyof typeof en]).at(-1) ?? '');
    for (const form of forms(message)) {
      expect(form.trim()).not.toBe('');
      expect(places(form)).toEqual(english);
    }
  });

  it('has each plural form that its grammar asks for, where it has more than one', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const message of Object.values(messages)) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).sort()).toEqual([...pluralCategories].sort());
    }
  });
});

describe('the list of languages', () => {
  it('holds every language there is a file for', () => {
    const files = readdirSync(__dirname).filter((name) => /^[a-z]{2}\.ts$/.test(name));
    expect(Object.keys(languages).sort()).toEqual(files.map((name) => name.slice(0, 2)).sort());
  });

  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA_jp', 'ja'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('answers %p with %s', (tag, language) => expect(languageFor(tag)).toBe(language));
});

describe('a translator', () => {
  const english = createTranslator('en', en, 'Europe/Berlin');

  it('counts in the singular and in the plural', () => {
    expect(english.t('resultRetry', { n: 1 })).toBe('Retry 1 record');
    expect(english.t('resultRetry', { n: 1234 })).toBe('Retry 1,234 records');
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
