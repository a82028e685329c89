/** Spaces that group the digits of one number and never stand between two: no-break, figure, punctuation, thin, hair. */
const groupingSpace = '\\u00A0\\u2007-\\u200A\\u202F';

/** `41.200.000.325`, `41'200'000'325`, thin and no-break spaces: groups of three that cannot be a list. */
const surelyGrouped = new RegExp(
  `^[1-9]\\d{0,2}(?:(?:[._·٬]\\d{3}){2,}|(?:['’]\\d{3})+|(?:[${groupingSpace}]\\d{3})+)(?:,0{1,3})?$`,
);
/** With decimals behind it, a number grouped by commas cannot be a list either. */
const groupedWithDecimals = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.0{1,6}|(?: \d{3})+[.,](?:0{1,2}|0{4,6}))$/;
/** `41,200,000,325`, Indian `41,20,00,00,325`, and `41 200 000 325`: one number, or several. */
const perhapsGrouped =
  /^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,3}(?:,\d{4})*,0\d{3}(?:,\d{4})*)$/;
/**
 * A whole number that a spreadsheet or a program wrote with decimals: `41200000325.0`, `41200000325,00`. Not `1,000`, of
 * which the comma may group.
 */
const withDecimals = /^(?:\d+[.,](?:0{1,2}|0{4,6})|\d{4,}[.,]000)$/;

const longestNumber = 60;

/**
 * Digits that mean one whole number, with whatever groups them taken out; `unclear` where they may as well be several
 * numbers; undefined where the text is no whole number.
 *
 * One group of three behind a dot, as in `512.345`, is a decimal to some and a whole number to others: no whole number.
 */
export function wholeNumber(text: string): string | 'unclear' | undefined {
  if (text.length > longestNumber || !/^\d/.test(text)) return undefined;
  if (/^\d+$/.test(text)) return text;
  if (withDecimals.test(text)) return text.replace(/[.,]0+$/, '');
  if (isIpAddress(text)) return undefined;
  if (surelyGrouped.test(text)) return text.replace(/,0{1,3}$/, '').replace(/\D/g, '');
  if (groupedWithDecimals.test(text)) return text.replace(/[.,]0+$/, '').replace(/\D/g, '');
  return perhapsGrouped.test(text) ? 'unclear' : undefined;
}

/** Whether digits may be one grouped number or several numbers. */
export function isUnclearNumber(text: string): boolean {
  return wholeNumber(text) === 'unclear';
}

/** An IPv4 address: `192.168.100.200`. */
export function isIpAddress(text: string): boolean {
  if (!text.includes('.')) return false;
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/**
 * Whether a spreadsheet has cut the digits: it writes long numbers as `4.12E+10`, and those too wide for their column as
 * `#####`. A bare `3e8` may be a name.
 */
export function hasCutDigits(text: string): boolean {
  return (
    text.length < 40 && (/^[+-]?\d{1,3}(?:[.,]\d{1,17}E\+?|E\+)\d{1,3}$/i.test(text) || /^#{4,}$/.test(text))
  );
}

/** What a spreadsheet shows in place of a value: `#N/A`, `#REF!`, `#NAME?`, German `#NV`. */
export function isSpreadsheetError(text: string): boolean {
  return text.length < 20 && /^#(?:N\/[AVDBF]|NV|NULL!|SPILL!|CALC!|[\p{Lu}/0]{3,12}[!?])$/u.test(text);
}
