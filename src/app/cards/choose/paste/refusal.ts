import { maxTextLength } from '@bulk-associate/contract';

/** Why a value is not even asked for. */
export type Refusal = 'binary' | 'tooLong' | 'otherAccount' | 'otherType' | 'otherLink';

/** Words in HubSpot's older record addresses (`/contacts/{portal}/company/{id}`) and the object types they mean. */
const olderWords: Record<string, string> = { contact: '0-1', company: '0-2', deal: '0-3', ticket: '0-5' };

/**
 * Tells what keeps a value from naming a record of this account and type, as far as that can be seen without asking:
 * an id that is looked up although its link leads to another account may well be some other record of this one.
 */
export function refusalOf(
  value: string,
  { objectType, portalId }: { objectType: string; portalId: number },
): Refusal | undefined {
  if (isBinary(value)) return 'binary';
  if (value.length > maxTextLength) return 'tooLong';
  const link = /^https?:\/\/(?:[\w-]+\.)*hubspot\.com\/(\S*)/i.exec(value);
  if (!link) return undefined;
  const parts = /^contacts\/(\d+)\/(?:record\/([\w-]+)|(contact|company|deal|ticket))\/\d+/.exec(
    link[1] ?? '',
  );
  if (!parts) return 'otherLink';
  const [, portal, type, word = ''] = parts;
  if (portal !== String(portalId)) return 'otherAccount';
  return (type ?? olderWords[word]) === objectType ? undefined : 'otherType';
}

/** Control characters and U+FFFD, which stands for bytes that are no text, come from files that are not text. */
function isBinary(value: string): boolean {
  return /[\p{Cc}\uFFFD]/u.test(value);
}
