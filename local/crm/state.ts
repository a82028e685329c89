import { associationTypes, objectTypes, type AssociationType, type ObjectType } from './object-types';

/** A stored record. Times are ISO 8601. */
export interface CrmRecord {
  id: string;
  /** Values are text, as in HubSpot's JSON; null is a property that was cleared. */
  properties: Record<string, string | null>;
  createdAt: string;
  updatedAt: string;
  /** Always false: archived records are deleted here. */
  archived: boolean;
  /** The text that the `query` of a search looks through, in lower case. */
  searchText: string;
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
export type Partners = Map<string, readonly AssociationType[]>;

/** Record id -> its links with records of one object type. */
type LinksByRecord = Map<string, Partners>;

/** Records, links, lists and association types in maps. Rules are in the operations, HTTP in the routes. */
export class CrmState {
  readonly lists = new Map<string, CrmList>();
  /** Of the object types that were used. */
  private readonly used = new Map<string, Map<string, CrmRecord>>();
  /** `from to` -> association types of that direction. An admin's limit changes them in place. */
  private readonly definitions = new Map<string, AssociationType[]>();
  /** `from to` -> record id -> its links. Every link is stored in both directions. */
  private readonly links = new Map<string, LinksByRecord>();
  /** Of a copy: what it copies when that is first used, and the association types of the two. */
  private original: { state: CrmState; types: Map<AssociationType, AssociationType> } | undefined;

  private lastRecordId = 61_400_000_003;
  private lastTypeId = 1_000;

  constructor() {
    for (const from of objectTypes) {
      for (const to of objectTypes) this.definitions.set(`${from.id} ${to.id}`, associationTypes(from, to));
    }
  }

  /**
   * The same account, which shares nothing with this one that can change. This one may not change any more: the records and
   * the links of each object type are copied when they are first used. A test uses few of them.
   */
  copy(): CrmState {
    const copy = new CrmState();
    for (const [id, list] of this.lists) copy.lists.set(id, { ...list, members: [...list.members] });
    // Links refer to the association types of the account, which an admin's limit changes in place.
    const types = new Map<AssociationType, AssociationType>();
    for (const [key, definitions] of this.definitions) {
      for (const type of definitions) types.set(type, { ...type });
      copy.definitions.set(key, definitions.map((type) => types.get(type) ?? type)); // prettier-ignore
    }
    copy.original = { state: this, types };
    copy.lastRecordId = this.lastRecordId;
    copy.lastTypeId = this.lastTypeId;
    return copy;
  }

  /** The records of all object types, by the type's id. */
  get records(): ReadonlyMap<string, Map<string, CrmRecord>> {
    return new Map(objectTypes.map((type) => [type.id, this.recordsOf(type)]));
  }

  /** Records by id, in the order of their creation. */
  recordsOf(type: ObjectType): Map<string, CrmRecord> {
    const known = this.used.get(type.id);
    if (known) return known;
    if (!objectTypes.some(({ id }) => id === type.id)) throw new RangeError(`No records of ${type.id}`);
    const records = new Map<string, CrmRecord>();
    for (const [id, record] of this.original?.state.recordsOf(type) ?? [])
      records.set(id, { ...record, properties: { ...record.properties } });
    this.used.set(type.id, records);
    return records;
  }

  private linksOf(from: ObjectType, to: ObjectType): LinksByRecord {
    const key = `${from.id} ${to.id}`;
    const known = this.links.get(key);
    if (known) return known;
    const links: LinksByRecord = new Map();
    if (this.original) {
      const { state, types } = this.original;
      for (const [id, partners] of state.linksOf(from, to)) {
        const copied = new Map<string, readonly AssociationType[]>();
        for (const [partner, given] of partners)
          copied.set(partner, given.map((type) => types.get(type) ?? type)); // prettier-ignore
        links.set(id, copied);
      }
    }
    this.links.set(key, links);
    return links;
  }

  /** 11 digits, above every seeded record. */
  newRecordId(): string {
    return String((this.lastRecordId += 7));
  }

  /** Above every id of HubSpot's own association types. */
  newTypeId(): number {
    return ++this.lastTypeId;
  }

  /** Deletes a record with its links and list memberships. */
  removeRecord(type: ObjectType, id: string): void {
    this.recordsOf(type).delete(id);
    for (const other of objectTypes) this.removeLinks(type, id, other);
    for (const list of this.lists.values())
      if (list.objectTypeId === type.id) list.members = list.members.filter((member) => member !== id);
  }

  /** Removes the links of a record with records of one object type. */
  removeLinks(type: ObjectType, id: string, other: ObjectType): void {
    const partners = this.linksOf(type, other).get(id)?.keys() ?? [];
    for (const partner of [...partners]) {
      this.setLink(type, id, other, partner, []);
      this.setLink(other, partner, type, id, []);
    }
  }

  /** Association types, the unlabelled one first; none if the account has no association between the two. */
  definitionsOf(from: ObjectType, to: ObjectType): AssociationType[] {
    return this.definitions.get(`${from.id} ${to.id}`) ?? [];
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
    this.definitionsOf(from, to).push(type);
  }

  /** Also removes the type from every link that has it. */
  removeDefinition(from: ObjectType, to: ObjectType, type: AssociationType): void {
    const key = `${from.id} ${to.id}`;
    const without = (types: readonly AssociationType[]) => types.filter((one) => one !== type);
    this.definitions.set(key, without(this.definitionsOf(from, to)));
    for (const [id, partners] of this.linksOf(from, to)) {
      for (const [partner, types] of partners) {
        if (types.includes(type)) this.setLink(from, id, to, partner, without(types));
      }
    }
  }

  /** The links of a record; undefined if it has none with that object type. */
  partnersOf(from: ObjectType, id: string, to: ObjectType): Partners | undefined {
    return this.linksOf(from, to).get(id);
  }

  /** Sets the association types of a pair in one direction. An empty list removes the link. */
  setLink(
    from: ObjectType,
    fromId: string,
    to: ObjectType,
    toId: string,
    types: readonly AssociationType[],
  ): void {
    const byRecord = this.linksOf(from, to);
    const partners = byRecord.get(fromId) ?? new Map<string, readonly AssociationType[]>();
    if (types.length > 0) partners.set(toId, types);
    else partners.delete(toId);
    if (partners.size > 0) byRecord.set(fromId, partners);
    else byRecord.delete(fromId);
  }

  /** The number of links in one direction. */
  linkCount(from: ObjectType, to: ObjectType): number {
    let count = 0;
    for (const partners of this.linksOf(from, to).values()) count += partners.size;
    return count;
  }

  /** The records with links to another object type, and the number of these links. */
  *usage(from: ObjectType, to: ObjectType): Generator<[id: string, count: number]> {
    for (const [id, partners] of this.linksOf(from, to)) yield [id, partners.size];
  }
}
