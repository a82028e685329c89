/**
 * A text of HubSpot in the languages of its screens, by HubSpot's own words as far as they are known. A plain string is a
 * text of the account, which is the same in every language: HubSpot translates its own properties only.
 */
export type Words =
  string | readonly [en: string, ja: string, de: string, fr: string, es: string, ptBr: string];

const languages = ['en', 'ja', 'de', 'fr', 'es', 'pt'];

/** The text in the language of a locale (`ja`, `pt-br`, `de_CH`); in English without one or in another language. */
export function inLanguage(words: Words, locale = 'en'): string {
  if (typeof words === 'string') return words;
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return words[languages.indexOf(language)] ?? words[0];
}
