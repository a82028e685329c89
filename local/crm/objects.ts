import type { BatchOutcome } from './associations';
import { valueOf } from './calculated';
import { batchErrors, failures } from './errors';
import { objectTypes, type ObjectType } from './object-types';
import type { CrmRecord, CrmState } from './state';

/** A condition of a search. The operator decides between `value`, a range up to `highValue`, and `values`. */
export interface Filter {
  propertyName: string;
  operator: string;
  value?: string;
  highValue?: string;
  values?: string[];
}

/** The parameters of an object search. */
export interface SearchInput {
  /** Words. Each must occur in some searchable property. */
  query?: string;
  /** A record matches if it matches every filter of at least one group. */
  filterGroups?: { filters: Filter[] }[];
  /** HubSpot takes one sort; the first is used. */
  sorts?: ({ propertyName: string; direction?: string } | string)[];
  /** The default properties of the object type if absent or empty. */
  properties?: string[];
  /** The most records on a page: 10 if absent, 200 at most. */
  limit?: number;
  /** The number of records to skip: HubSpot's cursor of a search is a number. */
  after?: string | number;
}

const searchCap = 10_000;
const largestPage = 200;

/** A record as HubSpot's object endpoints send it. Requested properties without a value are null (recorded). */
export function wireRecord(type: ObjectType, record: CrmRecord, asked?: string[]): object {
  const names =
    asked && asked.length > 0
      ? [...new Set([...asked, ...type.defaultProperties.slice(-3)])]
      : type.defaultProperties;
  const { id, createdAt, updatedAt, archived } = record;
  return { id, properties: pick(record, names), createdAt, updatedAt, archived };
}

function pick(record: CrmRecord, names: string[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, valueOf(record, name)]));
}

/** Searches records: query, filters, one sort, pages. Throws a 400 beyond 10,000 results, as HubSpot does. */
export function searchObjects(state: CrmState, type: ObjectType, input: SearchInput) {
  const { limit = 10, properties } = input;
  const after = Number(input.after ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) {
    throw failures.invalid(`limit must be between 1 and ${largestPage}.`);
  }
  if (!Number.isInteger(after) || after < 0) throw failures.invalid('after must be an integer.');
  if (after + limit > searchCap)
    throw failures.invalid(`There are more than ${searchCap} results: narrow the search.`);
  if (JSON.stringify(input).length > 3000) throw failures.invalid('The search request is too long.');
  checkFilters(input.filterGroups ?? []);
  const matches = [...state.recordsOf(type).values()].filter((record) =>
    matchesAll(state, type, record, input),
  );
  const sorted = sort(matches, input.sorts ?? []);
  const next = after + limit;
  return {
    total: matches.length,
    results: sorted.slice(after, next).map((record) => wireRecord(type, record, properties)),
    ...(next < matches.length && { paging: { next: { after: String(next) } } }),
  };
}

const mostListed = 100;

/**
 * A page of all records of a type, by ascending id: 10 if there is no `limit`, 100 at most. Unlike a search it has no end
 * at 10,000. The cursor is the id of the next record, so that a record that is deleted moves no other.
 */
export function listObjects(
  state: CrmState,
  type: ObjectType,
  { limit = 10, after = '0', properties }: { limit?: number; after?: string; properties?: string[] },
) {
  if (!Number.isInteger(limit) || limit < 1) throw failures.invalid('limit must be a positive integer.');
  if (!/^\d+$/.test(after)) throw failures.invalid('after is not a cursor of this endpoint.');
  const most = Math.min(limit, mostListed);
  const ids = firstIds(state.recordsOf(type).keys(), after, most + 1);
  const page = ids.slice(0, most).flatMap((id) => state.recordsOf(type).get(id) ?? []);
  const next = ids[most];
  return {
    results: page.map((record) => wireRecord(type, record, properties)),
    ...(next !== undefined && { paging: { next: { after: next } } }),
  };
}

/** The lowest ids from one on, ascending. One pass: most ids come in their order, and a type may have 100,000. */
function firstIds(ids: Iterable<string>, from: string, count: number): string[] {
  const lowest: string[] = [];
  for (const id of ids) {
    const last = lowest.length === count ? lowest.at(-1) : undefined;
    if (compareIds(id, from) < 0 || (last !== undefined && compareIds(id, last) > 0)) continue;
    lowest.splice(lowest.findLastIndex((one) => compareIds(one, id) < 0) + 1, 0, id);
    if (lowest.length > count) lowest.pop();
  }
  return lowest;
}

/** Ids are whole numbers, some above 2^53. */
function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** HubSpot's search guide: five groups, six filters in each, eighteen in all. */
function checkFilters(groups: { filters: Filter[] }[]): void {
  const counts = groups.map(({ filters }) => filters.length);
  if (
    groups.length > 5 ||
    counts.some((count) => count > 6) ||
    counts.reduce((sum, count) => sum + count, 0) > 18
  ) {
    throw failures.invalid('Too many filters: at most 5 groups, 6 filters in each and 18 in all.');
  }
}

function matchesAll(
  state: CrmState,
  type: ObjectType,
  record: CrmRecord,
  { query, filterGroups = [] }: SearchInput,
): boolean {
  const words = query?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (!words.every((word) => record.searchText.includes(word))) return false;
  if (filterGroups.length === 0) return true;
  return filterGroups.some(({ filters }) => filters.every((filter) => passes(state, type, record, filter)));
}

function passes(state: CrmState, type: ObjectType, record: CrmRecord, filter: Filter): boolean {
  const linked = /^associations\.(.+)$/.exec(filter.propertyName)?.[1];
  if (linked !== undefined) return isLinkedTo(state, type, record, linked, filter);
  const operator = Object.hasOwn(operators, filter.operator) ? operators[filter.operator] : undefined;
  if (!operator) throw failures.invalid(`${filter.operator} is not a valid operator.`);
  return operator(valueOf(record, filter.propertyName) ?? '', filter);
}

/** The filter `associations.{type}`: type is an object type id or, for one of HubSpot's own, a name. */
function isLinkedTo(
  state: CrmState,
  type: ObjectType,
  record: CrmRecord,
  name: string,
  { operator, value, values }: Filter,
): boolean {
  const other = objectTypes.find((one) => one.id === name || (!one.custom && one.name === name));
  if (!other || (operator !== 'EQ' && operator !== 'IN'))
    throw failures.notEmulated(`the filter associations.${name} ${operator}`);
  const partners = state.partnersOf(type, record.id, other);
  return (values ?? [value ?? '']).some((id) => partners?.has(id) ?? false);
}

const lower = (text = '') => text.toLowerCase();
const compare = (a: string, b = '') =>
  isNaN(Number(a)) || isNaN(Number(b)) ? a.localeCompare(b) : Number(a) - Number(b);

const operators: Record<string, (actual: string, filter: Filter) => boolean> = {
  EQ: (actual, { value }) => lower(actual) === lower(value),
  NEQ: (actual, { value }) => lower(actual) !== lower(value),
  LT: (actual, { value }) => actual !== '' && compare(actual, value) < 0,
  LTE: (actual, { value }) => actual !== '' && compare(actual, value) <= 0,
  GT: (actual, { value }) => actual !== '' && compare(actual, value) > 0,
  GTE: (actual, { value }) => actual !== '' && compare(actual, value) >= 0,
  BETWEEN: (actual, { value, highValue }) =>
    actual !== '' && compare(actual, value) >= 0 && compare(actual, highValue) <= 0,
  // HubSpot compares IN without case, and requires its values in lower case.
  IN: (actual, { values = [] }) => actual !== '' && values.includes(lower(actual)),
  NOT_IN: (actual, { values = [] }) => !values.includes(lower(actual)),
  HAS_PROPERTY: (actual) => actual !== '',
  NOT_HAS_PROPERTY: (actual) => actual === '',
  CONTAINS_TOKEN: (actual, { value }) => hasToken(actual, value),
  NOT_CONTAINS_TOKEN: (actual, { value }) => !hasToken(actual, value),
};

function hasToken(actual: string, value = ''): boolean {
  const pattern = value.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*'); // prettier-ignore
  return new RegExp(`(^|[^\\p{L}\\p{N}])${pattern}($|[^\\p{L}\\p{N}])`, 'iu').test(actual);
}

function sort(records: CrmRecord[], sorts: NonNullable<SearchInput['sorts']>): CrmRecord[] {
  const [first] = sorts;
  if (first === undefined) return records;
  const { propertyName, direction } =
    typeof first === 'string' ? { propertyName: first, direction: 'ASCENDING' } : first;
  const sign = direction === 'DESCENDING' ? -1 : 1;
  return [...records].sort((a, b) => {
    const [one, other] = [a.properties[propertyName] ?? '', b.properties[propertyName] ?? ''];
    // Records without a value come last in both directions.
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    return sign * compare(one, other);
  });
}

/** The parameters of an object batch/read. */
export interface ReadObjectsInput {
  /** Ids, or values of `idProperty`; 100 at most. */
  inputs?: { id: string }[];
  properties?: string[];
  /** A unique property: the ids of the inputs are then its values. */
  idProperty?: string;
}

const mostObjects = 100;

/** Reads records. One error names all that do not exist (recorded). */
export function readObjects(
  state: CrmState,
  type: ObjectType,
  { inputs = [], properties, idProperty }: ReadObjectsInput,
): BatchOutcome {
  if (inputs.length > mostObjects) throw failures.tooMany(inputs.length, mostObjects);
  if (
    idProperty !== undefined &&
    idProperty !== 'hs_object_id' &&
    !type.uniqueProperties.includes(idProperty)
  ) {
    throw failures.invalid(`${idProperty} is not a unique property of ${type.name}.`);
  }
  const found = new Map<string, CrmRecord>();
  const missing: string[] = [];
  const names = idProperty === undefined ? properties : [...(properties ?? []), idProperty];
  const find = finder(state, type, idProperty);
  for (const { id } of inputs) {
    const record = find(id);
    if (record) found.set(record.id, record);
    else missing.push(id);
  }
  const errors = missing.length > 0 ? [batchErrors.objectsNotFound(type.name, missing)] : [];
  return { results: [...found.values()].map((record) => wireRecord(type, record, names)), errors };
}

/** A record by its id, or by the value of a unique property, ignoring case; undefined if there is none. */
export function findObject(
  state: CrmState,
  type: ObjectType,
  id: string,
  idProperty?: string,
): CrmRecord | undefined {
  return finder(state, type, idProperty)(id);
}

/**
 * The same for many values, also the other ones of a record: a contact's additional email addresses, and the ids of records
 * that were merged into one. HubSpot then returns the record with its own value. Goes through all records once, not once
 * for each value.
 */
function finder(state: CrmState, type: ObjectType, idProperty = 'hs_object_id') {
  const records = state.recordsOf(type);
  const isById = idProperty === 'hs_object_id';
  const own = isById
    ? records
    : indexed(records, ({ properties }) => [lower(properties[idProperty] ?? undefined)]);
  const others = isById ? 'hs_merged_object_ids' : `hs_additional_${idProperty}s`;
  let byOthers: Map<string, CrmRecord> | undefined;
  return (value: string) => {
    const record = own.get(lower(value));
    if (record) return record;
    byOthers ??= indexed(records, ({ properties }) => lower(properties[others] ?? undefined).split(';'));
    return byOthers.get(lower(value));
  };
}

/** Values that are not empty -> the first record that has them. */
function indexed(records: Map<string, CrmRecord>, valuesOf: (record: CrmRecord) => string[]) {
  const index = new Map<string, CrmRecord>();
  for (const record of records.values()) {
    for (const value of valuesOf(record)) if (value !== '' && !index.has(value)) index.set(value, record);
  }
  return index;
}
