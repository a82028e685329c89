import { nameProperties, objectTypeIds, personName } from '@bulk-associate/contract';

type Properties = Readonly<Record<string, string | null | undefined>>;

/** A record's name from its properties; undefined if they are empty. For a custom object, the value of `labelProperty`. */
export function labelOf(objectType: string, properties: Properties, labelProperty = ''): string | undefined {
  const names = nameProperties[objectType] ?? [labelProperty];
  const values = names.map((name) => properties[name]?.trim() ?? '');
  if (objectType !== objectTypeIds.contact) return values.find(Boolean);
  const [first, last, email] = values;
  return personName(first, last) || email || undefined;
}
