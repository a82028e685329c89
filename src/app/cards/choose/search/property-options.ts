import type { FilterProperty } from '@bulk-associate/contract';

/** The properties by name; two of one name have their internal names as well. */
export function propertyOptions(properties: readonly FilterProperty[], language: string) {
  const labels = new Map<string, number>();
  for (const { label } of properties) labels.set(label, (labels.get(label) ?? 0) + 1);
  const { compare } = new Intl.Collator(language);
  return properties
    .map(({ name, label }) => ({
      value: name,
      label: labels.get(label) === 1 ? label : `${label} (${name})`,
    }))
    .sort((one, another) => compare(one.label, another.label));
}
