import { en } from './en';
import { ja } from './ja';
import type { Messages } from './messages';

/** The languages the card speaks. A new one is a file beside `en.ts` and a name in this list. */
export const languages: Readonly<Record<string, Messages>> = { en, ja };

/** The language closest to what HubSpot says the user speaks: `ja-JP` is Japanese, the unknown is English. */
export function languageFor(tag: string | undefined): string {
  const name = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(languages, name) ? name : 'en';
}
