/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const oneDigitCodes = '17';
const twoDigitCodes = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 ' +
    '90 91 92 93 94 95 98'
  ).split(' '),
);

/**
 * The digits under which HubSpot's searchable phone properties may hold a number, likeliest first. They hold the national
 * number: without the country's calling code and without the zero that is dialled within a country, which Italy keeps.
 */
export function phoneForms(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  // Digits as long as a number with its calling code may be one whose plus has got lost.
  const isLong = !/^[+0]/.test(phone) && digits.length >= fewestWithCode;
  return [
    ...new Set([...nationalForms(phone), ...(isLong ? [digits.slice(callingCodeLength(digits))] : [])]),
  ];
}

const fewestWithCode = 11;

/** Whether two phone numbers are the same: with their calling codes, or, where one has none, without. */
export function isSamePhone(one: string, other: string): boolean {
  if (one.startsWith('+') && other.startsWith('+')) return one === other;
  const forms = nationalForms(one);
  return nationalForms(other).some((form) => forms.includes(form));
}

function nationalForms(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  const national = phone.startsWith('+') ? digits.slice(callingCodeLength(digits)) : digits;
  return [...new Set([national.replace(/^0/, ''), national, digits])].filter((form) => form.length >= 5);
}

function callingCodeLength(digits: string): number {
  if (oneDigitCodes.includes(digits[0] ?? ' ')) return 1;
  return twoDigitCodes.has(digits.slice(0, 2)) ? 2 : 3;
}
