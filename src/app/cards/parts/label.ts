import { objectTypeIds } from '@bulk-associate/contract';

type Properties = Readonly<Record<string, string | null | undefined>>;

/** Properties a record's name is made of, best first. */
export const nameProperties: Readonly<Record<string, string[]>> = {
  [objectTypeIds.contact]: ['firstname', 'lastname', 'email'],
  [objectTypeIds.company]: ['name', 'domain'],
  [objectTypeIds.deal]: ['dealname'],
  [objectTypeIds.ticket]: ['subject'],
};

/** A record's name from its properties; undefined if it has none. A custom object is named by its `labelProperty`. */
export function labelOf(objectType: string, properties: Properties, labelProperty = ''): string | undefined {
  const names = nameProperties[objectType] ?? [labelProperty];
  const values = names.map((name) => properties[name]?.trim() ?? '');
  if (objectType !== objectTypeIds.contact) return values.find(Boolean);
  const [first, last, email] = values;
  return [first, last].filter(Boolean).join(' ') || email || undefined;
}
