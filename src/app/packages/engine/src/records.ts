import { objectTypeIds, type RecordRef } from '@bulk-associate/contract';
import { sendRequest } from './send-request';
import { chunksOf } from './chunks';
import { forEachConcurrently } from './concurrency';
import type { Run } from './run';
import { errorOf } from './hubspot-error';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';

/** HubSpot's maximum for object batches. */
const recordsPerRead = 100;
/** Object reads at once: a call of 1,000 records is then done in a few seconds and stays under the limit a second. */
const concurrency = 3;

/** Properties a record's display name is made of, best first; a custom object's is in its schema. */
const nameProperties: Record<string, string[]> = {
  [objectTypeIds.contact]: ['firstname', 'lastname', 'email'],
  [objectTypeIds.company]: ['name', 'domain'],
  [objectTypeIds.deal]: ['dealname'],
  [objectTypeIds.ticket]: ['subject'],
};

/** How records of one object type are named. */
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

/** Names written in these scripts put the family name first. */
const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A record as a person knows it: its name, or what stands for it, or its id. */
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

/** What a read shows of a record. `unknown`: HubSpot could not be asked, or did not say. */
export type RecordState = { ref: RecordRef; properties: JsonObject } | 'not_found' | 'unknown';

/** Values asked for alone in one call, at most: each costs a request. */
const maxSingleReads = 50;

/**
 * Reads records by id, or by a property that is unique. Returns a state for each value: a value that HubSpot names as
 * missing is `not_found`. Values of a property are compared without case.
 *
 * A record may come back under another name than it was asked for: a contact asked for by a second email address, or
 * a record that was merged into another. Such a value is asked for alone, where the answer can be no other's.
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
