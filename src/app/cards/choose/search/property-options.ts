import type { FilterProperty } from '@bulk-associate/contract';
import type { Translate } from '../../locales/messages';

/**
 * Properties as the options of a select, in the order in which they are offered. HubSpot's select has no groups: with
 * `withGroups`, the name of the group follows, so that typing it finds its properties. Two that would look the same have
 * their internal names as well.
 */
export function propertyOptions(t: Translate, properties: readonly FilterProperty[], withGroups = false) {
  const options = properties.map(({ name, label, group }) => ({
    value: name,
    label: withGroups && group ? t('detailed', { what: label, detail: group }) : label,
  }));
  const counts = new Map<string, number>();
  for (const { label } of options) counts.set(label, (counts.get(label) ?? 0) + 1);
  return options.map(({ value, label }) => ({
    value,
    label: counts.get(label) === 1 ? label : t('detailed', { what: label, detail: value }),
  }));
}
