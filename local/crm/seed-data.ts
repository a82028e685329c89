import { associateDefault } from './associations';
import { findObjectType, modifiedProperty, searchTextOf, type ObjectType } from './object-types';
import { CrmState, type CrmRecord } from './state';

/** Records and associations that fill an embedded CRM in place of the sample account. Plain JSON. */
export interface SeedData {
  /** By object type, named as in paths: `contacts`, `0-2`. A record without `id` gets a new one. */
  records: Record<string, { id?: string; properties: Record<string, string> }[]>;
  /** Default associations: object type and record id of both ends. */
  associations?: { from: [objectType: string, id: string]; to: [objectType: string, id: string] }[];
}

const seededAt = '2026-09-01T09:00:00.000Z';

/** A CRM's state with exactly these records. Throws where a type is unknown or an association is impossible. */
export function stateOf({ records, associations = [] }: SeedData): CrmState {
  const state = new CrmState();
  for (const [name, rows] of Object.entries(records)) {
    const type = typeNamed(name);
    for (const { id = state.newRecordId(), properties } of rows) {
      state.setRecord(type, recordOf(type, id, properties));
    }
  }
  for (const { from, to } of associations) {
    const input = { from: { id: from[1] }, to: { id: to[1] } };
    const { errors } = associateDefault(state, typeNamed(from[0]), typeNamed(to[0]), [input], '207');
    if (errors[0]) throw new Error(`Seed data: ${errors[0].message}`);
  }
  return state;
}

function typeNamed(name: string): ObjectType {
  const type = findObjectType(name);
  if (!type) throw new Error(`Seed data: the embedded CRM has no object type ${name}.`);
  return type;
}

function recordOf(type: ObjectType, id: string, properties: Record<string, string>): CrmRecord {
  const all = { createdate: seededAt, [modifiedProperty(type)]: seededAt, ...properties, hs_object_id: id };
  return {
    id,
    properties: all,
    createdAt: seededAt,
    updatedAt: seededAt,
    archived: false,
    searchText: searchTextOf(type, all),
  };
}
