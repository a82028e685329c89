import {
  type AssociationType,
  type Crm,
  type CrmState,
  findObjectType,
  type ObjectType,
  objectTypes,
} from 'hubspot-local/crm';

/** Every link of an account, in each direction, with its association types: `0-2/183 > 0-1/412` -> types. */
export type Links = Map<string, readonly AssociationType[]>;

export function linksOf(state: CrmState): Links {
  const links: Links = new Map();
  for (const from of objectTypes)
    for (const to of objectTypes)
      for (const [id] of state.usage(from, to))
        for (const [partner, types] of state.partnersOf(from, id, to) ?? [])
          links.set(keyOf(from.id, id, to.id, partner), types);
  return links;
}

/** The keys of links that are in one of the two and not in the other, or with other association types. */
export function difference(
  before: Links,
  after: Links,
): { added: string[]; lost: string[]; changed: string[] } {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [key, types] of after) {
    const earlier = before.get(key);
    if (!earlier) added.push(key);
    // A list of types is replaced, never changed in place: the same list needs no closer look.
    else if (earlier !== types && wordsOf(earlier) !== wordsOf(types)) changed.push(key);
  }
  return { added, lost: [...before.keys()].filter((key) => !after.has(key)), changed };
}

/** Makes the links of a CRM what they were. */
export function restore(state: CrmState, before: Links): void {
  const { added, lost, changed } = difference(before, linksOf(state));
  for (const key of [...added, ...lost, ...changed]) {
    const [from, fromId, to, toId] = key.split(/[/>]/).map((part) => part.trim()) as [
      string,
      string,
      string,
      string,
    ];
    state.setLink(typeOf(from), fromId, typeOf(to), toId, before.get(key) ?? []);
  }
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
