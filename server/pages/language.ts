import { closest, languages, type Language } from '@bulk-associate/messages';

/** The available language that `Accept-Language` prefers (RFC 9110, section 12.5.4); English if there is none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((part) => {
    const [tag = '', quality] = part.trim().split(/;\s*q=/i);
    const language = closest(languages, tag);
    return language ? [{ language, quality: quality === undefined ? 1 : Number(quality) }] : [];
  });
  const [preferred] = wanted.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return preferred?.language ?? 'en';
}
