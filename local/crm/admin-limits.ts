import { failures } from './errors';
import type { AssociationType, ObjectType } from './object-types';
import type { CrmState } from './state';

/** An admin's limit on an association type, in one direction. */
export interface AdminLimit {
  category: string;
  typeId: number;
  /** The most `to` records of one `from` record: 1 to HubSpot's own limit. */
  maxToObjectIds: number;
}

/**
 * A limit of an admin as HubSpot sends it; `label` is absent for the unlabelled type, and in answers to an update.
 */
interface WireLimit {
  category: string;
  typeId: number;
  label?: string;
  userEnforcedMaxToObjectIds: number;
}

/** HubSpot's own limits of the association types on which an admin has set a lower one. */
const allowedByHubSpot = new WeakMap<AssociationType, number>();

/** The limits that an admin has set in one direction. HubSpot's own limits are in the schemas. */
export function listAdminLimits(state: CrmState, from: ObjectType, to: ObjectType): WireLimit[] {
  return state
    .definitionsOf(from, to)
    .filter(({ userEnforced }) => userEnforced)
    .map(wireLimit);
}

/**
 * Sets limits of an admin. They apply to new links; existing links above the limit stay (HubSpot's changelog). Throws a
 * 400 for a limit above HubSpot's own; the wording of HubSpot's message is not known.
 */
export function setAdminLimits(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: AdminLimit[],
): WireLimit[] {
  return inputs.map(({ maxToObjectIds, ...spec }) => {
    const type = definitionOf(state, from, to, spec);
    const most = allowedByHubSpot.get(type) ?? type.maxToObjectIds;
    if (!Number.isInteger(maxToObjectIds) || maxToObjectIds < 1 || maxToObjectIds > most)
      throw failures.invalid(`maxToObjectIds must be between 1 and ${most}.`);
    const limited = state.changeDefinition(from, to, type, { maxToObjectIds, userEnforced: true });
    allowedByHubSpot.set(limited, most);
    return wireLimit(limited);
  });
}

/** Removes limits of an admin, so that HubSpot's own apply again. */
export function purgeAdminLimits(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: Omit<AdminLimit, 'maxToObjectIds'>[],
): void {
  for (const spec of inputs) {
    const type = definitionOf(state, from, to, spec);
    state.changeDefinition(from, to, type, {
      maxToObjectIds: allowedByHubSpot.get(type) ?? type.maxToObjectIds,
      userEnforced: false,
    });
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

function wireLimit({ category, typeId, label, maxToObjectIds }: AssociationType): WireLimit {
  return {
    category,
    typeId,
    ...(label !== null && { label }),
    userEnforcedMaxToObjectIds: maxToObjectIds,
  };
}
