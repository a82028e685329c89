import { filterIssue, type FilterIssue } from '../filter-issue';
import type { FilterGroup, FilterOperator, SearchFilter } from '../filters';
import type { SearchSource } from '../records';
import { entries, fieldsOf, own, Refusal, text, type Fields } from './fields';

/** What a search looks for. */
export function searchSource(fields: Fields): SearchSource {
  const { query, filterGroups } = own(fields);
  const source: SearchSource = { query: text(query, 'source.query') };
  if (filterGroups === undefined) return source;
  source.filterGroups = entries(filterGroups, 'source.filterGroups').map(filterGroup);
  const issue = filterIssue(source);
  if (issue) throw new Refusal(sentenceOf(issue));
  return source;
}

function filterGroup(value: unknown, index: number): FilterGroup {
  const name = `source.filterGroups[${index}]`;
  const { filters } = own(fieldsOf(value, name));
  return {
    filters: entries(filters, `${name}.filters`).map((each, n) => filter(each, `${name}.filters[${n}]`)),
  };
}

function filter(value: unknown, name: string): SearchFilter {
  const { propertyName, operator, value: compared, highValue, values } = own(fieldsOf(value, name));
  return {
    propertyName: text(propertyName, `${name}.propertyName`),
    // `filterIssue` tells whether it is one of HubSpot's.
    operator: text(operator, `${name}.operator`) as FilterOperator,
    ...(compared !== undefined && { value: text(compared, `${name}.value`) }),
    ...(highValue !== undefined && { highValue: text(highValue, `${name}.highValue`) }),
    ...(values !== undefined && {
      values: entries(values, `${name}.values`).map((each, n) => text(each, `${name}.values[${n}]`)),
    }),
  };
}

function sentenceOf(issue: FilterIssue): string {
  switch (issue.kind) {
    case 'too_many_groups':
      return `A search takes at most ${issue.max} groups of filters.`;
    case 'too_many_in_group':
      return `A group takes at most ${issue.max} filters.`;
    case 'too_many_filters':
      return `A search takes at most ${issue.max} filters in all.`;
    case 'too_long':
      return `The filters and their values are ${issue.over} characters longer than HubSpot takes.`;
    case 'empty_group':
      return `source.filterGroups[${issue.group}] must hold at least one filter.`;
    default:
      return `source.filterGroups[${issue.group}].filters[${issue.filter}] ${lacks[issue.kind]}`;
  }
}

const lacks = {
  no_property: 'needs a property.',
  unknown_operator: 'has an operator that HubSpot does not know.',
  no_value: 'needs a value.',
  no_high_value: 'needs the upper end of the range.',
  no_values: 'needs values, none of them empty.',
};
