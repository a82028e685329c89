import { maxTextLength, objectTypeIds } from '@bulk-associate/contract';

/** Why a value is not looked up. */
export type Refusal = 'binary' | 'tooLong' | 'otherAccount' | 'otherType' | 'otherLink';

/** A link into HubSpot: `/contacts/{portal}/record/{type}/{id}`, or the older `/contacts/{portal}/company/{id}`. */
const link =
  /^https?:\/\/(?:[\w-]+\.)*hubspot\.com\/(?:contacts\/(\d+)\/(?:(contact|company|deal|ticket)|record\/([\w-]+))\/\d+)?/i;

/** Object type ids by the word in HubSpot's older record links (`company`). */
const typesInLinks: Record<string, string> = objectTypeIds;

/**
 * The reason why a value cannot identify a record of this account and type, as far as the value alone shows it. A link
 * to another account must not be looked up: its id may be that of an unrelated record in this account.
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

/** Control characters and U+FFFD (the replacement for undecodable bytes) come from files that are not text. */
function isBinary(value: string): boolean {
  return /[\p{Cc}\uFFFD]/u.test(value);
}
