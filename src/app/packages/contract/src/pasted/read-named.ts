import { normalizeText } from './characters';
import { linkWithLabel } from './labelled-link';
import { hasText, maxNameLength, namesIn } from './names';
import { idReading, isListOfNumbers, numberIn } from './number-readings';
import { readingsOr, type Reading, type UnreadableReason, type ValueReading } from './reading';

/** Deals, tickets, custom objects: id, name. */
export function readNamed(plain: string, bare: string, text: string, objectType: string): ValueReading {
  const number = numberIn(plain, bare, undefined, objectType);
  if (number === 'unclear') return { reason: 'unclear_number' };
  if (number === undefined && isListOfNumbers(bare)) return { reason: 'several_values' };
  const label = linkWithLabel(plain)?.label;
  const names = label ? [{ by: 'name' as const, value: normalizeText(label) }] : nameReadings(plain, text);
  return readingsOr(nameReason(plain), number !== undefined && idReading(number), ...names);
}

/** What stands before a name in a form: `Company: Contoso`, `件名：…`. */
const nameLabel =
  /^(?:(?:deal|company|account|firma|firmen|unternehmen|entreprise|société|empresa|ticket|subject|betreff|objet|asunto|assunto|name|nom|nombre|nome)[ -]?(?:name)?|(?:会社|取引|企業|チケット)名?|件名)\s{0,3}[:：]\s{0,3}/i;

/** The names that a text may stand for, and what stands behind the label of a form. */
export function nameReadings(plain: string, text: string): Reading[] {
  const names = namesIn(plain);
  const behind = plain.replace(nameLabel, '');
  if (behind !== plain && hasText(behind)) names.push(behind);
  return names.map((name) => nameReading(name, text, plain));
}

/** A name in NFKC, and as it was pasted: HubSpot may hold either. */
export function nameReading(name: string, text: string, plain: string): Reading {
  const value = normalizeText(name);
  const original = name === plain ? text.trim() : name;
  return original === value ? { by: 'name', value } : { by: 'name', value, original };
}

/** Why a text is not looked up as a name. */
export function nameReason(plain: string): UnreadableReason {
  return plain.length > maxNameLength ? 'too_long' : 'unreadable';
}
