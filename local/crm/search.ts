import { valueOf } from './calculated';
import { failures } from './errors';
import { searchedProperty, testOfGroups, type Filter } from './filters';
import type { ObjectType } from './object-types';
import { wireRecord } from './objects';
import { comparisonOf } from './property-values';
import type { CrmRecord, CrmState } from './state';

/** The parameters of an object search. */
export interface SearchInput {
  /** Words. Each must occur in some searchable property. */
  query?: string;
  /** A record matches if it matches every filter of at least one group. */
  filterGroups?: { filters: Filter[] }[];
  /** HubSpot takes one sort; the first is used. */
  sorts?: { propertyName: string; direction?: string }[];
  /** The default properties of the object type if absent or empty. */
  properties?: string[];
  /** The most records on a page: 10 if absent, 200 at most. */
  limit?: number;
  /** The number of records to skip: HubSpot's cursor of a search is a number. */
  after?: string | number;
}

const searchCap = 10_000;
const largestPage = 200;
const longestBody = 3_000;

/** Throws a 400 for a request body above HubSpot's limit. */
export function refuseLongSearch(body: string): void {
  if (body.length > longestBody)
    throw failures.invalid(`The search request has ${body.length} characters, of at most ${longestBody}.`);
}

/** Searches records: query, filters, one sort, pages. Throws a 400 beyond 10,000 results, as HubSpot does. */
export function searchObjects(state: CrmState, type: ObjectType, input: SearchInput) {
  const { query, filterGroups = [], sorts = [], limit = 10, properties } = input;
  const after = Number(input.after ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw failures.invalid(`limit must be between 1 and ${largestPage}.`);
  }
  if (!Number.isInteger(after) || after < 0) throw failures.invalid('after must be an integer.');
  if (after + limit > searchCap)
    throw failures.invalid(`There are more than ${searchCap} results: narrow the search.`);
  const words = query?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const passes = testOfGroups(state, type, filterGroups);
  const order = orderOf(state, type, sorts);
  const matches = [...state.recordsOf(type).values()].filter(
    (record) => words.every((word) => record.searchText.includes(word)) && passes(record),
  );
  const sorted = order ? order(matches) : matches;
  const next = after + limit;
  return {
    total: matches.length,
    results: sorted.slice(after, next).map((record) => wireRecord(state, type, record, properties)),
    ...(next < matches.length && { paging: { next: { after: String(next) } } }),
  };
}

function orderOf(state: CrmState, type: ObjectType, [first]: NonNullable<SearchInput['sorts']>) {
  if (first === undefined) return undefined;
  const { propertyName, direction = 'ASCENDING' } = first;
  if (!['ASCENDING', 'DESCENDING'].includes(direction))
    throw failures.badJson(`Cannot deserialize value of type \`Direction\` from "${direction}"`);
  const property = searchedProperty(type, propertyName);
  const compare = comparisonOf(property);
  const sign = direction === 'DESCENDING' ? -1 : 1;
  return (records: CrmRecord[]) =>
    records
      .map((record) => ({ record, value: valueOf(state, type, record, property.name) ?? '' }))
      .sort(({ value: one }, { value: other }) => {
        // Records without a value come last in both directions.
        if (one === '' || other === '') return Number(one === '') - Number(other === '');
        return sign * compare(one, other);
      })
      .map(({ record }) => record);
}
