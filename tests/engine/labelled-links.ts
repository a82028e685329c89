import type { AssociationLabel, Pair } from '@bulk-associate/contract';
import type { AssociationType, Crm } from 'hubspot-local/crm';
import { typeNamed } from 'hubspot-local/crm/testing';

/** The object types of a pair. */
export interface Types {
  fromObjectType: string;
  toObjectType: string;
}

export const wordsOf = ({ category, typeId }: AssociationLabel | AssociationType) => `${category} ${typeId}`;

/** The labels of a pair as the CRM holds them, in the direction of the pair; undefined without a link. */
export function labelsOf(crm: Crm, { fromObjectType, toObjectType }: Types, { from, to }: Pair): string[] | undefined {
  return crm.state
    .partnersOf(typeNamed(fromObjectType), from.id, typeNamed(toObjectType))
    ?.get(to.id)
    ?.flatMap((type) => (type.label === null ? [] : [wordsOf(type)]))
    .sort();
} // prettier-ignore

/** Links a pair with exactly these labels, in both directions, as if someone else had done it. */
export function setLabels(crm: Crm, { fromObjectType, toObjectType }: Types, { from, to }: Pair, labels: readonly AssociationLabel[]): void {
  const [one, other] = [typeNamed(fromObjectType), typeNamed(toObjectType)];
  const [plain, back] = [crm.state.definitionsOf(one, other)[0], crm.state.definitionsOf(other, one)[0]];
  if (!plain || !back) throw new Error(`${fromObjectType} and ${toObjectType} are not associated.`);
  const there = labels.map(({ category, typeId }) => {
    const type = crm.state.definitionOf(one, other, category, typeId);
    if (!type) throw new Error(`The account has no label ${category} ${typeId}.`);
    return type;
  });
  const inverse = there.map(({ category, inverseTypeId }) => {
    const type = crm.state.definitionOf(other, one, category, inverseTypeId);
    if (!type) throw new Error('A label has no other direction.');
    return type;
  });
  crm.state.setLink(one, from.id, other, to.id, [plain, ...there]);
  crm.state.setLink(other, to.id, one, from.id, [back, ...inverse]);
} // prettier-ignore
