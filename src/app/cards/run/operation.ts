import {
  labelKey,
  type AssociationLabel,
  type LabelChoice,
  type LinkableObjectType,
  type PreviewStatus,
} from '@bulk-associate/contract';

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

/** Whether a record with this status can be selected on the screen; where nothing is known, it can. */
export function isSelectable({ name }: Operation, status: PreviewStatus | undefined): boolean {
  if (status === undefined || status === 'unknown') return true;
  if (name === 'remove') return status === 'already_associated';
  return status !== 'already_associated' && status !== 'self';
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
