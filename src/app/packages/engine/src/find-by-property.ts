import { searchCap, type RecordRef } from '@bulk-associate/contract';
import { labelPropertiesOf, recordRef, type LabelProperties } from './records';
import type { Run } from './run';
import { nextPage, sendSearch } from './search';
import { isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** What was found for a value; undefined if HubSpot could not be asked, or did not say. */
export type Matches = Map<string, RecordRef[] | undefined>;

/** Values one search asks for at once: HubSpot's search guide names no number for IN, and 100 is safe. */
const valuesPerSearch = 100;
/** HubSpot takes 3,000 characters a search; what stands around the values needs the rest. */
const charactersPerSearch = 2_400;

/**
 * Finds every record whose property has one of these values (in lower case, as HubSpot wants them for IN). Values that
 * HubSpot refuses together, or that fit more records than a search shows, are asked for in smaller groups, down to one.
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

/** A record that was found, with the value by which it was. */
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

  /** All records of one search; for a lone value one page is enough to say that there are several. */
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
    // Companies of one name are told apart by their domains.
    const domain = this.property === 'name' ? textOf(properties['domain']) : undefined;
    return [{ value, ref: domain ? { ...ref, label: `${ref.label} (${domain})` } : ref }];
  }
}
