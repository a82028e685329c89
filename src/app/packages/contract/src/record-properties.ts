import { objectTypeIds } from './ids';

/**
 * The properties that make up a record's name, best first, of HubSpot's own object types. A custom object's is in its
 * schema.
 */
export const nameProperties: Readonly<Record<string, readonly string[]>> = {
  [objectTypeIds.contact]: ['firstname', 'lastname', 'email'],
  [objectTypeIds.company]: ['name', 'domain'],
  [objectTypeIds.deal]: ['dealname'],
  [objectTypeIds.ticket]: ['subject'],
};

/**
 * The property whose value is the detail of a record, which tells it apart from records of the same name. Not a ticket's,
 * whose stage is an id that its pipeline has the name of; nor a custom object's, which is in its schema.
 */
export const detailProperties: Readonly<Record<string, string>> = {
  [objectTypeIds.contact]: 'email',
  [objectTypeIds.company]: 'domain',
  [objectTypeIds.deal]: 'amount',
};

/** In names of these scripts, the family name comes first. */
export const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The name of a person; empty where both parts are. */
export function personName(firstName = '', lastName = ''): string {
  const parts = familyNameFirst.test(lastName) ? [lastName, firstName] : [firstName, lastName];
  return parts.filter(Boolean).join(' ');
}
