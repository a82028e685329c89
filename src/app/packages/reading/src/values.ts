import {
  domainIn,
  emailsIn,
  isRecordId,
  objectTypeIds,
  peel,
  phoneIn,
  plainText,
  wholeNumber,
} from '@bulk-associate/contract';
import { bareValue, isHubSpotLink } from './contents';
import { areFoundByEmail, type TextContext } from './pasted-text';

/** What all values but names have. */
export const hasMarks = /[\d@./０-９＠．]/;

const digits = /^\d+$/;
const marks = /[\d@./＠]/;
const separated = /\d[,，\s]\d|[０-９]/;

/** A piece of text that can hold one value has no more characters. */
const longest = 3000;

/**
 * Whether a text is a value that nobody takes for a name: an id, a link, an email address, a phone number, a domain. Only
 * where a line is split depends on it: what the value means is read by the function.
 */
export function isSurelyOneValue(text: string, context: TextContext): boolean {
  if (text === '' || text.length > longest) return false;
  if (digits.test(text)) return true;
  // Words are the common case, and cost least.
  if (!marks.test(text) || isWords(text)) return false;
  const plain = plainText(text);
  const isCompany = context.objectType === objectTypeIds.company;
  if (isHubSpotLink(plain) || isRecordId(wholeNumber(bareValue(plain)))) return true;
  if (!areFoundByEmail(context)) return false;
  if (phoneIn(plain) !== undefined || phoneIn(peel(plain)) !== undefined) return true;
  if (isCompany && /\s/.test(plain)) return false;
  if (plain.includes('@') && emailsIn(plain).length === 1) return true;
  return isCompany && domainIn(peel(plain)) !== undefined;
}

/** A name with a number in it: `Contoso 2`, but not `ID 2` or `Tel: 2`. */
function isWords(text: string): boolean {
  return /^[A-Za-z]/.test(text) && !/[@./:#=＠]|id\b/i.test(text);
}

/** No number with all that stands around it is longer. */
const longestNumber = 80;

/** The number that a text is, without what stands around it; undefined for most texts that are none. */
function bareNumber(text: string): string | undefined {
  if (text.length > longestNumber) return undefined;
  const plain = plainText(text);
  // Words behind the digits are no part of a number, but for HTML's tags.
  if (!/\d/.test(plain) || /\d[^\d<]*[a-z]/i.test(plain)) return undefined;
  return bareValue(plain);
}

/** Digits that may be one number or several, with the numbers each way; undefined where there is no question. */
export function unclearNumber(text: string): { grouped: string; list: string[] } | undefined {
  if (!separated.test(text)) return undefined;
  const bare = bareNumber(text);
  if (bare === undefined) return undefined;
  if (wholeNumber(bare) !== 'unclear' && !isSpacedNumber(bare)) return undefined;
  return { grouped: bare.replace(/\D/g, ''), list: bare.split(/\D+/) };
}

/** Whether digits are one number, whatever groups them: `41.200.000.325`, `41,200,000,325.00`. */
export function isOneNumber(text: string): boolean {
  const bare = bareNumber(text);
  const whole = bare === undefined ? undefined : wholeNumber(bare);
  return whole !== undefined && whole !== 'unclear';
}

/** Digits of an id are not fewer, where several stand in a line with blanks between them. */
const fewestListedDigits = 6;

/** Digits that are shorter than ids: beside words, an amount, a score or a count. */
export function isShortNumber(text: string): boolean {
  return text.length < fewestListedDigits && digits.test(text);
}

/** Phone numbers have so many digits at least, and ids so many at most. */
const fewestPhoneDigits = 7;
const mostIdDigits = 19;

/**
 * `415 555 2671`, a phone number or three ids; `4111 1111 1111 1111`, a card or four. Ids of six digits and more, and 1 2 3,
 * are a list.
 */
function isSpacedNumber(bare: string): boolean {
  if (!/^[1-9]\d{0,14}(?: \d{1,14}){1,9}$/.test(bare)) return false;
  const parts = bare.split(' ');
  const isLong = parts.every((part) => part.length >= fewestListedDigits);
  const count = bare.length - parts.length + 1;
  return !isLong && count >= fewestPhoneDigits && count <= mostIdDigits;
}

/** Whether an email address stands in a text, at little cost: `emailsIn` finds out which. */
export function hasEmail(text: string): boolean {
  return /[^\s@<]@[^\s@<>,;]{1,254}[.。][^\s@<>.]/.test(text) || text.includes('＠');
}
