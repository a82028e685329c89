import { inverseOf } from './labels';
import { objectTypes, type ObjectType } from './object-types';
import { listProperties } from './properties';
import type { CrmState } from './state';
import { WireNumber } from './wire';

/**
 * The association definitions of a schema, one for each association type that starts at `from`; fields as recorded.
 */
function associationSchemas(state: CrmState, from: ObjectType) {
  return objectTypes.flatMap((to) => {
    const [unlabelledInverse] = state.definitionsOf(to, from);
    return state.definitionsOf(from, to).map((type) => {
      const { typeId, name, maxToObjectIds, userEnforced = false } = type;
      const inverse = inverseOf(state, from, to, type) ?? unlabelledInverse;
      return {
        id: String(typeId),
        name,
        fromObjectTypeId: from.id,
        toObjectTypeId: to.id,
        cardinality: maxToObjectIds === 1 ? 'ONE_TO_ONE' : 'ONE_TO_MANY',
        inverseCardinality: inverse?.maxToObjectIds === 1 ? 'ONE_TO_ONE' : 'ONE_TO_MANY',
        hasUserEnforcedMaxToObjectIds: userEnforced,
        hasUserEnforcedMaxFromObjectIds: inverse?.userEnforced ?? false,
        maxToObjectIds,
        maxFromObjectIds: inverse?.maxToObjectIds ?? maxToObjectIds,
      };
    });
  });
}

/** The schema of an object type: the fields that HubSpot's document requires. */
export function schemaOf(state: CrmState, type: ObjectType) {
  return {
    id: type.id.split('-')[1],
    objectTypeId: type.id,
    fullyQualifiedName: type.custom ? type.aliases[0] : type.name.toUpperCase(),
    name: type.name,
    labels: { singular: type.singular, plural: type.plural },
    primaryDisplayProperty: type.labelProperty,
    secondaryDisplayProperties: type.secondaryProperties ?? [],
    requiredProperties: type.required ?? [],
    searchableProperties: type.searchable,
    properties: listProperties(type),
    associations: associationSchemas(state, type),
    archived: false,
    allowsSensitiveProperties: false,
  };
}

/** Labels that an account may define between two object types: above 50, HubSpot answers 437 (a connector's code). */
const mostLabels = 50;

/** How many labels the account has defined from one type to another. HubSpot's own labels do not count. */
export function labelUsage(state: CrmState, from: ObjectType, to: ObjectType) {
  const allLabels = state
    .definitionsOf(from, to)
    .flatMap(({ category, label }) => (category === 'USER_DEFINED' && label !== null ? [label] : []));
  const usage = allLabels.length;
  return {
    fromObjectType: labelledType(from),
    toObjectType: labelledType(to),
    allLabels,
    limit: mostLabels,
    usage,
    percentage: Math.round((100 * usage) / mostLabels),
  };
}

function labelledType({ id, singular, plural }: ObjectType) {
  return { objectTypeId: id, singularLabel: singular, pluralLabel: plural };
}

/** HubSpot lists records that have at least this share of their limit. */
const nearShare = 0.8;
const mostSamples = 100;

/**
 * The records of `from` at and near the limit of the unlabelled association. Their ids are JSON numbers (document).
 */
export function limitUsage(state: CrmState, from: ObjectType, to: ObjectType) {
  const limit = state.definitionsOf(from, to)[0]?.maxToObjectIds ?? 0;
  const full: { objectId: WireNumber; label: string }[] = [];
  const near: { objectId: WireNumber; label: string; usage: number; percentage: number }[] = [];
  for (const [id, usage] of state.usage(from, to)) {
    const objectId = new WireNumber(id);
    const label = state.recordsOf(from).get(id)?.properties[from.labelProperty] ?? id;
    if (usage >= limit) full.push({ objectId, label });
    else if (usage >= limit * nearShare)
      near.push({ objectId, label, usage, percentage: Math.round((100 * usage) / limit) });
  }
  return {
    limit,
    totalRecordsAtLimit: full.length,
    totalRecordsNearLimit: near.length,
    atLimitFromRecordSamples: full.slice(0, mostSamples),
    nearLimitFromRecordSamples: near.slice(0, mostSamples),
  };
}

/**
 * The entry of `type` in the overview of limits; undefined if no record of `from` is at or near a limit with `tos`.
 */
export function nearLimits(
  state: CrmState,
  type: ObjectType,
  from: ObjectType,
  tos: ObjectType[],
): object | undefined {
  const usages = tos.map((to) => limitUsage(state, from, to));
  const hasRecordsAtLimit = usages.some(({ totalRecordsAtLimit }) => totalRecordsAtLimit > 0);
  const hasRecordsNearLimit = usages.some(({ totalRecordsNearLimit }) => totalRecordsNearLimit > 0);
  if (!hasRecordsAtLimit && !hasRecordsNearLimit) return undefined;
  return { ...labelledType(type), hasRecordsAtLimit, hasRecordsNearLimit };
}
