import {
  nameProperties,
  objectTypeIds,
  type FilterProperty,
  type FilterType,
  type LinkableObjectType,
} from '@bulk-associate/contract';
import type { Translate } from '../../locales/messages';

/** A property that the search table shows beside the name. The key of its heading is `column_` and the property. */
type UsualProperty =
  'email' | 'jobtitle' | 'domain' | 'city' | 'amount' | 'closedate' | 'createdate' | 'hs_object_id';

const usualProperties: Readonly<Record<string, UsualProperty[]>> = {
  [objectTypeIds.contact]: ['email', 'jobtitle'],
  [objectTypeIds.company]: ['domain', 'city'],
  [objectTypeIds.deal]: ['amount', 'closedate'],
  [objectTypeIds.ticket]: ['createdate'],
};

const types: Readonly<Partial<Record<UsualProperty, FilterType>>> = {
  amount: 'number',
  closedate: 'datetime',
  createdate: 'datetime',
};

/** Types for which HubSpot's search covers more than the name. */
export const searchHints: Readonly<Record<string, 'searchHintContacts' | 'searchHintCompanies'>> = {
  [objectTypeIds.contact]: 'searchHintContacts',
  [objectTypeIds.company]: 'searchHintCompanies',
};

/** The most properties that the table shows. */
export const mostColumns = 3;

/** The properties that the search table shows beside the name while a person has selected none; for a custom object, the id. */
export function usualColumns({ id }: LinkableObjectType): UsualProperty[] {
  return usualProperties[id] ?? ['hs_object_id'];
}

/**
 * The columns of the search table beside the name: those that a person has selected, as far as the properties are known
 * and the table has room; otherwise the usual ones.
 */
export function columnsOf(
  t: Translate,
  type: LinkableObjectType,
  selected: readonly string[],
  properties: readonly FilterProperty[],
): FilterProperty[] {
  const shown = selected.flatMap((name) => properties.find((each) => each.name === name) ?? []);
  if (shown.length > 0) return shown.slice(0, mostColumns);
  return usualColumns(type).map((name) => ({
    name,
    label: t(`column_${name}`),
    type: types[name] ?? 'string',
  }));
}

/** The properties that make up a record's name. Sorting by name uses the first. */
export function namePropertiesOf({ id, labelProperty }: LinkableObjectType): readonly string[] {
  return nameProperties[id] ?? [labelProperty];
}
