/** A JSON object from HubSpot. Any field may be missing or of another type. */
export interface JsonObject {
  readonly [name: string]: unknown;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; none if `value` is no list. */
export function jsonObjectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The properties of a record; none if it has none, or is missing. */
export function propertiesIn(record: JsonObject | undefined): JsonObject {
  return isJsonObject(record?.['properties']) ? record['properties'] : {};
}

/** A string that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id as a string, whether HubSpot sent it as a string or as a number. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A finite number, whether HubSpot sent it as a number or as a string. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
