import {
  type AssociationType,
  type Crm,
  type CrmState,
  findObjectType,
  type ObjectType,
} from 'hubspot-local/crm';

/** Every link of an account at one time, in each direction, by a key such as `0-2/183 > 0-1/412`. */
export class Links {
  constructor(readonly state: CrmState) {}

  /** The association types of a link; undefined if the two are not linked. */
  get(key: string): readonly AssociationType[] | undefined {
    const { from, fromId, to, toId } = partsOf(key);
    return this.state.partnersOf(from, fromId, to)?.get(toId);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

/** The links as they are now, whatever happens to the account later. */
export function linksOf(state: CrmState): Links {
  return new Links(state.copy());
}

/** The keys of links that are in one of the two and not in the other, or with other association types. */
export function difference(
  before: Links,
  after: Links,
): { added: string[]; lost: string[]; changed: string[] } {
  const found = { added: [] as string[], lost: [] as string[], changed: [] as string[] };
  for (const { from, fromId, to, toId } of after.state.linksThatDiffer(before.state)) {
    const key = keyOf(from.id, fromId, to.id, toId);
    const [earlier, later] = [before.get(key), after.get(key)];
    if (!earlier) found.added.push(key);
    else if (!later) found.lost.push(key);
    else if (wordsOf(earlier) !== wordsOf(later)) found.changed.push(key);
  }
  return found;
}

/** Makes the links of a CRM what they were. */
export function restore(state: CrmState, before: Links): void {
  const { added, lost, changed } = difference(before, linksOf(state));
  for (const key of [...added, ...lost, ...changed]) {
    const { from, fromId, to, toId } = partsOf(key);
    state.setLink(from, fromId, to, toId, before.get(key) ?? []);
  }
}

function partsOf(key: string) {
  const [from = '', fromId = '', to = '', toId = ''] = key.split(/ > |\//);
  return { from: typeOf(from), fromId, to: typeOf(to), toId };
}

function wordsOf(types: readonly AssociationType[]): string {
  return types.map(({ category, typeId }) => `${category} ${typeId}`).join();
}

export function keyOf(from: string, fromId: string, to: string, toId: string): string {
  return `${from}/${fromId} > ${to}/${toId}`;
}

function typeOf(id: string): ObjectType {
  const type = findObjectType(id);
  if (!type) throw new RangeError(`No object type ${id}`);
  return type;
}

/** Labels a link as somebody else would who works in the same CRM; false where the two types have no label. */
export function label(crm: Crm, from: string, fromId: string, to: string, toId: string): boolean {
  const labelOf = (one: ObjectType, other: ObjectType) =>
    crm.state.definitionsOf(one, other).find(({ label }) => label !== null);
  const [forward, backward] = [labelOf(typeOf(from), typeOf(to)), labelOf(typeOf(to), typeOf(from))];
  if (!forward || !backward) return false;
  addType(crm, typeOf(from), fromId, typeOf(to), toId, forward);
  addType(crm, typeOf(to), toId, typeOf(from), fromId, backward);
  return true;
}

function addType(
  crm: Crm,
  from: ObjectType,
  fromId: string,
  to: ObjectType,
  toId: string,
  type: AssociationType,
) {
  const types = crm.state.partnersOf(from, fromId, to)?.get(toId) ?? [];
  crm.state.setLink(from, fromId, to, toId, [...types, type]);
}
