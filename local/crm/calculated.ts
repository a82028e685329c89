import type { CrmRecord } from './state';

/** Calculated property -> the property that it follows. */
const phoneSources: Record<string, string> = {
  hs_searchable_calculated_phone_number: 'phone',
  hs_searchable_calculated_mobile_number: 'mobilephone',
};

/** Properties that HubSpot calculates: they can be read and searched, not written. */
export const calculatedProperties = Object.keys(phoneSources);

/** The value of a property, a calculated one included; null if it has none. */
export function valueOf({ properties }: Pick<CrmRecord, 'properties'>, name: string): string | null {
  const source = Object.hasOwn(phoneSources, name) ? phoneSources[name] : undefined;
  if (source === undefined) return properties[name] ?? null;
  return searchablePhone(properties[source] ?? '') || null;
}

/** Country calling codes of two digits (ITU-T E.164); those of one digit are 1 and 7, all others have three. */
const twoDigitCodes =
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98';

/**
 * The national digits of a phone number, without the country's calling code, as HubSpot's search guide says of its
 * searchable phone properties. What HubSpot does with a zero in front and with an extension is not known.
 */
function searchablePhone(phone: string): string {
  const digits = phone.replace(/\(0\)|\D/g, '');
  if (!phone.trim().startsWith('+')) return digits.replace(/^0/, '');
  const length = /^[17]/.test(digits) ? 1 : twoDigitCodes.split(' ').includes(digits.slice(0, 2)) ? 2 : 3;
  return digits.slice(length);
}
