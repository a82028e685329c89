import type { FilterGroup, SearchFilter } from '@bulk-associate/contract';
import type { SearchRequest } from '../../sdk/sdk';

/** A search as a person has set it. */
export interface SearchSettings {
  query: string;
  filterGroups: FilterGroup[];
  sort?: SearchRequest['sort'];
}

/** A search for everything. */
export const emptySearch: SearchSettings = { query: '', filterGroups: [] };

/** The position of a filter. The one after the last of its group, or of all groups, is that of a new filter. */
export interface FilterPlace {
  group: number;
  filter: number;
}

/** The groups with a filter at this place, in the place of the one that was there. */
export function withFilter(
  groups: readonly FilterGroup[],
  { group, filter: at }: FilterPlace,
  filter: SearchFilter,
): FilterGroup[] {
  const filters = [...(groups[group]?.filters ?? [])];
  filters[at] = filter;
  const next = [...groups];
  next[group] = { filters };
  return next;
}

/** The groups without the filter at this place. A group that was left without filters is gone as well. */
export function withoutFilter(groups: readonly FilterGroup[], { group, filter }: FilterPlace): FilterGroup[] {
  return groups
    .map((each, index) =>
      index === group ? { filters: each.filters.filter((_, place) => place !== filter) } : each,
    )
    .filter(({ filters }) => filters.length > 0);
}
