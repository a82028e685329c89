import { closestLanguage, languages, languageTags, textIn } from './languages';

describe('the languages of the stand-in', () => {
  it('have one order', () => {
    expect(languageTags).toEqual(Object.keys(languages));
    const texts = ['en', 'ja', 'de', 'fr', 'es', 'pt-br'] as const;
    for (const language of languageTags) expect(textIn(language, texts)).toBe(language);
  });

  it.each([
    ['de', 'de'],
    ['de_CH', 'de'],
    ['fr-CA', 'fr'],
    ['es-mx', 'es'],
    ['pt', 'pt-br'],
    ['pt-PT', 'pt-br'],
    ['PT-BR', 'pt-br'],
    ['zh-tw', undefined],
    ['d', undefined],
    ['', undefined],
  ])('have, for %p, %p', (tag, language) => expect(closestLanguage(tag)).toBe(language));
});
