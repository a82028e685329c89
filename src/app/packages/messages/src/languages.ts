/** The languages of the card, as lower-case BCP 47 tags. Each has a file in every folder beside this file. */
export const languages = ['en', 'ja', 'de', 'fr', 'es', 'pt-br'] as const;

/** A language of the card. */
export type Language = (typeof languages)[number];

/**
 * The card's language for a BCP 47 tag: the same one, else one with the same first part (`ja` for `ja-JP`, `pt-br` for
 * `pt`), else English.
 */
export function languageFor(tag: string | undefined): Language {
  return closest(languages, tag) ?? 'en';
}

/** The language that is closest to a tag; undefined where none has the same first part. */
export function closest<Known extends string>(
  known: readonly Known[],
  tag: string | undefined,
): Known | undefined {
  const wanted = tag?.toLowerCase().replaceAll('_', '-');
  const first = wanted?.split('-')[0];
  return known.find((one) => one === wanted) ?? known.find((one) => one.split('-')[0] === first);
}
