import { en, type Messages } from './en';
import { countOf, messages } from './index';

const flat = ({ kinds, ...others }: Messages): Record<string, string> => ({ ...others, ...kinds });
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(Object.entries(messages))('the texts of the page in %s', (language, texts) => {
  it('are those of English, with the same places', () => {
    const [english, translated] = [flat(en), flat(texts)];
    expect(Object.keys(translated)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(translated))
      expect([key, places(text)]).toEqual([key, places(english[key] ?? '')]);
  });

  it('hold no text of English that is a sentence', () => {
    const english = new Set(language === 'en' ? [] : Object.values(flat(en)));
    const left = Object.values(flat(texts)).filter((text) => english.has(text) && /\w \w/.test(text));
    expect(left).toEqual([]);
  });
});

it('a count is written as in the language', () => {
  expect(countOf(5_000, 'en')).toBe('5,000');
  expect(countOf(5_000, 'de')).toBe('5.000');
});
