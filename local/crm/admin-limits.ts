import { failures } from './errors';
import type { AssociationType, ObjectType } from './object-types';
import type { CrmState } from './state';

export interface AdminLimit {
  category: string;
  typeId: number;
  maxToObjectIds: number;
}

/** What HubSpot itself allows, kept while an admin's lower limit stands in its place. */
const own = new WeakMap<AssociationType, number>();

export function listAdminLimits(state: CrmState, from: ObjectType, to: ObjectType): object[] {
  return state
    .definitionsOf(from, to)
    .filter(({ userEnforced }) => userEnforced)
    .map(wireLimit);
}

/** Sets limits of an admin. They count from now on: links that are there stay, however many. */
export function setAdminLimits(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: AdminLimit[],
): object[] {
  return inputs.map(({ maxToObjectIds, ...spec }) => {
    const type = definitionOf(state, from, to, spec);
    const most = own.get(type) ?? type.maxToObjectIds;
    if (!Number.isInteger(maxToObjectIds) || maxToObjectIds < 1 || maxToObjectIds > most)
      throw failures.invalid(`maxToObjectIds must be between 1 and ${most}.`);
    own.set(type, most);
    Object.assign(type, { maxToObjectIds, userEnforced: true });
    return wireLimit(type);
  });
}

export function purgeAdminLimits(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: Omit<AdminLimit, 'maxToObjectIds'>[],
): void {
  for (const spec of inputs) {
    const type = definitionOf(state, from, to, spec);
    Object.assign(type, { maxToObjectIds: own.get(type) ?? type.maxToObjectIds, userEnforced: false });
  }
}

function definitionOf(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  spec: Omit<AdminLimit, 'maxToObjectIds'>,
) {
  const { category, typeId } = spec;
  const type = state.definitionOf(from, to, category, typeId);
  if (!type) throw failures.invalid(`${category}=${typeId} is not a valid association definition id`);
  return type;
}

function wireLimit({ category, typeId, label, maxToObjectIds }: AssociationType): object {
  return {
    category,
    typeId,
    ...(label !== null && { label }),
    userEnforcedMaxToObjectIds: maxToObjectIds,
  };
}
