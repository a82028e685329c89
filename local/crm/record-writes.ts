import type { BatchOutcome } from './associations';
import { batchErrors, failures } from './errors';
import { createAssociations } from './label-links';
import { modifiedProperty, objectTypes, searchTextOf, type ObjectType } from './object-types';
import { findObject, wireRecord } from './objects';
import type { LabelInput } from './pair-inputs';
import type { CrmRecord, CrmState } from './state';

/** A record to be created with links. The association types determine the object type of each linked record. */
export interface NewRecord {
  properties: Record<string, string>;
  associations: { to: { id: string }; types: LabelInput['types'] }[];
}

/** Properties to be changed. Those that are not named stay. */
export interface RecordChange {
  /** An id, or a value of `idProperty`. */
  id: string;
  idProperty?: string;
  properties: Record<string, string>;
}

/** Creates records with their links. One invalid record refuses the whole batch, as on HubSpot. */
export function createRecords(state: CrmState, type: ObjectType, inputs: NewRecord[], now: string): object[] {
  for (const { properties } of inputs) {
    checkProperties(type, properties);
    const missing = (type.required ?? []).filter((name) => !properties[name]);
    if (missing.length > 0) throw failures.requiredProperties(type.name, missing);
    refuseRepeated(state, type, properties);
  }
  const made = inputs.map((input) => ({ ...input, record: addRecord(state, type, input.properties, now) }));
  try {
    for (const { record, associations } of made)
      for (const association of associations) link(state, type, record.id, association);
  } catch (error) {
    // A link that is refused refuses the records.
    archiveRecords(
      state,
      type,
      made.map(({ record }) => record.id),
    );
    throw error;
  }
  return made.map(({ record, properties }) => wireRecord(state, type, record, Object.keys(properties)));
}

/** Adds a record without checking its properties. */
export function addRecord(
  state: CrmState,
  type: ObjectType,
  properties: Record<string, string>,
  now: string,
): CrmRecord {
  const id = state.newRecordId();
  const empty = {
    id,
    properties: { createdate: now, hs_object_id: id },
    createdAt: now,
    updatedAt: now,
    archived: false,
    searchText: '',
  };
  return write(state, type, empty, properties, now);
}

/** Changes properties of records; empty text clears one. An error names the records that do not exist. */
export function updateRecords(
  state: CrmState,
  type: ObjectType,
  changes: RecordChange[],
  now: string,
): BatchOutcome {
  for (const { properties } of changes) checkProperties(type, properties);
  const results: object[] = [];
  const missing: string[] = [];
  for (const { id, idProperty, properties } of changes) {
    const record = findObject(state, type, id, idProperty);
    if (!record) {
      missing.push(id);
      continue;
    }
    refuseRepeated(state, type, properties, record.id);
    const changed = write(state, type, record, properties, now);
    results.push(wireRecord(state, type, changed, Object.keys(properties)));
  }
  return { results, errors: missing.length > 0 ? [batchErrors.objectsNotFound(type.name, missing)] : [] };
}

/** Archives records, and removes their links and list memberships. A record that does not exist is no error. */
export function archiveRecords(state: CrmState, type: ObjectType, ids: string[]): void {
  for (const id of ids) state.removeRecord(type, id);
}

/** Stores a record with these properties, of which empty text clears one, and all others that it has. */
function write(
  state: CrmState,
  type: ObjectType,
  record: CrmRecord,
  given: Record<string, string>,
  now: string,
): CrmRecord {
  const properties = { ...record.properties };
  for (const [name, value] of Object.entries(given)) properties[name] = value === '' ? null : value;
  properties[modifiedProperty(type)] = now;
  const written = { ...record, properties, updatedAt: now, searchText: searchTextOf(type, properties) };
  state.setRecord(type, written);
  return written;
}

/**
 * Throws a 400 for unknown and read-only properties, and for values that are too long. HubSpot's message contains JSON about
 * each (recorded); its words for a value that is too long are not known.
 */
function checkProperties({ properties: known }: ObjectType, given: Record<string, string>): void {
  const problems = Object.keys(given).flatMap((name) => {
    const property = known.find((one) => one.name === name && !one.archived);
    if (!property)
      return [
        {
          isValid: false,
          message: `Property "${name}" does not exist`,
          error: 'PROPERTY_DOESNT_EXIST',
          name,
        },
      ];
    if ((given[name]?.length ?? 0) > (property.maxLength ?? Infinity)) {
      const message = `"${name}" must have at most ${property.maxLength} characters.`;
      return [{ isValid: false, message, error: 'VALUE_TOO_LONG', name }];
    }
    if (!property.calculated && !property.readOnly) return [];
    const message = `"${name}" is a read only property; its value cannot be set.`;
    return [{ isValid: false, message, error: 'READ_ONLY_VALUE', name }];
  });
  if (problems.length > 0)
    throw failures.invalid(`Property values were not valid: ${JSON.stringify(problems)}`);
}

function refuseRepeated(
  state: CrmState,
  type: ObjectType,
  properties: Record<string, string>,
  own?: string,
): void {
  for (const name of type.uniqueProperties) {
    const value = properties[name];
    const existing = value ? findObject(state, type, value, name) : undefined;
    if (existing && existing.id !== own) throw failures.conflict(type.singular, existing.id);
  }
}

/** Links a new record. The object type of the other record follows from the association types. */
function link(
  state: CrmState,
  type: ObjectType,
  id: string,
  { to, types }: NewRecord['associations'][number],
): void {
  const partner = objectTypes.find((other) =>
    types.every(({ associationCategory, associationTypeId }) =>
      state.definitionOf(type, other, associationCategory, associationTypeId),
    ),
  );
  if (!partner) throw failures.invalid('One or more associations are invalid');
  const { errors } = createAssociations(state, type, partner, [{ from: { id }, to, types }]);
  if (errors[0]) throw failures.invalid('One or more associations are invalid', errors[0].context);
}
