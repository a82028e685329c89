import {
  archiveAssociations,
  errorOf,
  wholeBatch,
  type BatchOutcome,
  type PartialFailure,
} from './associations';
import { batchErrors, failures, type BatchError } from './errors';
import { inverseOf } from './labels';
import type { LabelRules } from './label-rules';
import { Changes, givePrimary, holders, setLabels, takePrimary } from './link-changes';
import type { AssociationType, ObjectType } from './object-types';
import type { LabelInput, PairInput } from './pair-inputs';
import type { CrmState } from './state';
import { WireNumber } from './wire';

/**
 * Links pairs with labels. They replace the labels that a pair has; the unlabelled type is always added (HubSpot's
 * guide). A type that is not defined in this direction refuses the whole request (recorded), a limit the pair alone.
 */
export function createAssociations(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: LabelInput[],
  partialFailure: PartialFailure = '207',
  rules: LabelRules = {},
): BatchOutcome {
  const results: object[] = [];
  const errors: BatchError[] = [];
  for (const { types } of inputs) {
    if (types.length === 0) throw failures.invalid('types must not be empty');
    for (const spec of types) definitionOf(state, from, to, spec);
  }
  const before = new Changes(state);
  for (const input of inputs) {
    const types = input.types.map((spec) => definitionOf(state, from, to, spec));
    const error = errorOf(state, from, to, input) ?? labelError(state, from, to, input, types, rules);
    if (error) {
      errors.push(error);
      continue;
    }
    results.push(labelled(from, to, input, write(before, from, to, input, types, rules)));
  }
  if (errors.length > 0 && partialFailure === '400-whole-batch') {
    before.undo();
    throw wholeBatch(errors);
  }
  return { results, errors };
}

/** Removes labels from pairs. Removing the unlabelled type removes the link with all its labels (HubSpot's guide). */
export function archiveLabels(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: LabelInput[],
  rules: LabelRules = {},
): void {
  const changes = new Changes(state);
  for (const input of inputs) {
    const present = state.partnersOf(from, input.from.id, to)?.get(input.to.id) ?? [];
    if (present.length === 0 && rules.unlinkedPairs === 'are-refused')
      throw failures.notAssociated(input.from.id, input.to.id);
    const gone = input.types.map((spec) => definitionOf(state, from, to, spec));
    if (gone.some((type) => type.label === null))
      archiveAssociations(state, from, to, [{ from: input.from, to: [input.to] }]);
    else if (present.length > 0)
      setLabels(changes, from, to, input, present.filter((type) => !gone.includes(type))); // prettier-ignore
  }
}

/** Each label in both directions, as the record on either side sees it. */
function ends(state: CrmState, from: ObjectType, to: ObjectType, input: PairInput, type: AssociationType) {
  const inverse = inverseOf(state, from, to, type);
  return [
    { one: from, id: input.from.id, other: to, partner: input.to.id, type },
    ...(inverse
      ? [{ one: to, id: input.to.id, other: from, partner: input.from.id, type: inverse }]
      : []),
  ]; // prettier-ignore
}

/** The error for a pair that a limit of one of its labels refuses. Limits count for labels that the pair does not have. */
function labelError(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  input: PairInput,
  types: AssociationType[],
  { secondPrimary = 'moves' }: LabelRules,
): BatchError | undefined {
  for (const label of types.filter((type) => type.label !== null)) {
    for (const { one, id, other, partner, type } of ends(state, from, to, input, label)) {
      const partners = state.partnersOf(one, id, other);
      const isNew = !partners?.get(partner)?.includes(type);
      const moves = type.isSingle && secondPrimary === 'moves';
      // A record with fewer partners than the limit has no need to be counted: thousands of pairs of one record would
      // take time in the square of their number.
      if (!isNew || moves || (partners?.size ?? 0) < type.maxToObjectIds) continue;
      const others = holders(state, one, id, other, type).filter((holder) => holder !== partner);
      if (others.length >= type.maxToObjectIds)
        return batchErrors.overLabelLimit(one.name, id, type.maxToObjectIds, other.plural.toLowerCase(), String(type.label)); // prettier-ignore
    }
  }
  return undefined;
}

function write(
  changes: Changes,
  from: ObjectType,
  to: ObjectType,
  input: PairInput,
  types: AssociationType[],
  { replaced = 'all', firstCompany }: LabelRules,
): string[] {
  const { state } = changes;
  const present = state.partnersOf(from, input.from.id, to)?.get(input.to.id) ?? [];
  const isKept = ({ category }: AssociationType) =>
    replaced === 'none' || (replaced === 'custom' && category === 'HUBSPOT_DEFINED');
  for (const label of types) {
    for (const { one, id, other, partner, type } of ends(state, from, to, input, label))
      if (type.isSingle) takePrimary(changes, one, id, other, partner, type);
  }
  const names = setLabels(changes, from, to, input, [...new Set([...present.filter(isKept), ...types])]);
  if (present.length === 0 && firstCompany === 'becomes-primary') givePrimary(state, from, to, input);
  return names;
}

function definitionOf(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  { associationCategory, associationTypeId }: LabelInput['types'][number],
): AssociationType {
  const type = state.definitionOf(from, to, associationCategory, associationTypeId);
  if (type) return type;
  const spec = `${associationCategory}=${associationTypeId}`;
  throw failures.invalid('One or more associations are invalid', {
    associationSpec: [spec],
    INVALID_ASSOCIATION_TYPE_ID: [`${spec} is not a valid association definition id`],
  });
}

function labelled(from: ObjectType, to: ObjectType, input: PairInput, labels: string[]): object {
  return {
    fromObjectTypeId: from.id,
    fromObjectId: new WireNumber(input.from.id),
    toObjectTypeId: to.id,
    toObjectId: new WireNumber(input.to.id),
    labels,
  };
}
