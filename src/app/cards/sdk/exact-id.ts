import { isRecordId } from '@bulk-associate/contract';

/** HubSpot gives ids as numbers. Undefined for one above 2^53: it is rounded and may be the id of another record. */
export function exactId(objectId: unknown): string | undefined {
  if (typeof objectId === 'number' && !Number.isSafeInteger(objectId)) return undefined;
  const id = String(objectId);
  return isRecordId(id) ? id : undefined;
}
