import { isRecordId, objectTypeIds } from '../ids';
import { maxTextLength } from '../limits';
import { isBinary, normalizeText, plainText } from './characters';
import { companyDomain } from './companies';
import { emailsIn, nameBeforeEmail, spelledOut } from './emails';
import { behindIdMark, idInBrackets } from './id-mark';
import { linkWithLabel } from './labelled-link';
import { hubSpotLinksIn, isSameType, type HubSpotLink } from './links';
import { contactNameIn, hasText, maxNameLength, namesIn } from './names';
import { hasCutDigits, isSpreadsheetError, wholeNumber } from './numbers';
import { peel } from './peel';
import { perhapsPhone, phoneBesideWords, phoneIn } from './phones';
import type { NumberKind, Reading, ReadingContext, UnreadableReason, ValueReading } from './reading';

type RecordLink = Extract<HubSpotLink, { kind: 'record' }>;

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
  const link = id ? undefined : linkIn(plain, context);
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

/** Contacts: id, email, phone, name. */
function readContact(plain: string, bare: string, text: string): ValueReading {
  const emails = emailsIn(plain);
  if (emails.length > 0) return contactEmail(plain, emails);
  const spelled = spelledOut(plain);
  if (spelled !== plain && emailsIn(spelled).length > 0) return contactEmail(spelled, emailsIn(spelled));
  const phone = phoneIn(plain) ?? phoneIn(bare);
  const number = numberIn(plain, bare, phone, objectTypeIds.contact);
  if (number === 'unclear') return { reason: 'unclear_number' };
  if (number !== undefined) {
    const other = phone ?? perhapsPhone(bare);
    return readingsOr('not_an_id', idReading(number), other !== undefined && { by: 'phone', value: other });
  }
  if (phone !== undefined) return readingsOr('unreadable', { by: 'phone', value: phone });
  if (/@(?!\p{L}[^@.]*$)|\S@/u.test(plain)) return { reason: 'broken_email' };
  if (isListOfNumbers(bare)) return { reason: 'several_values' };
  const beside = phoneBesideWords(plain);
  const name = contactNameIn(contactText(beside?.words ?? plain));
  return readingsOr(
    isNumeric(bare) ? 'not_an_id' : 'unreadable',
    beside && { by: 'phone', value: beside.phone },
    // A single word beside a phone number is its label.
    name !== undefined && !(beside && !/\s/.test(name)) && nameReading(name, text, plain),
  );
}

/** The words of a link with a label, without a mention's @ and without what labels a name: `Name: Ann Smith`. */
function contactText(plain: string): string {
  const words = (linkWithLabel(plain)?.label ?? plain).replace(/^@/, '');
  const behind = words.replace(/^[\p{L}\p{M}][\p{L}\p{M} .-]{0,30}[:：]\s*/u, '');
  const isName = /\S\s+\S/.test(behind) || /^[^\p{Script=Latin}]+$/u.test(behind);
  return isName ? behind.replace(/[\s:：–-]+$/, '') : words;
}

function contactEmail(plain: string, emails: ReturnType<typeof emailsIn>): ValueReading {
  const [email, ...others] = emails;
  if (!email) return { reason: 'broken_email' };
  const isRepeated = others.every((other) => other.email.toLowerCase() === email.email.toLowerCase());
  if (!isRepeated) return { reason: 'several_values' };
  const name = nameBeforeEmail(plain, email);
  const readings: [Reading] = [{ by: 'email', value: email.email }];
  return name === undefined ? { readings } : { readings, name };
}

/** Companies: id, domain (an email address has one too), phone, name. */
function readCompany(plain: string, bare: string, text: string): ValueReading {
  const phone = phoneIn(plain) ?? phoneIn(bare);
  const number = numberIn(plain, bare, phone, objectTypeIds.company);
  if (number === 'unclear') return { reason: 'unclear_number' };
  if (number !== undefined) {
    const other = phone ?? perhapsPhone(bare);
    return readingsOr(
      'not_an_id',
      idReading(number),
      other !== undefined && { by: 'phone', value: other },
      ...nameReadings(plain, text),
    );
  }
  if (phone !== undefined && !/\p{L}/u.test(plain)) return { readings: [{ by: 'phone', value: phone }] };
  if (isListOfNumbers(bare)) return { reason: 'several_values' };
  const found = companyDomain(plain, bare) ?? companyDomain(spelledOut(plain), spelledOut(bare));
  if (found && 'reason' in found) return found;
  if (!found && plain.includes('@') && !/\s/.test(bare)) return { reason: 'broken_email' };
  const beside = found ? undefined : phoneBesideWords(plain);
  const other = phone ?? beside?.phone;
  return readingsOr(
    nameReason(plain),
    found && { by: 'domain', value: found.domain },
    other !== undefined && { by: 'phone', value: other },
    ...(found && isAddress(plain) ? [] : nameReadings(plain, text)),
    beside && { by: 'name', value: normalizeText(beside.words.replace(/[\s:：–-]+$/, '')) },
    found?.name !== undefined && { by: 'name', value: normalizeText(found.name) },
  );
}

/** Deals, tickets, custom objects: id, name. */
function readNamed(plain: string, bare: string, text: string, objectType: string): ValueReading {
  const number = numberIn(plain, bare, undefined, objectType);
  if (number === 'unclear') return { reason: 'unclear_number' };
  if (number === undefined && isListOfNumbers(bare)) return { reason: 'several_values' };
  const label = linkWithLabel(plain)?.label;
  const names = label ? [{ by: 'name' as const, value: normalizeText(label) }] : nameReadings(plain, text);
  return readingsOr(nameReason(plain), number !== undefined && idReading(number), ...names);
}

/**
 * The whole number that a value is. A phone number's mark comes first, because brackets and zeros in front are peeled from
 * an id; digits alone are an id first.
 */
function numberIn(
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

/** An email or web address, which is nobody's name. */
function isAddress(plain: string): boolean {
  return /@|:\/\//.test(plain);
}

function isListOfNumbers(bare: string): boolean {
  return (
    bare.length < 1000 && /^\d+(?:\s*[,;|/]\s*\d+|\s+\d+)+$/.test(bare) && !/^\d+\/\d+(?:\/\d+)?$/.test(bare)
  );
}

function isNumeric(bare: string): boolean {
  return /^[+-]?[\d.,'’ ]+$/.test(bare);
}

function idReading(number: string): Reading | undefined {
  return isRecordId(number) ? { by: 'id', value: number } : undefined;
}

function nameReadings(plain: string, text: string): Reading[] {
  const names = namesIn(plain);
  const behind = plain.replace(nameLabel, '');
  if (behind !== plain && hasText(behind)) names.push(behind);
  return names.map((name) => nameReading(name, text, plain));
}

/** What stands before a name in a form: `Company: Contoso`, `件名：…`. */
const nameLabel =
  /^(?:(?:deal|company|account|firma|firmen|unternehmen|entreprise|société|empresa|ticket|subject|betreff|objet|asunto|assunto|name|nom|nombre|nome)[ -]?(?:name)?|(?:会社|取引|企業|チケット)名?|件名)\s{0,3}[:：]\s{0,3}/i;

/** A name in NFKC, and as it was pasted: HubSpot may hold either. */
function nameReading(name: string, text: string, plain: string): Reading {
  const value = normalizeText(name);
  const original = name === plain ? text.trim() : name;
  return original === value ? { by: 'name', value } : { by: 'name', value, original };
}

function nameReason(plain: string): UnreadableReason {
  return plain.length > maxNameLength ? 'too_long' : 'unreadable';
}

function readingsOr(reason: UnreadableReason, ...all: (Reading | undefined | false)[]): ValueReading {
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

/** Judges the links into HubSpot, wherever in the text they stand: first the account, then the type. */
function linkIn(
  plain: string,
  { objectType, portalId, typeNames }: ReadingContext,
): ValueReading | undefined {
  const links = hubSpotLinksIn(plain);
  if (links.length === 0) return undefined;
  const records = links.filter((link) => link.kind === 'record');
  const [record, ...others] = records;
  if (!record) {
    // Words with HubSpot's name among them may be a ticket's subject, and www.hubspot.com is a company's website.
    const isLink = links.some((link) => link.kind === 'other' && link.isApp) && !/\s/.test(peel(plain));
    return isLink ? { reason: 'other_link' } : undefined;
  }
  if (portalId !== undefined && records.some((each) => each.portalId !== String(portalId)))
    return { reason: 'other_account' };
  if (others.some((other) => !isSameRecord(other, record))) return { reason: 'several_values' };
  if (!isSameType(record.objectType, objectType, typeNames)) return { reason: 'other_type' };
  return { readings: [{ by: 'id', value: record.id }] };
}

function isSameRecord(one: RecordLink, other: RecordLink): boolean {
  return one.id === other.id && one.objectType === other.objectType && one.portalId === other.portalId;
}
