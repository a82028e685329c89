import { closestLanguage, textIn, type InEachLanguage } from '../languages';

/**
 * A text of HubSpot in the languages of its screens, by HubSpot's own words as far as they are known. A plain string is a
 * text of the account, which is the same in every language: HubSpot translates its own properties only.
 */
export type Words = string | InEachLanguage;

/** The text in the language of a locale (`ja`, `pt-br`, `de_CH`); in English without one or in another language. */
export function inLanguage(words: Words, locale = 'en'): string {
  return typeof words === 'string' ? words : textIn(closestLanguage(locale) ?? 'en', words);
}
