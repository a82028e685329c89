import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import { nameProperties } from '../../parts/label';

/** A property that the search table shows beside the name. The key of its heading is `column_` and the property. */
export type ShownProperty =
  'email' | 'jobtitle' | 'domain' | 'city' | 'amount' | 'closedate' | 'createdate' | 'hs_object_id';

const shownProperties: Readonly<Record<string, ShownProperty[]>> = {
  [objectTypeIds.contact]: ['email', 'jobtitle'],
  [objectTypeIds.company]: ['domain', 'city'],
  [objectTypeIds.deal]: ['amount', 'closedate'],
  [objectTypeIds.ticket]: ['createdate'],
};

/** The properties that the search table shows beside the name; for a custom object, the id. */
export function shownPropertiesOf({ id }: LinkableObjectType): ShownProperty[] {
  return shownProperties[id] ?? ['hs_object_id'];
}

/** The properties that make up a record's name. Sorting by name uses the first. */
export function namePropertiesOf({ id, labelProperty }: LinkableObjectType): string[] {
  return nameProperties[id] ?? [labelProperty];
}
