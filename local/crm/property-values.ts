import type { Property } from './properties/property';

/** Compares two values of a property that are not empty, as HubSpot's search does. */
export function comparisonOf({ type }: Pick<Property, 'type'>): (one: string, other: string) => number {
  if (type === 'number') return compareNumbers;
  if (type === 'date' || type === 'datetime')
    return (one, other) => (timeOf(one) ?? NaN) - (timeOf(other) ?? NaN);
  // Options are compared with case, all other text without (search guide).
  if (type === 'enumeration') return (one, other) => (one < other ? -1 : Number(one > other));
  return (one, other) => one.toLowerCase().localeCompare(other.toLowerCase());
}

/** JavaScript's numbers hold every whole number of so many digits exactly. */
const exactDigits = 15;

/** Ids are numbers, some above 2^53. */
function compareNumbers(one: string, other: string): number {
  if (one.length <= exactDigits && other.length <= exactDigits) return Number(one) - Number(other);
  if (!/^\d+$/.test(one) || !/^\d+$/.test(other)) return Number(one) - Number(other);
  const [a, b] = [BigInt(one), BigInt(other)];
  return a < b ? -1 : Number(a > b);
}

/**
 * Milliseconds since 1970 of a date: of digits, which are milliseconds, or of ISO 8601. A date without a time is its
 * midnight in UTC. Undefined if it is neither.
 */
export function timeOf(text: string): number | undefined {
  if (/^-?\d+$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
