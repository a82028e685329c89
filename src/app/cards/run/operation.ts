import {
  objectTypeIds,
  type AssociationLabel,
  type LabelChoice,
  type LinkableObjectType,
  type PreviewStatus,
} from '@bulk-associate/contract';
import type { LineOutcome } from './outcomes';

/** What is done with the pairs of the record being viewed and the selected records. */
export interface Operation {
  name: OperationName;
  /** The label that is given or removed. Without it, the plain association is created, or all of it removed. */
  label?: LabelChoice | undefined;
}

export const operationNames = ['associate', 'remove'] as const;
export type OperationName = (typeof operationNames)[number];

/** What an operation does, as its messages tell it apart: removing a label leaves the association. */
export type OperationKind = OperationName | 'unlabel';

export function kindOf({ name, label }: Operation): OperationKind {
  return name === 'remove' && label ? 'unlabel' : name;
}

/** As `kindOf`; undoing an association that was given a label has messages of its own, too. */
export function undoKindOf(operation: Operation): OperationKind | 'label' {
  return operation.name === 'associate' && operation.label ? 'label' : kindOf(operation);
}

/** What a preview finds of a pair that the operation has work with, or that could not be read. */
const sentStatuses: Readonly<Record<OperationName, readonly PreviewStatus[]>> = {
  associate: ['new', 'adds_label', 'unknown'],
  remove: ['already_associated', 'unknown'],
};

/** Whether the operation sends a record with this status in the review. */
export function isSent({ name }: Operation, status: PreviewStatus): boolean {
  return sentStatuses[name].includes(status);
}

/** The outcome of a record before anything is sent: `not_sent`, or final because there is nothing to do. */
export function outcomeBefore(operation: Operation, status: PreviewStatus): LineOutcome {
  if (isSent(operation, status)) return 'not_sent';
  if (status === 'already_associated') return 'already';
  const isAbsent = status === 'new' || status === 'adds_label' || status === 'over_limit';
  return operation.name === 'remove' && isAbsent ? 'absent' : 'skipped';
}

/** Whether a record with this status can be selected on the screen; where nothing is known, it can. */
export function isSelectable({ name }: Operation, status: PreviewStatus | undefined): boolean {
  if (status === undefined || status === 'unknown') return true;
  if (name === 'remove') return status === 'already_associated';
  return status !== 'already_associated' && status !== 'self';
}

/** Category and id together name a label. */
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

/**
 * The labels of an association by their names in the account, in HubSpot's order. A label that the account does not name
 * any more has its id.
 */
export function labelNames(
  { labels = [] }: LinkableObjectType,
  given: readonly AssociationLabel[],
): string[] {
  const keys = new Set(given.map(labelKey));
  const named = labels.filter((label) => keys.has(labelKey(label)));
  const known = new Set(named.map(labelKey));
  const others = given.filter((label) => !known.has(labelKey(label)));
  return [...named.map(({ name }) => name), ...others.map(({ typeId }) => `#${typeId}`)];
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
