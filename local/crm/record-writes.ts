import { createAssociations, type BatchOutcome, type LabelInput } from './associations';
import { batchErrors, failures } from './errors';
import { modifiedProperty, objectTypes, searchTextOf, type ObjectType } from './object-types';
import { findObject, wireRecord } from './objects';
import type { CrmRecord, CrmState } from './state';

/** A record to be made, with its links; their association types say which object type each partner is of. */
export interface NewRecord {
  properties: Record<string, string>;
  associations: { to: { id: string }; types: LabelInput['types'] }[];
}

/** Properties to be set; those not named stay. */
export interface RecordChange {
  /** An id, or a value of `idProperty`. */
  id: string;
  idProperty?: string;
  properties: Record<string, string>;
}

/** Makes records with their links. As on HubSpot, one that is refused refuses all. */
export function createRecords(state: CrmState, type: ObjectType, inputs: NewRecord[], now: string): object[] {
  for (const { properties } of inputs) {
    checkProperties(type, properties);
    refuseRepeated(state, type, properties);
  }
  return inputs.map(({ properties, associations }) => {
    const id = state.newRecordId();
    const record: CrmRecord = {
      id,
      properties: { createdate: now, hs_object_id: id },
      createdAt: now,
      updatedAt: now,
      archived: false,
      searchText: '',
    };
    write(type, record, properties, now);
    state.recordsOf(type).set(id, record);
    for (const association of associations) link(state, type, id, association);
    return wireRecord(type, record, Object.keys(properties));
  });
}

/** Changes properties of records; an empty text clears one. What does not exist is named in an error. */
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
    write(type, record, properties, now);
    results.push(wireRecord(type, record, Object.keys(properties)));
  }
  return { results, errors: missing.length > 0 ? [batchErrors.objectsNotFound(type.name, missing)] : [] };
}

/** Archives records, which takes their links and their places in lists along. What does not exist is no error. */
export function archiveRecords(state: CrmState, type: ObjectType, ids: string[]): void {
  for (const id of ids) state.removeRecord(type, id);
}

function write(type: ObjectType, record: CrmRecord, properties: Record<string, string>, now: string): void {
  for (const [name, value] of Object.entries(properties))
    record.properties[name] = value === '' ? null : value;
  record.properties[modifiedProperty(type)] = now;
  record.updatedAt = now;
  record.searchText = searchTextOf(type, record.properties);
}

const readOnly = new Set(['hs_object_id', 'lastmodifieddate', 'hs_lastmodifieddate']);

/** HubSpot puts JSON about every bad property into its message (recorded). */
function checkProperties({ properties: known }: ObjectType, given: Record<string, string>): void {
  const problems = Object.keys(given).flatMap((name) => {
    if (!known.some((property) => property.name === name))
      return [
        {
          isValid: false,
          message: `Property "${name}" does not exist`,
          error: 'PROPERTY_DOESNT_EXIST',
          name,
        },
      ];
    if (!readOnly.has(name)) return [];
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

/** The association type alone tells which object type the partner is of. */
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
