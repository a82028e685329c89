import { en } from './en';
import { ja } from './ja';
import type { Messages } from './messages';

/** The card's languages. A new one needs a file beside `en.ts` and an entry here. */
export const languages: Readonly<Record<string, Messages>> = { en, ja };

/** The card's language for a BCP 47 tag: `ja` for `ja-JP`, `en` for an unknown or missing tag. */
export function languageFor(tag: string | undefined): string {
  const name = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languages, name) ? name : 'en';
}
