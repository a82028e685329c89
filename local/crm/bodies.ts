import type { AdminLimit } from './admin-limits';
import type { ReadInput } from './associations';
import { failures } from './errors';
import type { LabelChange, NewLabel } from './labels';
import type { ListSearch } from './lists';
import type { Filter } from './filters';
import type { ReadObjectsInput } from './objects';
import type { LabelInput, PairInput } from './pair-inputs';
import type { NewRecord, RecordChange } from './record-writes';
import type { SearchInput } from './search';
import { WireNumber } from './wire';

// Readers of request bodies. Each takes unchecked JSON and throws a 400 where it has another form, with the message of
// HubSpot's parser (Jackson, a Java library; recorded).

/** A JSON object of a request; its fields are unchecked. */
type JsonObject = Record<string, unknown>;

/** Any JSON object. */
export function objectIn(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw failures.badJson(`Cannot deserialize value of type \`java.util.Map\` from ${kindOf(value)}`);
}

/** Any JSON array. */
export function arrayIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw failures.badJson(`Cannot deserialize instance of \`java.util.ArrayList\` from ${kindOf(value)}`);
}

/** Text. HubSpot's parser takes a number or a boolean as text, too. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof WireNumber) return value.digits;
  throw failures.badJson(`Cannot deserialize value of type \`java.lang.String\` from ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function required(object: JsonObject, ...names: string[]): void {
  const missing = names.filter((name) => !isGiven(object[name]));
  if (missing.length > 0) throw failures.missingFields(missing);
}

/** An input of the object batches. Whether a record has the id is checked by the operation. */
export function idIn(value: unknown): { id: string } {
  const object = objectIn(value);
  required(object, 'id');
  return { id: textIn(object['id']) };
}

/** An input of `batch/associate/default`. */
export function pairIn(value: unknown): PairInput {
  const object = objectIn(value);
  required(object, 'from', 'to');
  return { from: idIn(object['from']), to: idIn(object['to']) };
}

/** Association types: the `types` of a labelled pair, or the whole body of a single PUT. */
export function typesIn(value: unknown): LabelInput['types'] {
  return arrayIn(value).map((one) => {
    const spec = objectIn(one);
    required(spec, 'associationCategory', 'associationTypeId');
    return {
      associationCategory: textIn(spec['associationCategory']),
      associationTypeId: Number(spec['associationTypeId']),
    };
  });
}

/** An input of `batch/create` and `batch/labels/archive`. */
export function labelledPairIn(value: unknown): LabelInput {
  const object = objectIn(value);
  required(object, 'types');
  return { ...pairIn(object), types: typesIn(object['types']) };
}

/** An input of the associations' `batch/read`. */
export function readIn(value: unknown): ReadInput {
  const { after } = objectIn(value);
  return { ...idIn(value), ...(after !== undefined && { after: textIn(after) }) };
}

/** An input of the associations' `batch/archive`, the only batch with several `to` records for one `from` record. */
export function archiveIn(value: unknown): { from: { id: string }; to: { id: string }[] } {
  const object = objectIn(value);
  required(object, 'from', 'to');
  return { from: idIn(object['from']), to: arrayIn(object['to']).map(idIn) };
}

/** The body of the objects' `batch/read`. */
export function readObjectsIn(value: unknown): ReadObjectsInput {
  const { inputs = [], properties = [], idProperty } = objectIn(value);
  return {
    inputs: arrayIn(inputs).map(idIn),
    properties: arrayIn(properties).map(textIn),
    ...(isGiven(idProperty) && { idProperty: textIn(idProperty) }),
  };
}

/** The body of an object search. Limits and operators are checked by the search. */
export function searchIn(value: unknown): SearchInput {
  const { query, filterGroups = [], sorts = [], properties = [], limit, after } = objectIn(value);
  return {
    filterGroups: arrayIn(filterGroups).map((group) => ({
      filters: arrayIn(objectIn(group)['filters'] ?? []).map(filterIn),
    })),
    sorts: arrayIn(sorts).map(sortIn),
    properties: arrayIn(properties).map(textIn),
    ...(isGiven(query) && { query: textIn(query) }),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(after !== undefined && { after: textIn(after) }),
  };
}

/** A sort by an object, or by the name of a property alone. */
function sortIn(value: unknown): { propertyName: string; direction?: string } {
  if (typeof value === 'string') return { propertyName: value };
  const { propertyName, direction } = objectIn(value);
  return {
    propertyName: textIn(propertyName),
    ...(isGiven(direction) && { direction: textIn(direction) }),
  };
}

/** The message for missing fields is recorded. */
function filterIn(value: unknown): Filter {
  const { propertyName, operator, value: given, highValue, values } = objectIn(value);
  const missing = Object.entries({ propertyName, operator }).filter(([, field]) => !isGiven(field));
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ');
    throw failures.badJson(`Cannot build Filter, some of required attributes are not set [${names}]`);
  }
  return {
    propertyName: textIn(propertyName),
    operator: textIn(operator),
    ...(isGiven(given) && { value: textIn(given) }),
    ...(isGiven(highValue) && { highValue: textIn(highValue) }),
    ...(isGiven(values) && { values: arrayIn(values).map(textIn) }),
  };
}

/** The body of the properties' `batch/read`. */
export function readPropertiesIn(value: unknown): { names: string[]; archived: boolean } {
  const { inputs = [], archived = false } = objectIn(value);
  const names = arrayIn(inputs).map((input) => {
    const object = objectIn(input);
    required(object, 'name');
    return textIn(object['name']);
  });
  return { names, archived: archived === true };
}

/** The body of a list search; of its fields HubSpot requires none. */
export function listSearchIn(value: unknown): ListSearch {
  const { query, objectTypeId, offset, count, processingTypes, listIds, additionalProperties } =
    objectIn(value);
  arrayIn(additionalProperties ?? []).map(textIn);
  return {
    query: textIn(query ?? ''),
    processingTypes: arrayIn(processingTypes ?? []).map(textIn),
    listIds: arrayIn(listIds ?? []).map(textIn),
    ...(isGiven(objectTypeId) && { objectTypeId: textIn(objectTypeId) }),
    ...(isGiven(offset) && { offset: Number(offset) }),
    ...(isGiven(count) && { count: Number(count) }),
  };
}

/** An input of `configurations/.../batch/*`. A purge has no `maxToObjectIds`: it is NaN there. */
export function adminLimitIn(value: unknown): AdminLimit {
  const object = objectIn(value);
  required(object, 'category', 'typeId');
  return {
    category: textIn(object['category']),
    typeId: Number(object['typeId']),
    maxToObjectIds: Number(object['maxToObjectIds']),
  };
}

/** The body that creates a label. */
export function newLabelIn(value: unknown): NewLabel {
  const object = objectIn(value);
  required(object, 'label', 'name');
  return { label: textIn(object['label']), name: textIn(object['name']), ...inverseLabelIn(object) };
}

/** The body that renames a label. */
export function labelChangeIn(value: unknown): LabelChange {
  const object = objectIn(value);
  required(object, 'associationTypeId', 'label');
  const associationTypeId = Number(object['associationTypeId']);
  return { associationTypeId, label: textIn(object['label']), ...inverseLabelIn(object) };
}

function inverseLabelIn({ inverseLabel }: JsonObject): { inverseLabel?: string } {
  return inverseLabel === undefined ? {} : { inverseLabel: textIn(inverseLabel) };
}

/** The body or batch input that creates a record. A single update reads its `properties` alone. */
export function newRecordIn(value: unknown): NewRecord {
  const { properties = {}, associations = [] } = objectIn(value);
  return {
    properties: propertiesIn(properties),
    associations: arrayIn(associations).map((one) => {
      const association = objectIn(one);
      required(association, 'to', 'types');
      return { to: idIn(association['to']), types: typesIn(association['types']) };
    }),
  };
}

/** The body of a merge. */
export function mergeIn(value: unknown): { primaryId: string; otherId: string } {
  const object = objectIn(value);
  required(object, 'primaryObjectId', 'objectIdToMerge');
  return { primaryId: textIn(object['primaryObjectId']), otherId: textIn(object['objectIdToMerge']) };
}

/** An input of the objects' `batch/update`. */
export function recordChangeIn(value: unknown): RecordChange {
  const { properties = {}, idProperty } = objectIn(value);
  return {
    ...idIn(value),
    properties: propertiesIn(properties),
    ...(isGiven(idProperty) && { idProperty: textIn(idProperty) }),
  };
}

/** Values are text. Null clears a property, as empty text does. */
function propertiesIn(value: unknown): Record<string, string> {
  const entries = Object.entries(objectIn(value));
  return Object.fromEntries(entries.map(([name, one]) => [name, one === null ? '' : textIn(one)]));
}
