import { pageHtml } from './page';
import { languageOf, pageWords, type PageName } from './page-words';

describe('languageOf', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
    ['en;q=0.5, ja;q=0.9', 'ja'],
    ['en-GB,en;q=0.9,ja;q=0.5', 'en'],
    ['de-DE,de;q=0.9,ja;q=0.5', 'ja'],
    ['jam', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (header, language) => expect(languageOf(header)).toBe(language));
});

describe('pageHtml', () => {
  const names: PageName[] = [
    'installed',
    'declined',
    'stale',
    'refused',
    'hubspotUnavailable',
    'databaseUnavailable',
  ];

  it.each(names)('says %s in both languages, with one link', async (name) => {
    for (const language of ['en', 'ja'] as const) {
      const text = String(await pageHtml(language, name, 'https://example.com/next'));
      const { title, link, steps = [] } = pageWords(language, name);
      for (const words of [title, link, ...steps]) expect(text).toContain(words);
      expect(text).toContain(`lang="${language}"`);
      expect(text.match(/href="https:\/\/example.com\/next"/g)).toHaveLength(1);
    }
  });

  it('lets no address become markup', async () => {
    expect(String(await pageHtml('en', 'stale', '"><script>'))).not.toContain('<script>');
  });
});
