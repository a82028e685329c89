import { failures } from './errors';
import type { AssociationType, ObjectType } from './object-types';
import type { CrmState } from './state';

/** A label to be made between two object types. */
export interface NewLabel {
  /** What people read. */
  label: string;
  /** The account's internal name of the label. */
  name: string;
  /** What the link is called from the other side; `label` if absent. */
  inverseLabel?: string;
}

/** Other words for a label. */
export interface LabelChange {
  /** Of the direction that is named in the path. */
  associationTypeId: number;
  label: string;
  inverseLabel?: string;
}

/** An association type as the labels endpoint sends it. */
export function wireLabel({ category, typeId, label }: AssociationType): object {
  return { category, typeId, label };
}

/**
 * Makes a label between two object types, an association type for each direction. Refuses with a 400 where the account
 * does not link the two, or has the name already.
 */
export function createLabel(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { label, name, inverseLabel }: NewLabel,
): AssociationType[] {
  const definitions = state.definitionsOf(from, to);
  const maxToObjectIds = definitions[0]?.maxToObjectIds;
  if (maxToObjectIds === undefined)
    throw failures.invalid(`No association is defined between ${from.name} and ${to.name}.`);
  if (definitions.some((one) => one.name === name))
    throw failures.invalid(`An association definition with the name ${name} already exists.`);
  // Between records of one type a link without a word of its own for the other side is one type, not two.
  const single = from === to && inverseLabel === undefined;
  const typeId = state.newTypeId();
  const inverseTypeId = single ? typeId : state.newTypeId();
  const shared = { category: 'USER_DEFINED' as const, name };
  const forward = { ...shared, typeId, inverseTypeId, label, maxToObjectIds };
  state.addDefinition(from, to, forward);
  if (single) return [forward];
  const back = {
    ...shared,
    typeId: inverseTypeId,
    inverseTypeId: typeId,
    label: inverseLabel ?? label,
    maxToObjectIds: state.definitionsOf(to, from)[0]?.maxToObjectIds ?? maxToObjectIds,
  };
  state.addDefinition(to, from, back);
  return [forward, back];
}

/** Gives a label other words, on the links that have it too. */
export function changeLabel(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { associationTypeId, label, inverseLabel }: LabelChange,
): void {
  const type = ownLabel(state, from, to, associationTypeId);
  const inverse = inverseOf(state, from, to, type);
  type.label = label;
  if (inverse && inverse !== type) inverse.label = inverseLabel ?? label;
}

/** Removes a label, and takes it off the links that have it, which stay as unlabelled ones. */
export function deleteLabel(state: CrmState, from: ObjectType, to: ObjectType, typeId: number): void {
  const type = ownLabel(state, from, to, typeId);
  const inverse = inverseOf(state, from, to, type);
  state.removeDefinition(from, to, type);
  if (inverse && inverse !== type) state.removeDefinition(to, from, inverse);
}

/** A label of the account; HubSpot's own cannot be changed. Its words for a refusal are not known. */
function ownLabel(state: CrmState, from: ObjectType, to: ObjectType, typeId: number): AssociationType {
  const type = state.definitionOf(from, to, 'USER_DEFINED', typeId);
  if (!type || type.label === null)
    throw failures.invalid(`USER_DEFINED=${typeId} is not a valid association definition id`);
  return type;
}

/** The same label as the other side sees it. */
export function inverseOf(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { category, inverseTypeId }: AssociationType,
): AssociationType | undefined {
  return state.definitionOf(to, from, category, inverseTypeId);
}
