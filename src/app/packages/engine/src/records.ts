import type { RecordRef } from '@bulk-associate/contract';
import type { LabelProperties } from './account-facts';
import { sendRequest } from './send-request';
import { chunksOf } from './chunks';
import { forEachConcurrently } from './concurrency';
import { Halving } from './halving';
import type { Run } from './run';
import { errorOf } from './hubspot-error';
import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { type JsonObject, jsonObjectsIn, propertiesIn, textOf } from './json';

/** HubSpot's maximum for object batches. */
export const recordsPerRead = 100;
/** Object reads at once: 1,000 records then take a few seconds, within HubSpot's limit per second. */
const concurrency = 3;

/** The state of a record in a read. `unknown`: HubSpot gave no answer for it. */
export type RecordState = { ref: RecordRef; properties: JsonObject } | 'not_found' | 'unknown';

/** Milliseconds from the start of the call, after which no value is read alone: what follows the reads needs time too. */
const lastSingleRead = 9_000;

/** By what records are read. Without `idProperty` by id; `labelProperties` are read if they are not given. */
interface ReadOptions {
  /** A unique property whose values are given in place of ids. */
  idProperty?: string;
  labelProperties?: LabelProperties;
}

/**
 * Reads records by id, or by a unique property. Returns a state for each value; a value that HubSpot names as missing is
 * `not_found`. Values of a property are compared without case. A refused read is halved, down to one value.
 *
 * HubSpot may return a record with another value than the one requested: a contact for its second email address, or the
 * record into which another was merged. The record's own list of such values shows which it is. A value that stands in no
 * list is read again alone, as long as there is time, so that the answer can belong to no other.
 */
export async function readRecords(
  run: Run,
  objectType: string,
  values: string[],
  { idProperty, labelProperties }: ReadOptions = {},
): Promise<Map<string, RecordState>> {
  const states = new Map<string, RecordState>(values.map((value) => [value, 'unknown']));
  if (values.length === 0) return states;
  const labels = labelProperties ?? (await labelPropertiesOf(run, objectType));
  const others = otherValues(idProperty);
  const unanswered: string[] = [];
  const halving = new Halving();
  const send = async (chunk: string[]) => {
    const reply = await sendRequest(run, {
      method: 'POST',
      path: run.hubspot.paths.readObjects(objectType),
      body: {
        inputs: chunk.map((id) => ({ id })),
        properties: [...propertiesOfLabel(labels), others],
        ...(idProperty && { idProperty }),
      },
      purpose: 'read',
    });
    if (reply.kind !== 'answered') return reply;
    addStates(states, chunk, labels, reply.body, idProperty);
    if (chunk.length > 1) unanswered.push(...chunk.filter((value) => states.get(value) === 'unknown'));
    return reply;
  };
  const read = async (chunk: string[]) => halving.sendHalves(chunk, await send(chunk), send);
  await forEachConcurrently(concurrency, chunksOf(values, recordsPerRead), read);
  await forEachConcurrently(concurrency, chunksOf(unanswered, 1), async (chunk) => {
    if (run.elapsedMs <= lastSingleRead) await read(chunk);
  });
  return states;
}

/** The property with a record's other values: `email` -> `hs_additional_emails`; for ids, the records merged into it. */
function otherValues(idProperty: string | undefined): string {
  return idProperty === undefined ? 'hs_merged_object_ids' : `hs_additional_${idProperty}s`;
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
    const properties = propertiesIn(record);
    const own = idProperty === undefined ? ref?.id : textOf(properties[idProperty]);
    const others = textOf(properties[otherValues(idProperty)])?.split(';') ?? [];
    const keys = [own ?? '', ...others].map((value) => asked.get(value.trim().toLowerCase()));
    for (const value of alone === undefined ? keys : [alone])
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
