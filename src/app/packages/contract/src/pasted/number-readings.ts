import { isRecordId } from '../ids';
import { behindIdMark } from './id-mark';
import { wholeNumber } from './numbers';
import { peel } from './peel';
import { phoneIn } from './phones';
import type { Reading } from './reading';

/**
 * The whole number that a value is. A phone number's mark comes first, because brackets and zeros in front are peeled from
 * an id; digits alone are an id first.
 */
export function numberIn(
  plain: string,
  bare: string,
  phone: string | undefined,
  objectType: string,
): string | 'unclear' | undefined {
  const whole = wholeNumber(bare) ?? wholeNumber(peel(behindIdMark(bare, objectType) ?? ''));
  if (whole === undefined || whole === 'unclear') return whole;
  return phone !== undefined && !isRecordId(whole)
    ? undefined
    : isMarkedPhone(plain, whole)
      ? undefined
      : whole;
}

/** `(212) 5551234` and `+15551234567` are phone numbers, although the digits within stand alone once peeled. */
function isMarkedPhone(plain: string, whole: string): boolean {
  const phone = phoneIn(plain);
  return phone !== undefined && phone.replace('+', '') !== whole;
}

/** Whether a text is several numbers, with a separator or blanks between them, and no date. */
export function isListOfNumbers(bare: string): boolean {
  return (
    bare.length < 1000 && /^\d+(?:\s*[,;|/]\s*\d+|\s+\d+)+$/.test(bare) && !/^\d+\/\d+(?:\/\d+)?$/.test(bare)
  );
}

/** Whether a text is digits with signs of numbers between them. */
export function isNumeric(bare: string): boolean {
  return /^[+-]?[\d.,'’ ]+$/.test(bare);
}

/** The reading of digits as an id; undefined where no record has such an id. */
export function idReading(number: string): Reading | undefined {
  return isRecordId(number) ? { by: 'id', value: number } : undefined;
}
