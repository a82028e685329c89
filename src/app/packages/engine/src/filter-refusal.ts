import type { FilterGroup, FunctionError } from '@bulk-associate/contract';
import type { HubSpotError } from './hubspot-error';
import { rejection } from './refusals';

/**
 * The error of a search that HubSpot refused, with the position of the filter that it names: by the property in the
 * context of an error, or by a property's name in quotes in a message. Several filters may have that property: the first
 * is meant, unless the message holds the operator of another.
 */
export function filterRefusal(error: HubSpotError, filterGroups: FilterGroup[]): FunctionError {
  const parts = [...(error.details ?? []), error];
  const filters = filterGroups.flatMap(({ filters }, group) =>
    filters.map((condition, filter) => ({ position: { group, filter }, condition })),
  );
  for (const { message, context } of parts) {
    const named = new Set(Object.values(context).flat());
    const of = filters.filter(
      ({ condition: { propertyName } }) =>
        named.has(propertyName) ||
        ['"', "'", '`'].some((quote) => message.includes(quote + propertyName + quote)),
    );
    const refused = of.find(({ condition }) => hasWord(message, condition.operator)) ?? of[0];
    if (refused) return { ...rejection({ ...error, message }), filter: refused.position };
  }
  return rejection({ ...error, message: parts[0]?.message ?? error.message });
}

function hasWord(message: string, operator: string): boolean {
  return message.split(/[^A-Z_]+/).includes(operator);
}
