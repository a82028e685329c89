import { isObjectTypeId } from '@bulk-associate/contract';
import { exactId } from '../sdk/exact-id';

/** What is selected in a list: each record once. */
export interface Selected {
  objectType: string;
  ids: readonly string[];
  /** How many were named again. */
  repeated: number;
  /** How many have no exact id, and are left out. */
  unreadable: number;
}

/**
 * Reads what HubSpot passes to a bulk action. Its types say numbers; its own template takes texts as well, and ids above
 * 2^53 are exact as texts alone. How many ids it passes for "select all" is not documented: what it passes is what counts.
 */
export function readSelected(crm: { objectTypeId?: unknown; objectIds?: unknown }): Selected | undefined {
  const { objectTypeId, objectIds } = crm;
  if (!isObjectTypeId(objectTypeId) || !Array.isArray(objectIds)) return undefined;
  const exact = objectIds.map(exactId).filter((id) => id !== undefined);
  const ids = [...new Set(exact)];
  return {
    objectType: objectTypeId,
    ids,
    repeated: exact.length - ids.length,
    unreadable: objectIds.length - exact.length,
  };
}
