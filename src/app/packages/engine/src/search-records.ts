import { searchCap, type FilterGroup, type RecordRef } from '@bulk-associate/contract';
import type { LabelProperties } from './account-facts';
import { propertiesOfLabel, recordRef } from './record-labels';
import type { Run } from './run';
import { nextPage, sendSearch } from './search';
import { type JsonObject, jsonObjectsIn, numberOf, propertiesIn, textOf } from './json';

/** Value -> the records that have it; undefined if HubSpot gave no answer for it. */
export type Matches = Map<string, RecordRef[] | undefined>;

/** The most values of one search. HubSpot's search guide states no maximum for IN; 100 is safe. */
const valuesPerSearch = 100;
/** The most characters of the values of one search. HubSpot accepts 3,000; the rest of the body needs 600. */
const charactersPerSearch = 2_400;

/** A kind of search: many values at once, and which of them a record that was found has. */
export interface RecordSearch {
  /** The most values of one search; 100 if absent. */
  maxValues?: number;
  /** Milliseconds from the start of the call, after which no further group is searched; if absent, while there is time. */
  lastStartMs?: number;
  /** The properties that `valuesIn` and the label need, beside those of every label. */
  properties: string[];
  /** The conditions for any of these values: at most 5 groups. */
  filterGroups(values: string[]): FilterGroup[];
  /** The values, of those searched for, that a record has. */
  valuesIn(properties: Record<string, string>, values: string[]): string[];
}

/**
 * Finds every record that has one of these values. Values that HubSpot refuses together, or that match more records than a
 * search returns, are searched in halves, down to one value.
 */
export async function searchRecords(
  run: Run,
  labelProperties: LabelProperties,
  search: RecordSearch,
  values: string[],
): Promise<Matches> {
  const found: Matches = new Map(values.map((value) => [value, undefined]));
  for (const group of groupsOf(values, search)) {
    if (search.lastStartMs !== undefined && run.elapsedMs > search.lastStartMs) break;
    for (const [value, records] of await findHalving(run, labelProperties, search, group))
      found.set(value, records);
  }
  return found;
}

/** Groups that fit into one search each: by their number of values, and by the characters of their conditions. */
function groupsOf(values: string[], { maxValues = valuesPerSearch, filterGroups }: RecordSearch): string[][] {
  const groups: string[][] = [];
  let size = { spellings: 0, characters: 0 };
  for (const value of values) {
    const more = sizeOf(filterGroups([value]));
    const group = groups.at(-1);
    size = {
      spellings: size.spellings + more.spellings,
      characters: size.characters + more.characters,
    };
    const fits = size.spellings <= valuesPerSearch && size.characters <= charactersPerSearch;
    if (group && group.length < maxValues && fits) group.push(value);
    else {
      groups.push([value]);
      size = more;
    }
  }
  return groups;
}

function sizeOf(groups: FilterGroup[]): { spellings: number; characters: number } {
  const lists = groups.flatMap(({ filters }) =>
    filters.map(({ value, values = value === undefined ? [] : [value] }) => values),
  );
  return {
    spellings: Math.max(...lists.map((list) => list.length)),
    characters: lists.flat().reduce((sum, text) => sum + JSON.stringify(text).length + 1, 0),
  };
}

async function findHalving(
  run: Run,
  labelProperties: LabelProperties,
  search: RecordSearch,
  values: string[],
): Promise<Matches> {
  const records = await findAll(run, labelProperties, search, values);
  if (Array.isArray(records)) return matchesOf(labelProperties, search, values, records);
  if (records === 'not_asked' || values.length === 1) return new Map();
  const middle = Math.ceil(values.length / 2);
  const first = await findHalving(run, labelProperties, search, values.slice(0, middle));
  return new Map([...first, ...(await findHalving(run, labelProperties, search, values.slice(middle)))]);
}

function matchesOf(
  labelProperties: LabelProperties,
  { valuesIn }: RecordSearch,
  values: string[],
  records: JsonObject[],
): Matches {
  const found = new Map<string, RecordRef[]>(values.map((value) => [value, []]));
  for (const record of records) {
    const ref = recordRef(labelProperties, record);
    if (!ref) continue;
    for (const value of new Set(valuesIn(textProperties(record), values))) found.get(value)?.push(ref);
  }
  return found;
}

/** All records of one search. */
async function findAll(
  run: Run,
  labelProperties: LabelProperties,
  search: RecordSearch,
  values: string[],
): Promise<JsonObject[] | 'refused' | 'too_many' | 'not_asked'> {
  const records: JsonObject[] = [];
  const properties = [...new Set([...propertiesOfLabel(labelProperties), ...search.properties])];
  const filterGroups = search.filterGroups(values);
  let total = 0;
  for (let after: string | undefined = '0'; after !== undefined;) {
    const reply = await sendSearch(run, labelProperties.objectType, { filterGroups, properties, after });
    if (reply.kind === 'refused') return 'refused';
    if (reply.kind !== 'answered') return 'not_asked';
    records.push(...jsonObjectsIn(reply.body['results']));
    // For a single value, the first page is enough if it shows that there are several.
    if (values.length === 1 && isSeveral(search, values, records)) return records;
    total = numberOf(reply.body['total']) ?? 0;
    if (values.length > 1 && total > searchCap) return 'too_many';
    after = nextPage(reply.body);
  }
  return total > searchCap ? 'too_many' : records;
}

function isSeveral({ valuesIn }: RecordSearch, values: string[], records: JsonObject[]): boolean {
  return records.filter((record) => valuesIn(textProperties(record), values).length > 0).length > 1;
}

function textProperties(record: JsonObject): Record<string, string> {
  const texts = Object.entries(propertiesIn(record)).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(texts);
}
