import { objectTypeIds } from '../ids';
import { maxTextLength } from '../limits';
import { isBinary, plainText } from './characters';
import { idInBrackets } from './id-mark';
import { hasText } from './names';
import { idReading } from './number-readings';
import { hasCutDigits, isSpreadsheetError } from './numbers';
import { peel } from './peel';
import { perhapsPhone } from './phones';
import { readCompany } from './read-company';
import { readContact } from './read-contact';
import { nameReadings, readNamed } from './read-named';
import { readingsOr, type NumberKind, type Reading, type ReadingContext, type ValueReading } from './reading';
import { linkReading } from './record-link';

/**
 * Reads one pasted value the way a person means it. A value is an id only if it stands alone as one; where a reading could
 * name a record that nobody meant, there is a reason in its place. Never throws.
 */
export function readValue(text: string, context: ReadingContext): ValueReading {
  if (text.length > maxTextLength)
    return { reason: isBinary(text.slice(0, maxTextLength)) ? 'binary' : 'too_long' };
  if (isBinary(text)) return { reason: 'binary' };
  const plain = plainText(text);
  const id = idReading(plain);
  const link = id ? undefined : linkReading(plain, context);
  if (link) return link;
  if (!hasText(plain) && !hasCutDigits(plain)) return { reason: 'no_text' };
  const result = id ? bareId(id, context) : readPlain(plain, text, context);
  return context.numbers === undefined ? result : withNumbers(result, context.numbers, plain, text, context);
}

/** Takes digits for what the heading above them says: another reading of them could find a record that nobody meant. */
function withNumbers(
  result: ValueReading,
  numbers: NumberKind,
  plain: string,
  text: string,
  { objectType }: ReadingContext,
): ValueReading {
  if (numbers === 'phone') {
    const phone = perhapsPhone(plain) ?? perhapsPhone(peel(plain));
    if (phone !== undefined) return { readings: [{ by: 'phone', value: phone }] };
  }
  if ('reason' in result) {
    const isNumber = ['unclear_number', 'several_values', 'not_an_id'].includes(result.reason);
    const isName = numbers === 'name' && isNumber && objectType !== objectTypeIds.contact;
    return isName ? readingsOr(result.reason, ...nameReadings(plain, text)) : result;
  }
  const [first] = result.readings;
  const isId = numbers === 'id' && first.by === 'id';
  const kept = result.readings.filter(({ by }) => (isId ? by === 'id' : by !== 'phone' && by !== 'id'));
  return readingsOr(numbers === 'id' ? 'not_an_id' : 'unreadable', ...kept);
}

/** Digits and nothing else: most of what is pasted, and what `readPlain` would find too, at a tenth of the time. */
function bareId(id: Reading, { objectType }: ReadingContext): ValueReading {
  const isCompany = objectType === objectTypeIds.company;
  const phone = isCompany || objectType === objectTypeIds.contact ? perhapsPhone(id.value) : undefined;
  const readings: [Reading, ...Reading[]] = [id];
  if (phone !== undefined) readings.push({ by: 'phone', value: phone });
  if (objectType !== objectTypeIds.contact) readings.push({ by: 'name', value: id.value });
  return { readings };
}

function readPlain(plain: string, text: string, { objectType }: ReadingContext): ValueReading {
  const bare = peel(plain);
  if (hasCutDigits(bare) || hasCutDigits(plain)) return { reason: 'digits_cut' };
  if (isSpreadsheetError(plain)) return { reason: 'spreadsheet_error' };
  const inBrackets = idInBrackets(plain, objectType);
  const result =
    objectType === objectTypeIds.contact
      ? readContact(plain, bare, text)
      : objectType === objectTypeIds.company
        ? readCompany(plain, bare, text)
        : readNamed(plain, bare, text, objectType);
  if (inBrackets === undefined) return result;
  const id = idReading(inBrackets);
  const others = 'readings' in result ? result.readings : [];
  // No person's name holds an id. The whole may be the name of a deal, and comes first then.
  const all = objectType === objectTypeIds.contact ? [id, ...others] : [...others, id];
  return readingsOr('not_an_id', ...all);
}
