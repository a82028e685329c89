import type { BatchOutcome } from './associations';
import { valueOf } from './calculated';
import { batchErrors, failures } from './errors';
import type { ObjectType } from './object-types';
import type { CrmRecord, CrmState } from './state';

/** A record as HubSpot's object endpoints send it. Requested properties without a value are null (recorded). */
export function wireRecord(state: CrmState, type: ObjectType, record: CrmRecord, asked?: string[]): object {
  const names =
    asked && asked.length > 0
      ? [...new Set([...asked, ...type.defaultProperties.slice(-3)])]
      : type.defaultProperties;
  const { id, createdAt, updatedAt, archived } = record;
  return { id, properties: pick(state, type, record, names), createdAt, updatedAt, archived };
}

function pick(
  state: CrmState,
  type: ObjectType,
  record: CrmRecord,
  names: string[],
): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, valueOf(state, type, record, name)]));
}

const mostListed = 100;

/**
 * A page of all records of a type, by ascending id: 10 if there is no `limit`, 100 at most. Unlike a search it has no end
 * at 10,000. The cursor is the id of the next record, so that a record that is deleted moves no other.
 */
export function listObjects(
  state: CrmState,
  type: ObjectType,
  { limit = 10, after = '0', properties }: { limit?: number; after?: string; properties?: string[] },
) {
  if (!Number.isInteger(limit) || limit < 1) throw failures.invalid('limit must be a positive integer.');
  if (!/^\d+$/.test(after)) throw failures.invalid('after is not a cursor of this endpoint.');
  const most = Math.min(limit, mostListed);
  const ids = firstIds(state.recordsOf(type).keys(), after, most + 1);
  const page = ids.slice(0, most).flatMap((id) => state.recordsOf(type).get(id) ?? []);
  const next = ids[most];
  return {
    results: page.map((record) => wireRecord(state, type, record, properties)),
    ...(next !== undefined && { paging: { next: { after: next } } }),
  };
}

/** The lowest ids from one on, ascending. One pass: most ids come in their order, and a type may have 100,000. */
function firstIds(ids: Iterable<string>, from: string, count: number): string[] {
  const lowest: string[] = [];
  for (const id of ids) {
    const last = lowest.length === count ? lowest.at(-1) : undefined;
    if (compareIds(id, from) < 0 || (last !== undefined && compareIds(id, last) > 0)) continue;
    lowest.splice(lowest.findLastIndex((one) => compareIds(one, id) < 0) + 1, 0, id);
    if (lowest.length > count) lowest.pop();
  }
  return lowest;
}

/** Ids are whole numbers, some above 2^53. */
function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

const lower = (text = '') => text.toLowerCase();

/** The parameters of an object batch/read. */
export interface ReadObjectsInput {
  /** Ids, or values of `idProperty`; 100 at most. */
  inputs?: { id: string }[];
  properties?: string[];
  /** A unique property: the ids of the inputs are then its values. */
  idProperty?: string;
}

const mostObjects = 100;

/** Reads records. One error names all that do not exist (recorded). */
export function readObjects(
  state: CrmState,
  type: ObjectType,
  { inputs = [], properties, idProperty }: ReadObjectsInput,
): BatchOutcome {
  if (inputs.length > mostObjects) throw failures.tooMany(inputs.length, mostObjects);
  if (
    idProperty !== undefined &&
    idProperty !== 'hs_object_id' &&
    !type.uniqueProperties.includes(idProperty)
  ) {
    throw failures.invalid(`${idProperty} is not a unique property of ${type.name}.`);
  }
  const found = new Map<string, CrmRecord>();
  const missing: string[] = [];
  const names = idProperty === undefined ? properties : [...(properties ?? []), idProperty];
  const find = finder(state, type, idProperty);
  for (const { id } of inputs) {
    const record = find(id);
    if (record) found.set(record.id, record);
    else missing.push(id);
  }
  const errors = missing.length > 0 ? [batchErrors.objectsNotFound(type.name, missing)] : [];
  return { results: [...found.values()].map((record) => wireRecord(state, type, record, names)), errors };
}

/** A record by its id, or by the value of a unique property, ignoring case; undefined if there is none. */
export function findObject(
  state: CrmState,
  type: ObjectType,
  id: string,
  idProperty?: string,
): CrmRecord | undefined {
  return finder(state, type, idProperty)(id);
}

/**
 * The same for many values, also the other ones of a record: a contact's additional email addresses, and the ids of records
 * that were merged into one. HubSpot then returns the record with its own value. Goes through all records once, not once
 * for each value.
 */
function finder(state: CrmState, type: ObjectType, idProperty = 'hs_object_id') {
  const records = state.recordsOf(type);
  const isById = idProperty === 'hs_object_id';
  const own = isById
    ? records
    : indexed(records, ({ properties }) => [lower(properties[idProperty] ?? undefined)]);
  const others = isById ? 'hs_merged_object_ids' : `hs_additional_${idProperty}s`;
  let byOthers: ReadonlyMap<string, CrmRecord> | undefined;
  return (value: string) => {
    const record = own.get(lower(value));
    if (record) return record;
    byOthers ??= indexed(records, ({ properties }) => lower(properties[others] ?? undefined).split(';'));
    return byOthers.get(lower(value));
  };
}

/** Values that are not empty -> the first record that has them. */
function indexed(records: ReadonlyMap<string, CrmRecord>, valuesOf: (record: CrmRecord) => string[]) {
  const index = new Map<string, CrmRecord>();
  for (const record of records.values()) {
    for (const value of valuesOf(record)) if (value !== '' && !index.has(value)) index.set(value, record);
  }
  return index;
}
