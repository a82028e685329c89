/**
 * The languages of the stand-in, by the tag that HubSpot gives as the language of a user: their own name, and the locale of
 * a user with this language.
 */
export const languages = {
  en: { name: 'English', locale: 'en-us' },
  ja: { name: '日本語', locale: 'ja-jp' },
  de: { name: 'Deutsch', locale: 'de-de' },
  fr: { name: 'Français', locale: 'fr-fr' },
  es: { name: 'Español', locale: 'es-es' },
  'pt-br': { name: 'Português do Brasil', locale: 'pt-br' },
} as const;

/** See `languages`. */
export type Language = keyof typeof languages;
/** In the order of `InEachLanguage`. */
export const languageTags = ['en', 'ja', 'de', 'fr', 'es', 'pt-br'] as const satisfies readonly Language[];

/** A text in every language. */
export type InEachLanguage = readonly [
  en: string,
  ja: string,
  de: string,
  fr: string,
  es: string,
  ptBr: string,
];

/** The language of a tag or locale: the same one, else one with the same first part (`pt-br` for `pt_PT`), else undefined. */
export function closestLanguage(tag: string): Language | undefined {
  const wanted = tag.toLowerCase().replaceAll('_', '-');
  const first = wanted.split('-')[0];
  return (
    languageTags.find((one) => one === wanted) ?? languageTags.find((one) => one.split('-')[0] === first)
  );
}

/** The text in a language. */
export function textIn(language: Language, texts: InEachLanguage): string {
  return texts[languageTags.indexOf(language)] ?? texts[0];
}
