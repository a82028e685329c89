const largestId = 9_223_372_036_854_775_807n;

/**
 * Whether `value` is a record id: 1 to 19 digits, no sign, no leading zero, within HubSpot's signed 64-bit ids.
 * A string, because a JSON number is exact only up to 2^53.
 */
export function isRecordId(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9][0-9]{0,18}$/.test(value)) return false;
  return value.length < 19 || BigInt(value) <= largestId;
}

/**
 * Whether `value` is an object type id as HubSpot's URLs accept it: `0-1` (standard), `2-1234567` (custom),
 * `p1234_name` (custom, fully qualified). No accepted value can change the meaning of a URL path.
 */
export function isObjectTypeId(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 128 && /^(?:[02]-[0-9]+|p[0-9]+_[A-Za-z0-9_]+)$/.test(value)
  );
}

/** Object type ids of the record pages on which the card is shown. Source: HubSpot's object type id table. */
export const objectTypeIds = {
  contact: '0-1',
  company: '0-2',
  deal: '0-3',
  ticket: '0-5',
} as const;
