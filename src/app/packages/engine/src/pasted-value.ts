import { isRecordId, objectTypeIds } from '@bulk-associate/contract';

/** The kind of a pasted value, for an object type. */
export type PastedValue =
  | { kind: 'id' | 'email' | 'domain' | 'name'; value: string }
  /** No value that could name a record of this type. */
  | { kind: 'unreadable' };

/** Type names in HubSpot's older record addresses (`/contacts/{portal}/company/{id}`) -> object type id. */
const typesInLinks: Record<string, string> = objectTypeIds;

/** Object type id -> the property with a record's name. Contacts have no single property for it. */
export const nameProperty: Record<string, string> = { '0-2': 'name', '0-3': 'dealname', '0-5': 'subject' };

/** Recognises one pasted value, without surrounding quotes, brackets, commas and `mailto:`. */
export function parsePastedValue(objectType: string, pasted: string): PastedValue {
  const value = pasted
    .trim()
    .replace(/^["'<(]+|["'>),;]+$/g, '')
    .replace(/^mailto:/i, '')
    .trim();
  if (/^\d+$/.test(value)) return isRecordId(value) ? { kind: 'id', value } : { kind: 'unreadable' };
  const link = recordInLink(value);
  if (link) return link.objectType === objectType ? { kind: 'id', value: link.id } : { kind: 'unreadable' };
  if (objectType === objectTypeIds.contact)
    return isEmail(value) ? { kind: 'email', value } : { kind: 'unreadable' };
  if (objectType === objectTypeIds.company) {
    const domain = domainIn(value);
    if (domain) return { kind: 'domain', value: domain };
  }
  const isText = nameProperty[objectType] !== undefined && isName(value);
  return isText ? { kind: 'name', value } : { kind: 'unreadable' };
}

/** The record in a HubSpot address: `/contacts/123/record/0-2/456`, or the older `/contacts/123/company/456`. */
function recordInLink(value: string): { objectType: string; id: string } | undefined {
  if (!/^https?:\/\/([\w-]+\.)*hubspot\.com\//i.test(value)) return undefined;
  const [, word = '', type = word, id = ''] =
    /\/contacts\/\d+\/(?:(contact|company|deal|ticket)|record\/([\w-]+))\/(\d+)/.exec(value) ?? [];
  return isRecordId(id) ? { objectType: typesInLinks[type] ?? type, id } : { objectType: 'none', id: '' };
}

function isEmail(value: string): boolean {
  return value.length <= 254 && /^[^\s@,;"<>]+@[^\s@,;"<>]+\.[^\s@,;"<>]+$/u.test(value);
}

/** The domain of `example.com`, `www.example.com` or `https://example.com/about`. */
function domainIn(value: string): string | undefined {
  const host = value.toLowerCase().replace(/^https?:\/\//, '').split(/[/?#:]/)[0]?.replace(/^www\./, '') ?? ''; // prettier-ignore
  return host.length <= 253 && /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u.test(host)
    ? host
    : undefined;
}

/** A possible name: has a letter or digit, no control characters, at most 255 characters, and is no email address. */
function isName(value: string): boolean {
  return (
    value.length <= 255 && /[\p{L}\p{N}]/u.test(value) && !/[\p{Cc}\uFFFD]/u.test(value) && !isEmail(value)
  );
}
