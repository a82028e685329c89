import { maxTextLength, objectTypeIds } from '@bulk-associate/contract';

/** Why a value is not even asked for. */
export type Refusal = 'binary' | 'tooLong' | 'otherAccount' | 'otherType' | 'otherLink';

/** A link into HubSpot: `/contacts/{portal}/record/{type}/{id}`, or the older `/contacts/{portal}/company/{id}`. */
const link =
  /^https?:\/\/(?:[\w-]+\.)*hubspot\.com\/(?:contacts\/(\d+)\/(?:(contact|company|deal|ticket)|record\/([\w-]+))\/\d+)?/i;

/** Words in HubSpot's older record addresses -> object type id. */
const typesInLinks: Record<string, string> = objectTypeIds;

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
  const parts = link.exec(value);
  if (!parts) return undefined;
  const [, portal, word = '', type = typesInLinks[word]] = parts;
  if (portal === undefined) return 'otherLink';
  if (portal !== String(portalId)) return 'otherAccount';
  return type === objectType ? undefined : 'otherType';
}

/** Control characters and U+FFFD, which stands for bytes that are no text, come from files that are not text. */
function isBinary(value: string): boolean {
  return /[\p{Cc}\uFFFD]/u.test(value);
}
