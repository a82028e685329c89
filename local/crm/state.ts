import { associationTypes, objectTypes, type AssociationType, type ObjectType } from './object-types';

/** A record as it is stored. Times are ISO 8601. */
export interface CrmRecord {
  id: string;
  /** Values are text, as on the wire; null is one that was cleared. */
  properties: Record<string, string | null>;
  createdAt: string;
  updatedAt: string;
  /** Always false: an archived record is gone here. */
  archived: boolean;
  /** Everything a search's `query` looks through, in lower case. */
  searchText: string;
}

/** A list, which HubSpot's screens call a segment: ids of records of one type. */
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

/** The links of one record with records of one type: partner id -> its association types, the unlabelled among them. */
export type Partners = Map<string, readonly AssociationType[]>;

/** Records, links and lists in maps. Knows nothing of HTTP, and decides nothing. */
export class CrmState {
  readonly records = new Map<string, Map<string, CrmRecord>>(objectTypes.map(({ id }) => [id, new Map()]));
  readonly lists = new Map<string, CrmList>();
  /** `from to` -> association types of that direction; limits in them may be lowered by an admin. */
  private readonly definitions = new Map<string, AssociationType[]>();
  /** `from to` -> record -> partners. Every link stands in both directions. */
  private readonly links = new Map<string, Map<string, Partners>>();

  private lastRecordId = 61_400_000_003;
  private lastTypeId = 1_000;

  constructor() {
    for (const from of objectTypes) {
      for (const to of objectTypes) this.definitions.set(`${from.id} ${to.id}`, associationTypes(from, to));
    }
  }

  /** By id, in the order in which they were made. */
  recordsOf(type: ObjectType): Map<string, CrmRecord> {
    const records = this.records.get(type.id);
    if (!records) throw new RangeError(`No records of ${type.id}`);
    return records;
  }

  /** 11 digits, above every seeded record. */
  newRecordId(): string {
    return String((this.lastRecordId += 7));
  }

  /** Above every id of HubSpot's own association types. */
  newTypeId(): number {
    return ++this.lastTypeId;
  }

  /** Takes a record away, with its links and its places in lists. */
  removeRecord(type: ObjectType, id: string): void {
    this.recordsOf(type).delete(id);
    for (const other of objectTypes) {
      const partners = this.links.get(`${type.id} ${other.id}`)?.get(id)?.keys() ?? [];
      for (const partner of [...partners]) {
        this.setLink(type, id, other, partner, []);
        this.setLink(other, partner, type, id, []);
      }
    }
    for (const list of this.lists.values())
      if (list.objectTypeId === type.id) list.members = list.members.filter((member) => member !== id);
  }

  /** The unlabelled type comes first; none where the account does not link the two. */
  definitionsOf(from: ObjectType, to: ObjectType): AssociationType[] {
    return this.definitions.get(`${from.id} ${to.id}`) ?? [];
  }

  /** The association type that a pair of category and id names in one direction; undefined if there is none. */
  definitionOf(
    from: ObjectType,
    to: ObjectType,
    category: string,
    typeId: number | undefined,
  ): AssociationType | undefined {
    return this.definitionsOf(from, to).find((one) => one.category === category && one.typeId === typeId);
  }

  /** In one direction; the other one's is added by itself. */
  addDefinition(from: ObjectType, to: ObjectType, type: AssociationType): void {
    this.definitionsOf(from, to).push(type);
  }

  /** Also takes the type off every link that has it. */
  removeDefinition(from: ObjectType, to: ObjectType, type: AssociationType): void {
    const key = `${from.id} ${to.id}`;
    const without = (types: readonly AssociationType[]) => types.filter((one) => one !== type);
    this.definitions.set(key, without(this.definitionsOf(from, to)));
    for (const [id, partners] of this.links.get(key) ?? []) {
      for (const [partner, types] of partners) {
        if (types.includes(type)) this.setLink(from, id, to, partner, without(types));
      }
    }
  }

  /** Undefined for a record without links to that type. */
  partnersOf(from: ObjectType, id: string, to: ObjectType): Partners | undefined {
    return this.links.get(`${from.id} ${to.id}`)?.get(id);
  }

  /** Sets the association types of a pair in one direction; none removes the link. */
  setLink(
    from: ObjectType,
    fromId: string,
    to: ObjectType,
    toId: string,
    types: readonly AssociationType[],
  ): void {
    const key = `${from.id} ${to.id}`;
    const byRecord = this.links.get(key) ?? new Map<string, Partners>();
    this.links.set(key, byRecord);
    const partners = byRecord.get(fromId) ?? new Map<string, readonly AssociationType[]>();
    if (types.length > 0) partners.set(toId, types);
    else partners.delete(toId);
    if (partners.size > 0) byRecord.set(fromId, partners);
    else byRecord.delete(fromId);
  }

  /** Links in one direction, of two types. */
  linkCount(from: ObjectType, to: ObjectType): number {
    let count = 0;
    for (const partners of this.links.get(`${from.id} ${to.id}`)?.values() ?? []) count += partners.size;
    return count;
  }

  /** Records of a type that are linked with another type -> how many. */
  *usage(from: ObjectType, to: ObjectType): Generator<[id: string, count: number]> {
    for (const [id, partners] of this.links.get(`${from.id} ${to.id}`) ?? []) yield [id, partners.size];
  }
}
