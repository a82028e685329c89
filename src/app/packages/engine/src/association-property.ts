import { objectTypeIds } from '@bulk-associate/contract';

const names: Record<string, string> = Object.fromEntries(
  Object.entries(objectTypeIds).map(([name, id]) => [id, name]),
);

/**
 * The name by which a search asks for associations with one of HubSpot's own types, as if they were a property:
 * `associations.company`. Source: search guide.
 */
export function associationProperty(objectType: string): string {
  return `associations.${names[objectType] ?? objectType}`;
}
