import type { FilterGroup, SearchFilter } from '@bulk-associate/contract';
import type { SearchRequest } from '../../sdk/sdk';

/** A search as a person has set it. */
export interface SearchSettings {
  query: string;
  filterGroups: FilterGroup[];
  sort?: SearchRequest['sort'];
  /** The fields that are open: those of a filter, or those of the columns and the order. */
  open?: FilterPlace | 'view' | undefined;
  /** What stands in the fields of the open filter. */
  unfinished?: SearchFilter | undefined;
}

/** With nothing open. */
export const closed = { open: undefined, unfinished: undefined };

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
  // Places behind the last are taken as the one after it: a list with holes would break what reads it.
  filters.splice(at, 1, filter);
  const next = [...groups];
  next.splice(group, 1, { filters });
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
