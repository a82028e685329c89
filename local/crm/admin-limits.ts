import { failures } from './errors';
import type { AssociationType, ObjectType } from './object-types';
import type { CrmState } from './state';

/** A limit as an admin sets it: of an association type, in one direction. */
export interface AdminLimit {
  category: string;
  typeId: number;
  /** `to` records one `from` record may have: 1 up to what HubSpot itself allows. */
  maxToObjectIds: number;
}

/** A limit of an admin as HubSpot sends it; `label` is absent for the unlabelled type, and in answers to an update. */
interface WireLimit {
  category: string;
  typeId: number;
  label?: string;
  userEnforcedMaxToObjectIds: number;
}

/** What HubSpot itself allows, kept while an admin's lower limit stands in its place. */
const allowedByHubSpot = new WeakMap<AssociationType, number>();

/** The limits that an admin has set in one direction; HubSpot's own are in the schemas. */
export function listAdminLimits(state: CrmState, from: ObjectType, to: ObjectType): WireLimit[] {
  return state
    .definitionsOf(from, to)
    .filter(({ userEnforced }) => userEnforced)
    .map(wireLimit);
}

/**
 * Sets limits of an admin. They count from now on: links that are there stay, however many. Refuses a limit above
 * HubSpot's own with a 400, whose words are not known.
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
    allowedByHubSpot.set(type, most);
    Object.assign(type, { maxToObjectIds, userEnforced: true });
    return wireLimit(type);
  });
}

/** Takes limits of an admin back: HubSpot's own count again. */
export function purgeAdminLimits(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: Omit<AdminLimit, 'maxToObjectIds'>[],
): void {
  for (const spec of inputs) {
    const type = definitionOf(state, from, to, spec);
    Object.assign(type, {
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
