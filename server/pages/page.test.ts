import { faces, languages } from '@bulk-associate/messages';
import { languageOf } from './language';
import { pageHtml } from './page';
import { adminWords, pageWords, type PageName } from './words';

describe('languageOf', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
    ['en;q=0.5, ja;q=0.9', 'ja'],
    ['en-GB,en;q=0.9,ja;q=0.5', 'en'],
    ['nl-NL,nl;q=0.9,ja;q=0.5', 'ja'],
    ['ja;q=0, en;q=0.1', 'en'],
    ['jam', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (header, language) => expect(languageOf(header)).toBe(language));

  it.each(languages)('of %s, as HubSpot gives it to the card, is the same', (language) => {
    expect(languageOf(language)).toBe(language);
    expect(languageOf(`nl, ${language.toUpperCase()};q=0.7, en;q=0.5`)).toBe(language);
  });
});

const names: PageName[] = [
  'installed',
  'declined',
  'stale',
  'refused',
  'hubspotUnavailable',
  'databaseUnavailable',
];

describe.each(languages)('in %s', (language) => {
  it.each(names)('the page %s says what happened, with one link', async (name) => {
    const text = String(await pageHtml(language, name, 'https://example.com/next'));
    const { title, link, steps = [] } = pageWords(language, name);
    for (const words of [title, link, ...steps]) expect(text).toContain(words);
    expect(text).toContain(`lang="${language}"`);
    expect(text.match(/href="https:\/\/example.com\/next"/g)).toHaveLength(1);
  });

  it('the last step names the button as the card does', () => {
    expect(pageWords(language, 'installed').steps?.at(-1)).toContain(faces[language].faceOpen);
  });

  it('no page is in English', () => {
    if (language === 'en') return;
    for (const name of names)
      for (const key of ['title', 'text', 'link'] as const)
        expect(pageWords(language, name)[key]).not.toBe(pageWords('en', name)[key]);
  });

  it('the page for admins puts in whom and what it is about', () => {
    const { intro, user, pending, removeOf, runsText } = adminWords(language);
    for (const text of [intro('4712'), user('4712'), pending('4712'), removeOf('4712'), runsText(4712)])
      expect(text).toContain('4712');
  });
});

it('lets no address become markup', async () => {
  expect(String(await pageHtml('en', 'stale', '"><script>'))).not.toContain('<script>');
});
