import { plainText, type PastedInput } from '@bulk-associate/contract';
import { eachEmail } from './mail-list';
import { areFoundByEmail, asInput, type TextContext } from './pasted-text';
import { areDigits, splitDigits, splitNumbers } from './split-digits';
import { hasEmail, hasMarks, isSurelyOneValue } from './values';

/** Words and signs between values, with blanks around them. */
const joint = /\s(?:\/{1,2}|[·•&+]|und|and|oder|or|et|ou|y|e|o)\s/i;
/** Ids with a sign between them that is in no number. A dash may stand for all ids from one to the other. */
const joinedIds = /^[1-9]\d{7,18}(?:(?:[/·•&+\u00A0]|\\n)[1-9]\d{7,18})+$/;
/** Without separators, a text is several values only where the first of them is no word. */
const beginsWithValue = /^\S{0,300}[\d@./０-９＠．]/;
const blank = /\s/;

/** Whether a text without separators may hold several values. */
export function mayBeSeveral(text: string): boolean {
  if (text.includes('@') && text.indexOf('@') !== text.lastIndexOf('@')) return true;
  return (blank.test(text) && (beginsWithValue.test(text) || joint.test(text))) || joinedIds.test(text);
}

/** What stands alone between separators. */
export function splitPiece(text: string, context: TextContext): PastedInput[] {
  if (text === '') return [];
  return areFoundByEmail(context) && text.includes('@') && hasEmail(text)
    ? eachEmail(text)
    : splitWhole(text, context);
}

/** What stands between separators, or a number that holds some. */
export function splitWhole(text: string, context: TextContext): PastedInput[] {
  if (!hasMarks.test(text)) return [asInput(text)];
  if (joinedIds.test(text)) return text.split(/\D+/).map(asInput);
  return areDigits(text) ? splitDigits(text, context) : splitAtBlanks(text, context);
}

/** Values with nothing but blanks between them: `18300000101 18300000108`, two links, two domains. */
export function splitAtBlanks(text: string, context: TextContext): PastedInput[] {
  const numbers = splitNumbers(text, context);
  if (numbers) return numbers;
  const joined = text.split(joint).map((part) => part.trim());
  if (joined.length > 1 && joined.every((part) => isSurelyOneValue(part, context)))
    return joined.map(asInput);
  const parts = text.split(/[ \t\n\u3000]+/);
  const isList = parts.length > 1 && parts.every((part) => isBareValue(part, context));
  return isList ? parts.map(asInput) : [asInput(text)];
}

/** Digits alone, as many as ids have; an address or a link. In `1. (212) 5551234`, what peels to digits is no id. */
function isBareValue(part: string, context: TextContext): boolean {
  if (/^[1-9]\d{5,}$/.test(plainText(part))) return true;
  return /[@/＠]|\p{L}[.．]\p{L}/u.test(part) && isSurelyOneValue(part, context);
}
