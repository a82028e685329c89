import { objectTypeIds } from '../ids';
import { emailsIn, nameBeforeEmail, spelledOut, type FoundEmail } from './emails';
import { linkWithLabel } from './labelled-link';
import { contactNameIn } from './names';
import { idReading, isListOfNumbers, isNumeric, numberIn } from './number-readings';
import { perhapsPhone, phoneBesideWords, phoneIn } from './phones';
import { nameReading } from './read-named';
import { readingsOr, type Reading, type ValueReading } from './reading';

/** Contacts: id, email, phone, name. */
export function readContact(plain: string, bare: string, text: string): ValueReading {
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

function contactEmail(plain: string, emails: FoundEmail[]): ValueReading {
  const [email, ...others] = emails;
  if (!email) return { reason: 'broken_email' };
  const isRepeated = others.every((other) => other.email.toLowerCase() === email.email.toLowerCase());
  if (!isRepeated) return { reason: 'several_values' };
  const name = nameBeforeEmail(plain, email);
  const readings: [Reading] = [{ by: 'email', value: email.email }];
  return name === undefined ? { readings } : { readings, name };
}
