import { inverseOf } from './labels';
import { objectTypes, type ObjectType } from './object-types';
import type { CrmState } from './state';

/** A schema's association definitions, one an association type and direction, in the fields recorded from HubSpot. */
export function associationSchemas(state: CrmState, from: ObjectType) {
  return objectTypes.flatMap((to) => {
    const [plainBack] = state.definitionsOf(to, from);
    return state.definitionsOf(from, to).map((type) => {
      const { typeId, name, maxToObjectIds, userEnforced = false } = type;
      const inverse = inverseOf(state, from, to, type) ?? plainBack;
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

/** An object type's schema with its properties and associations: those of HubSpot's fields that something reads. */
export function schemaOf(state: CrmState, type: ObjectType) {
  return {
    id: type.id.split('-')[1],
    objectTypeId: type.id,
    fullyQualifiedName: type.custom ? type.aliases[0] : type.name.toUpperCase(),
    name: type.name,
    labels: { singular: type.singular, plural: type.plural },
    primaryDisplayProperty: type.labelProperty,
    searchableProperties: type.searchable,
    properties: type.properties,
    associations: associationSchemas(state, type),
    archived: false,
  };
}

/** HubSpot lists records from this share of their limit on. */
const nearShare = 0.8;
const mostSamples = 100;

/** Records at, and near, the limit of the unlabelled association. */
export function limitUsage(state: CrmState, from: ObjectType, to: ObjectType) {
  const limit = state.definitionsOf(from, to)[0]?.maxToObjectIds ?? 0;
  const full: { objectId: string; label: string }[] = [];
  const near: { objectId: string; label: string; usage: number; percentage: number }[] = [];
  for (const [objectId, usage] of state.usage(from, to)) {
    const label = state.recordsOf(from).get(objectId)?.properties[from.labelProperty] ?? objectId;
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

/** A type's line in the overview of limits; undefined where none of its links come near one. */
export function nearLimits(
  state: CrmState,
  { id, singular, plural }: ObjectType,
  from: ObjectType,
  tos: ObjectType[],
): object | undefined {
  const usages = tos.map((to) => limitUsage(state, from, to));
  const hasRecordsAtLimit = usages.some(({ totalRecordsAtLimit }) => totalRecordsAtLimit > 0);
  const hasRecordsNearLimit = usages.some(({ totalRecordsNearLimit }) => totalRecordsNearLimit > 0);
  if (!hasRecordsAtLimit && !hasRecordsNearLimit) return undefined;
  return {
    objectTypeId: id,
    singularLabel: singular,
    pluralLabel: plural,
    hasRecordsAtLimit,
    hasRecordsNearLimit,
  };
}
