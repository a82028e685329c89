import type { AssociationLabel } from '../associations';
import { objectTypeIds } from '../ids';

/** Category and id together name a label: ids of different categories overlap. */
export function labelKey({ category, typeId }: AssociationLabel): string {
  return `${category} ${typeId}`;
}

/** A label as the functions take it, without the name and the limit that the card knows. */
export function withoutName({ category, typeId }: AssociationLabel): AssociationLabel {
  return { category, typeId };
}

/** Each label once. */
export function distinct(labels: readonly AssociationLabel[]): AssociationLabel[] {
  return [...new Map(labels.map((each) => [labelKey(each), each])).values()];
}

/** The object types of which a record has one Primary company. Source: HubSpot's associations guide. */
const withPrimary: ReadonlySet<string> = new Set([
  objectTypeIds.contact,
  objectTypeIds.deal,
  objectTypeIds.ticket,
]);

/** Whether HubSpot may give an association of these types the label Primary by itself. */
export function mayBecomePrimary(one: string, another: string): boolean {
  const { company } = objectTypeIds;
  return (one === company && withPrimary.has(another)) || (another === company && withPrimary.has(one));
}
