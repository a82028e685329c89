import { objectTypeIds, type RecordRef } from '@bulk-associate/contract';
import { sendRequest } from './send-request';
import { chunksOf } from './chunks';
import { forEachConcurrently } from './concurrency';
import type { Run } from './run';
import { errorOf } from './hubspot-error';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';

/** HubSpot's maximum for object batches. */
const recordsPerRead = 100;
/** Object reads at once: 1,000 records then take a few seconds, within HubSpot's limit per second. */
const concurrency = 3;

/** The properties of a record's display name, the preferred one first. A custom object's is in its schema. */
const nameProperties: Record<string, string[]> = {
  [objectTypeIds.contact]: ['firstname', 'lastname', 'email'],
  [objectTypeIds.company]: ['name', 'domain'],
  [objectTypeIds.deal]: ['dealname'],
  [objectTypeIds.ticket]: ['subject'],
};

/** The properties of the display name of one object type. */
export interface LabelProperties {
  objectType: string;
  properties: string[];
}

export async function labelPropertiesOf(run: Run, objectType: string): Promise<LabelProperties> {
  const known = nameProperties[objectType];
  if (known) return { objectType, properties: known };
  const path = run.hubspot.paths.schema(objectType);
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read', optional: true });
  const property = reply.kind === 'answered' ? textOf(reply.body['primaryDisplayProperty']) : undefined;
  return { objectType, properties: property ? [property] : [] };
}

/** In names of these scripts, the family name comes first. */
const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The record with its display name: the first property that has a value, else the id. */
export function recordRef(
  { objectType, properties }: LabelProperties,
  record: JsonObject,
): RecordRef | undefined {
  const id = idOf(record['id']);
  if (id === undefined) return undefined;
  const values = isJsonObject(record['properties']) ? record['properties'] : {};
  const [first, last, ...others] = properties.map((property) => textOf(values[property])?.trim() ?? '');
  const person = (familyNameFirst.test(last ?? '') ? [last, first] : [first, last]).filter(Boolean).join(' ');
  const candidates = objectType === objectTypeIds.contact ? [person, ...others] : [first, last, ...others];
  return { id, label: candidates.find(Boolean) ?? id };
}

/** The state of a record in a read. `unknown`: HubSpot gave no answer for it. */
export type RecordState = { ref: RecordRef; properties: JsonObject } | 'not_found' | 'unknown';

/** The most values of one call that are read alone, as each costs a request. */
const maxSingleReads = 50;

/**
 * Reads records by id, or by a unique property. Returns a state for each value; a value that HubSpot names as missing is
 * `not_found`. Values of a property are compared without case.
 *
 * HubSpot may return a record with another value than the one requested: a contact for its second email address, or the
 * record into which another was merged. Such a value is read again alone, so that the answer can belong to no other.
 */
export async function readRecords(
  run: Run,
  objectType: string,
  values: string[],
  idProperty?: string,
): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>(values.map((value) => [value, 'unknown']));
  if (values.length === 0) return states;
  const labelProperties = await labelPropertiesOf(run, objectType);
  const unanswered: string[] = [];
  const read = async (chunk: string[]) => {
    const reply = await sendRequest(run, {
      method: 'POST',
      path: run.hubspot.paths.readObjects(objectType),
      body: {
        inputs: chunk.map((id) => ({ id })),
        properties: labelProperties.properties,
        ...(idProperty && { idProperty }),
      },
      purpose: 'read',
    });
    if (reply.kind !== 'answered') return;
    addStates(states, chunk, labelProperties, reply.body, idProperty);
    if (chunk.length > 1) unanswered.push(...chunk.filter((value) => states.get(value) === 'unknown'));
  };
  await forEachConcurrently(concurrency, chunksOf(values, recordsPerRead), read);
  await forEachConcurrently(concurrency, chunksOf(unanswered.slice(0, maxSingleReads), 1), read);
  return states;
}

function addStates(
  states: Map<string, RecordState>,
  chunk: string[],
  labelProperties: LabelProperties,
  body: JsonObject,
  idProperty: string | undefined,
): void {
  const asked = new Map(chunk.map((value) => [value.toLowerCase(), value]));
  const [alone] = chunk.length === 1 ? chunk : [];
  for (const record of jsonObjectsIn(body['results'])) {
    const ref = recordRef(labelProperties, record);
    const properties = isJsonObject(record['properties']) ? record['properties'] : {};
    const key = idProperty === undefined ? ref?.id : textOf(properties[idProperty])?.toLowerCase();
    const value = alone ?? (key === undefined ? undefined : asked.get(key));
    if (ref && value !== undefined) states.set(value, { ref, properties });
  }
  for (const error of jsonObjectsIn(body['errors']).map(errorOf)) {
    if (error.category !== 'OBJECT_NOT_FOUND') continue;
    for (const id of Object.values(error.context).flat()) {
      const value = asked.get(id.toLowerCase());
      if (value !== undefined && states.get(value) === 'unknown') states.set(value, 'not_found');
    }
  }
}
