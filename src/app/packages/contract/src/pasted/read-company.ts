import { objectTypeIds } from '../ids';
import { normalizeText } from './characters';
import { companyDomain } from './companies';
import { spelledOut } from './emails';
import { idReading, isListOfNumbers, numberIn } from './number-readings';
import { perhapsPhone, phoneBesideWords, phoneIn } from './phones';
import { nameReadings, nameReason } from './read-named';
import { readingsOr, type ValueReading } from './reading';

/** Companies: id, domain (an email address has one too), phone, name. */
export function readCompany(plain: string, bare: string, text: string): ValueReading {
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

/** An email or web address, which is nobody's name. */
function isAddress(plain: string): boolean {
  return /@|:\/\//.test(plain);
}
