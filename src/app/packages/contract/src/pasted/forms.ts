import { domainForms } from './domains';
import { nameForms } from './names';
import { phoneForms } from './phone-forms';
import type { Reading } from './reading';

/** Spellings under which HubSpot may hold what a reading says, likeliest first: each has to be looked up. */
export function formsOf({ by, value, original }: Reading): string[] {
  if (by === 'domain') return domainForms(value);
  if (by === 'phone') return phoneForms(value);
  if (by === 'name') return nameForms(value, original);
  if (by === 'id') return [value];
  const at = value.lastIndexOf('@');
  const domains = domainForms(value.slice(at + 1).toLowerCase()).filter(
    (domain) => !domain.startsWith('www.'),
  );
  return [...new Set([value, ...domains.map((domain) => `${value.slice(0, at)}@${domain}`)])];
}
