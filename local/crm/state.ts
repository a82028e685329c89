import { associationTypes, objectTypes, type AssociationType, type ObjectType } from './object-types';

/** A stored record, which is replaced when it changes. Times are ISO 8601. */
export interface CrmRecord {
  readonly id: string;
  /** Values are text, as in HubSpot's JSON; null is a property that was cleared. */
  readonly properties: Readonly<Record<string, string | null>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Always false: archived records are deleted here. */
  readonly archived: boolean;
  /** The text that the `query` of a search looks through, in lower case. */
  readonly searchText: string;
}

/** A list, called a segment on HubSpot's screens: record ids of one object type. */
export interface CrmList {
  listId: string;
  name: string;
  objectTypeId: string;
  processingType: 'MANUAL' | 'DYNAMIC' | 'SNAPSHOT';
  /** Counts the changes of the list's definition, from 1. */
  listVersion: number;
  /** ISO 8601, as are the other two. */
  createdAt: string;
  updatedAt: string;
  filtersUpdatedAt: string;
  /** The id of a user. */
  createdById: string;
  members: string[];
}

/**
 * The links of one record with records of one object type: record id -> association types, the unlabelled one
 * included.
 */
export type Partners = ReadonlyMap<string, readonly AssociationType[]>;

/**
 * Records, links, lists and association types in maps. Rules are in the operations, HTTP in the routes. Copies share what
 * none of them has changed since, so that a seeded state is copied in no time: records, association types and lists of
 * types are replaced, and a map is copied before its first change.
 */
export class CrmState {
  readonly lists = new Map<string, CrmList>();
  private readonly records = new Map<string, Map<string, CrmRecord>>();
  /** `from to` -> association types of that direction. */
  private readonly definitions = new Map<string, readonly AssociationType[]>();
  /** `from to` -> record id -> its links. Every link is stored in both directions. */
  private readonly links = new Map<string, Map<string, Partners>>();
  /** The maps in `records` and `links` that no other state has. */
  private own = new WeakSet<object>();

  private lastRecordId = 61_400_000_003;
  private lastTypeId = 1_000;

  /** The same account. Whatever changes in one of the two stays as it was in the other. */
  copy(): CrmState {
    const copy = new CrmState();
    this.own = new WeakSet();
    for (const [id, list] of this.lists) copy.lists.set(id, { ...list, members: [...list.members] });
    for (const name of ['records', 'definitions', 'links'] as const)
      for (const [key, value] of this[name]) (copy[name] as Map<string, unknown>).set(key, value);
    copy.lastRecordId = this.lastRecordId;
    copy.lastTypeId = this.lastTypeId;
    return copy;
  }

  /** Records by id, in the order of their creation. */
  recordsOf(type: ObjectType): ReadonlyMap<string, CrmRecord> {
    return this.records.get(type.id) ?? noRecords;
  }

  /** The records of all object types. */
  *allRecords(): Generator<CrmRecord> {
    for (const records of this.records.values()) yield* records.values();
  }

  /** Adds a record, or replaces the one with its id. */
  setRecord(type: ObjectType, record: CrmRecord): void {
    this.ownRecords(type).set(record.id, record);
  }

  /** 11 digits, above every seeded record. */
  newRecordId(): string {
    return String((this.lastRecordId += 7));
  }

  /** Above every id of HubSpot's own association types. */
  newTypeId(): number {
    return ++this.lastTypeId;
  }

  /** Deletes a record, and neither its links nor its list memberships. */
  dropRecord(type: ObjectType, id: string): void {
    this.ownRecords(type).delete(id);
  }

  /** Deletes a record with its links and list memberships. */
  removeRecord(type: ObjectType, id: string): void {
    this.dropRecord(type, id);
    for (const other of objectTypes) this.removeLinks(type, id, other);
    for (const list of this.lists.values())
      if (list.objectTypeId === type.id) list.members = list.members.filter((member) => member !== id);
  }

  /** Removes the links of a record with records of one object type. */
  removeLinks(type: ObjectType, id: string, other: ObjectType): void {
    const partners = this.links.get(`${type.id} ${other.id}`)?.get(id)?.keys() ?? [];
    for (const partner of [...partners]) {
      this.setLink(type, id, other, partner, []);
      this.setLink(other, partner, type, id, []);
    }
  }

  /** Association types, the unlabelled one first; none if the account has no association between the two. */
  definitionsOf(from: ObjectType, to: ObjectType): readonly AssociationType[] {
    const key = `${from.id} ${to.id}`;
    const definitions = this.definitions.get(key) ?? associationTypes(from, to);
    this.definitions.set(key, definitions);
    return definitions;
  }

  /** The association type with this category and id in one direction; undefined if there is none. */
  definitionOf(
    from: ObjectType,
    to: ObjectType,
    category: string,
    typeId: number | undefined,
  ): AssociationType | undefined {
    return this.definitionsOf(from, to).find((one) => one.category === category && one.typeId === typeId);
  }

  /** Adds an association type in one direction only. */
  addDefinition(from: ObjectType, to: ObjectType, type: AssociationType): void {
    this.definitions.set(`${from.id} ${to.id}`, [...this.definitionsOf(from, to), type]);
  }

  /** Changes an association type, in one direction. Links that have it have the changed one, which is returned. */
  changeDefinition(
    from: ObjectType,
    to: ObjectType,
    type: AssociationType,
    changes: Partial<AssociationType>,
  ): AssociationType {
    const changed = { ...type, ...changes };
    this.replaceDefinition(from, to, type, [changed]);
    return changed;
  }

  /** Also removes the type from every link that has it. */
  removeDefinition(from: ObjectType, to: ObjectType, type: AssociationType): void {
    this.replaceDefinition(from, to, type, []);
  }

  private replaceDefinition(
    from: ObjectType,
    to: ObjectType,
    type: AssociationType,
    by: readonly AssociationType[],
  ): void {
    const key = `${from.id} ${to.id}`;
    const replaced = (types: readonly AssociationType[]) => types.flatMap((one) => (one === type ? by : one));
    this.definitions.set(key, replaced(this.definitionsOf(from, to)));
    for (const [id, partners] of this.links.get(key) ?? []) {
      for (const [partner, types] of partners) {
        if (types.includes(type)) this.setLink(from, id, to, partner, replaced(types));
      }
    }
  }

  /** The links of a record; undefined if it has none with that object type. */
  partnersOf(from: ObjectType, id: string, to: ObjectType): Partners | undefined {
    return this.links.get(`${from.id} ${to.id}`)?.get(id);
  }

  /** Sets the association types of a pair in one direction. An empty list removes the link. */
  setLink(
    from: ObjectType,
    fromId: string,
    to: ObjectType,
    toId: string,
    types: readonly AssociationType[],
  ): void {
    const key = `${from.id} ${to.id}`;
    const byRecord = this.ownMap(this.links.get(key));
    this.links.set(key, byRecord);
    const partners = this.ownMap(byRecord.get(fromId));
    if (types.length > 0) partners.set(toId, types);
    else partners.delete(toId);
    if (partners.size > 0) byRecord.set(fromId, partners);
    else byRecord.delete(fromId);
  }

  /** The pairs whose links in one direction are not the same in another state. */
  *linksThatDiffer(
    other: CrmState,
  ): Generator<{ from: ObjectType; fromId: string; to: ObjectType; toId: string }> {
    for (const from of objectTypes) {
      for (const to of objectTypes) {
        const [mine, others] = [this, other].map(({ links }) => links.get(`${from.id} ${to.id}`));
        for (const fromId of keysThatDiffer(mine, others))
          for (const toId of keysThatDiffer(mine?.get(fromId), others?.get(fromId)))
            yield { from, fromId, to, toId };
      }
    }
  }

  /** The number of links in one direction. */
  linkCount(from: ObjectType, to: ObjectType): number {
    let count = 0;
    for (const partners of this.links.get(`${from.id} ${to.id}`)?.values() ?? []) count += partners.size;
    return count;
  }

  /** The records with links to another object type, and the number of these links. */
  *usage(from: ObjectType, to: ObjectType): Generator<[id: string, count: number]> {
    for (const [id, partners] of this.links.get(`${from.id} ${to.id}`) ?? []) yield [id, partners.size];
  }

  private ownRecords(type: ObjectType): Map<string, CrmRecord> {
    const records = this.ownMap(this.records.get(type.id));
    this.records.set(type.id, records);
    return records;
  }

  /** A map that this state may change: the given one, or a copy of it. */
  private ownMap<Value>(map: ReadonlyMap<string, Value> = new Map()): Map<string, Value> {
    if (this.own.has(map)) return map as Map<string, Value>;
    const copy = new Map(map);
    this.own.add(copy);
    return copy;
  }
}

const noRecords: ReadonlyMap<string, CrmRecord> = new Map();

type ReadMap<Value> = ReadonlyMap<string, Value> | undefined;

/** The keys with different values; none if both are the same map. */
function keysThatDiffer<Value>(one: ReadMap<Value>, other: ReadMap<Value>): string[] {
  if (one === other) return [];
  const keys = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...keys].filter((key) => one?.get(key) !== other?.get(key));
}
