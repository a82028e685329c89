import type { ObjectId } from './connection';

/** A record's id as HubSpot gives it to an extension; as a string above 2^53, where it has no exact number. */
export function objectIdOf(id: string): ObjectId {
  const number = Number(id);
  return Number.isSafeInteger(number) ? number : id;
}
