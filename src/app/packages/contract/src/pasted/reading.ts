/** By what a record is looked up. */
export const readingKinds = ['id', 'email', 'domain', 'phone', 'name'] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** One way to understand a pasted value. */
export interface Reading {
  by: ReadingKind;
  /** Ready to be looked up: an id's digits, a domain in lower case, a phone number's digits, a name in NFKC. */
  value: string;
  /** A name as it was pasted, where that differs: HubSpot may hold it so. */
  original?: string;
}

/**
 * Why a value is not looked up.
 * - `binary`: from a file that is not text. - `too_long`: longer than anything HubSpot searches for.
 * - `no_text`: neither a letter nor a digit.
 * - `other_account`, `other_type`, `other_link`: a link into HubSpot that leads to another account, to a record of another
 *   type, or to no record.
 * - `opaque_link`: a mail scanner's link that does not show where it leads.
 * - `digits_cut`: a spreadsheet shows `4.12E+10` or `####` in place of the digits.
 * - `spreadsheet_error`: `#N/A`.
 * - `not_an_id`: a number that no record has: more than 19 digits, a zero in front, decimals.
 * - `unclear_number`: `41,200,000,325`, one number or four.
 * - `several_values`: more than one id, email address or link. - `broken_email`: an `@`, but no address.
 * - `free_mail`: a company by an address of a mail service that anyone may use.
 * - `unreadable`: nothing by which records of this type are looked up.
 */
export const unreadableReasons = [
  'binary',
  'too_long',
  'no_text',
  'other_account',
  'other_type',
  'other_link',
  'opaque_link',
  'digits_cut',
  'spreadsheet_error',
  'not_an_id',
  'unclear_number',
  'several_values',
  'broken_email',
  'free_mail',
  'unreadable',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** What a pasted value means: the ways to look it up, in that order, or the reason why there is none. */
export type ValueReading =
  | {
      readings: [Reading, ...Reading[]];
      /** The name beside an email address, for the line shown: `Ann Smith` of `Ann Smith <ann@example.com>`. */
      name?: string;
    }
  | { reason: UnreadableReason };

/** What digits alone may be. */
export const numberKinds = ['id', 'phone', 'name'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** What a value is read for. */
export interface ReadingContext {
  /** What digits alone are, where a heading says it. */
  numbers?: NumberKind | undefined;
  /** Object type id of the records looked for. */
  objectType: string;
  /** The account; without it, links are not held against it. */
  portalId?: number;
  /** Other names of the object type that links may use: a custom object's full name `p123_vehicle`, its id `2-456`. */
  typeNames?: readonly string[];
}

/** The readings that there are, each once; the reason where there is none. */
export function readingsOr(reason: UnreadableReason, ...all: (Reading | undefined | false)[]): ValueReading {
  const seen = new Set<string>();
  const readings: Reading[] = [];
  for (const reading of all) {
    if (!reading || seen.has(`${reading.by} ${reading.value}`)) continue;
    seen.add(`${reading.by} ${reading.value}`);
    readings.push(reading);
  }
  const [first, ...others] = readings;
  return first ? { readings: [first, ...others] } : { reason };
}
