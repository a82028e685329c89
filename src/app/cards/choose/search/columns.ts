import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import { nameProperties } from '../../parts/label';

/** A property that the search's table shows beside the name. Its heading is the message `column_` and its name. */
export type ShownProperty =
  'email' | 'jobtitle' | 'domain' | 'city' | 'amount' | 'closedate' | 'createdate' | 'hs_object_id';

const shownProperties: Readonly<Record<string, ShownProperty[]>> = {
  [objectTypeIds.contact]: ['email', 'jobtitle'],
  [objectTypeIds.company]: ['domain', 'city'],
  [objectTypeIds.deal]: ['amount', 'closedate'],
  [objectTypeIds.ticket]: ['createdate'],
};

/** What is shown of records of a type beside their names; of a custom object its id. */
export function shownPropertiesOf({ id }: LinkableObjectType): ShownProperty[] {
  return shownProperties[id] ?? ['hs_object_id'];
}

/** The properties that name a record of a type; by the first of them a search is sorted. */
export function namePropertiesOf({ id, labelProperty }: LinkableObjectType): string[] {
  return nameProperties[id] ?? [labelProperty];
}
