import { failures } from './errors';
import type { AssociationType, ObjectType } from './object-types';
import type { CrmState } from './state';

/** A label to be created between two object types. */
export interface NewLabel {
  /** The text that users see. */
  label: string;
  /** The internal name. */
  name: string;
  /** The label in the other direction; `label` if absent. */
  inverseLabel?: string;
}

/** A new text for a label. */
export interface LabelChange {
  /** In the direction of the path. */
  associationTypeId: number;
  label: string;
  inverseLabel?: string;
}

/** An association type as the labels endpoint sends it. */
export function wireLabel({ category, typeId, label }: AssociationType): object {
  return { category, typeId, label };
}

/**
 * Creates a label between two object types: an association type for each direction. Throws a 400 if the account has no
 * association between the two, or has the name already.
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
  // Between records of one object type, a label without an inverse label is one association type, not two.
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

/** Changes the text of a label. Links that have it show the new text. */
export function changeLabel(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { associationTypeId, label, inverseLabel }: LabelChange,
): void {
  const type = ownLabel(state, from, to, associationTypeId);
  const inverse = inverseOf(state, from, to, type);
  state.changeDefinition(from, to, type, { label });
  if (inverse && inverse !== type)
    state.changeDefinition(to, from, inverse, { label: inverseLabel ?? label });
}

/** Removes a label. Links that have it stay, without it. */
export function deleteLabel(state: CrmState, from: ObjectType, to: ObjectType, typeId: number): void {
  const type = ownLabel(state, from, to, typeId);
  const inverse = inverseOf(state, from, to, type);
  state.removeDefinition(from, to, type);
  if (inverse && inverse !== type) state.removeDefinition(to, from, inverse);
}

/**
 * A label that the account defined: HubSpot's own cannot be changed. HubSpot's message for the refusal is not known.
 */
function ownLabel(state: CrmState, from: ObjectType, to: ObjectType, typeId: number): AssociationType {
  const type = state.definitionOf(from, to, 'USER_DEFINED', typeId);
  if (!type || type.label === null)
    throw failures.invalid(`USER_DEFINED=${typeId} is not a valid association definition id`);
  return type;
}

/** The association type of the same label in the other direction. */
export function inverseOf(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { category, inverseTypeId }: AssociationType,
): AssociationType | undefined {
  return state.definitionOf(to, from, category, inverseTypeId);
}
