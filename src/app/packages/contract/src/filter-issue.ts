import { filterLimits, filterOperators, type FilterGroup, type SearchFilter } from './filters';
import type { SearchSource } from './records';

/** What HubSpot would refuse of a search, found before it is asked. Positions are those in `filterGroups`. */
export type FilterIssue =
  /** More than `max` groups, filters in one group, or filters in all. */
  | { kind: 'too_many_groups' | 'too_many_filters'; max: number }
  | { kind: 'too_many_in_group'; max: number; group: number }
  /** The search is longer than HubSpot takes, by `over` characters. */
  | { kind: 'too_long'; max: number; over: number }
  | { kind: 'empty_group'; group: number }
  /** A filter without a property, with an operator that HubSpot does not have, or without what its operator needs. */
  | {
      kind: 'no_property' | 'unknown_operator' | 'no_value' | 'no_high_value' | 'no_values';
      group: number;
      filter: number;
    };

/** Characters of a search beside its query and filters: the properties to return, the order, the page. */
const otherCharacters = 400;

/** The first thing that HubSpot would refuse of a search; undefined if it can be sent. */
export function filterIssue({ query, filterGroups = [] }: SearchSource): FilterIssue | undefined {
  if (filterGroups.length > filterLimits.groups) return { kind: 'too_many_groups', max: filterLimits.groups };
  for (const [group, { filters }] of filterGroups.entries()) {
    const issue = groupIssue(filters, group);
    if (issue) return issue;
  }
  const count = filterGroups.reduce((sum, { filters }) => sum + filters.length, 0);
  if (count > filterLimits.filters) return { kind: 'too_many_filters', max: filterLimits.filters };
  const over = searchLength({ query, filterGroups }) - filterLimits.characters;
  return over > 0 ? { kind: 'too_long', max: filterLimits.characters, over } : undefined;
}

/** The characters of a search as it is sent, at most. */
function searchLength(search: { query: string; filterGroups: FilterGroup[] }): number {
  return JSON.stringify(search).length + otherCharacters;
}

function groupIssue(filters: SearchFilter[], group: number): FilterIssue | undefined {
  if (filters.length === 0) return { kind: 'empty_group', group };
  const max = filterLimits.filtersOfGroup;
  if (filters.length > max) return { kind: 'too_many_in_group', max, group };
  for (const [filter, condition] of filters.entries()) {
    const kind = conditionIssue(condition);
    if (kind) return { kind, group, filter };
  }
  return undefined;
}

function conditionIssue({ propertyName, operator, value, highValue, values }: SearchFilter) {
  if (propertyName === '') return 'no_property';
  if (!filterOperators.includes(operator)) return 'unknown_operator';
  if (operator === 'HAS_PROPERTY' || operator === 'NOT_HAS_PROPERTY') return undefined;
  if (operator === 'IN' || operator === 'NOT_IN') return isGiven(values) ? undefined : 'no_values';
  if (!value?.trim()) return 'no_value';
  return operator === 'BETWEEN' && !highValue?.trim() ? 'no_high_value' : undefined;
}

function isGiven(values: string[] | undefined): boolean {
  return values !== undefined && values.length > 0 && values.every((value) => value.trim() !== '');
}
