import { searchCap, type RecordRef } from '@bulk-associate/contract';
import { labelPropertiesOf, recordRef, type LabelProperties } from './records';
import type { Run } from './run';
import { nextPage, sendSearch } from './search';
import { isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** Value -> the records that have it; undefined if HubSpot gave no answer for it. */
export type Matches = Map<string, RecordRef[] | undefined>;

/** The most values of one search. HubSpot's search guide states no maximum for IN; 100 is safe. */
const valuesPerSearch = 100;
/** The most characters of the values of one search. HubSpot accepts 3,000; the rest of the body needs 600. */
const charactersPerSearch = 2_400;

/**
 * Finds every record whose property has one of these values (in lower case, as HubSpot requires for IN). Values that
 * HubSpot refuses together, or that match more records than a search returns, are searched in halves, down to one value.
 */
export async function findByProperty(
  run: Run,
  objectType: string,
  property: string,
  values: string[],
): Promise<Matches> {
  const found: Matches = new Map(values.map((value) => [value, undefined]));
  if (values.length === 0) return found;
  const search = new PropertySearch(run, await labelPropertiesOf(run, objectType), property);
  for (const group of groupsOf(values)) {
    const records = await search.find(group);
    for (const value of group) found.set(value, records.get(value));
  }
  return found;
}

function groupsOf(values: string[]): string[][] {
  const groups: string[][] = [];
  let characters = 0;
  for (const value of values) {
    const more = JSON.stringify(value).length + 1;
    const group = groups.at(-1);
    characters += more;
    if (group && group.length < valuesPerSearch && characters <= charactersPerSearch) group.push(value);
    else {
      groups.push([value]);
      characters = more;
    }
  }
  return groups;
}

/** A record, with the value that it has. */
interface Match {
  value: string;
  ref: RecordRef;
}

class PropertySearch {
  constructor(
    private readonly run: Run,
    private readonly labelProperties: LabelProperties,
    private readonly property: string,
  ) {}

  async find(values: string[]): Promise<Matches> {
    const matches = await this.search(values);
    if (Array.isArray(matches)) return this.groupByValue(values, matches);
    if (matches === 'not_asked' || values.length === 1) return new Map();
    const middle = Math.ceil(values.length / 2);
    const first = await this.find(values.slice(0, middle));
    return new Map([...first, ...(await this.find(values.slice(middle)))]);
  }

  private groupByValue(values: string[], matches: Match[]): Matches {
    const found: Matches = new Map(values.map((value) => [value, []]));
    for (const { value, ref } of matches) found.get(value)?.push(ref);
    return found;
  }

  /** All records of one search. For a single value, the first page is enough: it shows whether there are several. */
  private async search(values: string[]): Promise<Match[] | 'refused' | 'too_many' | 'not_asked'> {
    const { labelProperties, property } = this;
    const matches: Match[] = [];
    const properties = [...new Set([...labelProperties.properties, property])];
    const filterGroups = [{ filters: [{ propertyName: property, operator: 'IN' as const, values }] }];
    for (let after: string | undefined = '0'; after !== undefined;) {
      const reply = await sendSearch(this.run, labelProperties.objectType, {
        filterGroups,
        properties,
        after,
      });
      if (reply.kind === 'refused') return 'refused';
      if (reply.kind !== 'answered') return 'not_asked';
      matches.push(...jsonObjectsIn(reply.body['results']).flatMap((record) => this.matchesIn(record)));
      if (values.length === 1) return matches;
      if ((numberOf(reply.body['total']) ?? 0) > searchCap) return 'too_many';
      after = nextPage(reply.body);
    }
    return matches;
  }

  private matchesIn(record: JsonObject): Match[] {
    const ref = recordRef(this.labelProperties, record);
    const properties = isJsonObject(record['properties']) ? record['properties'] : {};
    const value = textOf(properties[this.property])?.toLowerCase();
    if (!ref || value === undefined) return [];
    // Companies with the same name differ in their domains.
    const domain = this.property === 'name' ? textOf(properties['domain']) : undefined;
    return [{ value, ref: domain ? { ...ref, label: `${ref.label} (${domain})` } : ref }];
  }
}
