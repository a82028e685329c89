import {
  filterLimits,
  objectTypeIds,
  type RecordRef,
  type SuggestParameters,
} from '@bulk-associate/contract';
import { associationProperty } from './association-property';
import { jsonObjectsIn } from './json';
import { linksByRecord, recordsInError } from './link-rows';
import { readAssociations } from './read-associations';
import { nameLabelsOf, propertiesOfLabel, recordRef } from './record-labels';
import type { Run } from './run';
import { sendSpareSearch } from './search';
import type { Reply } from './send-request';
import { standardTypes } from './standard-types';

/** The most records between the two that are followed: their names fit into one read. */
const mostNeighbours = 100;

/** Records that are associated with the same records as the one asked about, or with its colleagues. */
export interface SharedRecords {
  /** The object type id of the records between. */
  throughType: string;
  /** With their names where these cost no read of their own. */
  through: (RecordRef | { id: string; label?: undefined })[];
  /** Record -> positions in `through`; those that share most come first. */
  records: Map<string, number[]>;
  /** Whether every record between, and every association of each, was read. */
  isWhole: boolean;
}

interface Neighbours {
  refs: SharedRecords['through'];
  isWhole: boolean;
}

const { contact, company } = objectTypeIds;

/** Whether it is one of HubSpot's own types; of the others, a search cannot ask for associations (search guide). */
export function isOwnType(objectType: string): boolean {
  return objectType.startsWith('0-');
}

/** The calls of one type between the two: its records, and what is associated with these. */
const callsOfType = 2;

/**
 * The calls behind: what is associated already, the names of the records, for a custom object the schema that says which
 * property is the name, and the names of records between that are not known yet.
 */
function callsBehind({ toObjectType }: SuggestParameters, unnamed: number): number {
  return 2 + (isOwnType(toObjectType) ? 0 : 1) + unnamed;
}

/**
 * Finds records that share neighbours with the record: the contacts of a deal's companies, the tickets of a deal's
 * contacts, and of a contact also what its colleagues have, who are contacts of the same companies. Types between the two
 * are followed in the order contacts, companies, colleagues, deals, tickets, as many of them as there are calls for: mostly
 * two, one where a search is made for similar records or where a type is a custom object. `others` resolves when the calls
 * of that search are made. `failed` gets the replies of HubSpot that are no answer.
 *
 * The records between are found by one search, which names them: it takes one call less than reading the associations and
 * then the names, and one of the account's searches.
 */
export async function findSharedRecords(
  run: Run,
  parameters: SuggestParameters,
  others: Promise<unknown>,
  failed: (reply: Reply) => void,
): Promise<SharedRecords[]> {
  const { objectType, toObjectType } = parameters;
  const types = standardTypes
    .map(({ id }) => id)
    .filter((type) => type !== objectType && type !== toObjectType);
  const unnamed = isOwnType(objectType) ? 0 : 1;
  const found: SharedRecords[] = [];
  const hasCalls = () => {
    const unread = unnamed * (found.length + 1);
    return run.callsLeft >= callsOfType + callsBehind(parameters, unread);
  };
  const follow = async (throughType: string, near: Neighbours | undefined) => {
    const shared = near && (await recordsOfNeighbours(run, parameters, throughType, near, failed));
    if (shared && shared.records.size > 0) found.push(shared);
  };
  for (const [index, throughType] of types.entries()) {
    if (index > 0) await others;
    if (index > 0 && !hasCalls()) break;
    const near = await readNeighbours(run, parameters, throughType, failed);
    await follow(throughType, near);
    const hasColleagues = objectType === contact && throughType === company && toObjectType !== contact;
    if (hasColleagues && near && near.refs.length > 0 && hasCalls())
      await follow(contact, await findColleagues(run, parameters, near, failed));
  }
  return found;
}

async function recordsOfNeighbours(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  throughType: string,
  near: Neighbours,
  failed: (reply: Reply) => void,
): Promise<SharedRecords | undefined> {
  const ids = near.refs.map((ref) => ref.id);
  if (ids.length === 0) return undefined;
  const inputs = ids.map((each) => ({ id: each }));
  const reply = await readAssociations(run, throughType, toObjectType, inputs, { optional: true });
  if (reply.kind !== 'answered') {
    // A refusal is no failure: between some types, no association is defined.
    if (reply.kind !== 'refused') failed(reply);
    return undefined;
  }
  const links = linksByRecord(reply.body);
  const partners = ids.map((each) => [...(links.get(each)?.labels.keys() ?? [])]);
  const records = ranked(partners);
  if (toObjectType === objectType) records.delete(id);
  const unread = recordsInError(reply.body, new Set(ids));
  const isWhole =
    near.isWhole && ids.every((each) => links.get(each)?.after === undefined && !unread.has(each));
  return { throughType, through: near.refs, records, isWhole };
}

/** The records of a type that the record is associated with. */
async function readNeighbours(
  run: Run,
  { objectType, id }: SuggestParameters,
  throughType: string,
  failed: (reply: Reply) => void,
): Promise<Neighbours | undefined> {
  if (isOwnType(objectType)) return searchAssociated(run, throughType, objectType, [id], failed);
  const reply = await readAssociations(run, objectType, throughType, [{ id }], { optional: true });
  if (reply.kind !== 'answered') {
    if (reply.kind !== 'refused') failed(reply);
    return undefined;
  }
  const links = linksByRecord(reply.body).get(id);
  const ids = [...(links?.labels.keys() ?? [])];
  const refs = ids.slice(0, mostNeighbours).map((each) => ({ id: each }));
  return { refs, isWhole: links?.after === undefined && refs.length === ids.length };
}

/** The other contacts of a contact's companies: of as many companies as one search can name. */
async function findColleagues(
  run: Run,
  { id }: SuggestParameters,
  { refs, isWhole }: Neighbours,
  failed: (reply: Reply) => void,
): Promise<Neighbours | undefined> {
  const companies = refs.slice(0, filterLimits.groups).map((ref) => ref.id);
  const near = await searchAssociated(run, contact, company, companies, failed);
  return (
    near && {
      refs: near.refs.filter((ref) => ref.id !== id),
      isWhole: isWhole && near.isWhole && companies.length === refs.length,
    }
  );
}

/** Records of a type that are associated with any of these records of another type. */
async function searchAssociated(
  run: Run,
  objectType: string,
  withType: string,
  ids: string[],
  failed: (reply: Reply) => void,
): Promise<Neighbours | undefined> {
  const propertyName = associationProperty(withType);
  const labels = nameLabelsOf(objectType);
  const reply = await sendSpareSearch(run, objectType, {
    // One group each: HubSpot documents no operator but EQ for these.
    filterGroups: ids.map((value) => ({ filters: [{ propertyName, operator: 'EQ', value }] })),
    properties: propertiesOfLabel(labels),
    limit: mostNeighbours,
  });
  if (reply.kind !== 'answered') {
    failed(reply);
    return undefined;
  }
  const refs = jsonObjectsIn(reply.body['results']).flatMap((record) => recordRef(labels, record) ?? []);
  return { refs, isWhole: reply.body['paging'] === undefined };
}

/**
 * The partners of several records, with the positions of these: those of most records first. Among equals, a record with
 * few partners says more than one with thousands.
 */
function ranked(partners: string[][]): Map<string, number[]> {
  const found = new Map<string, { positions: number[]; weight: number }>();
  partners.forEach((ids, position) => {
    for (const id of ids) {
      const known = found.get(id) ?? { positions: [], weight: 0 };
      known.positions.push(position);
      known.weight += 1 / ids.length;
      found.set(id, known);
    }
  });
  const sorted = [...found].sort(
    ([, one], [, another]) => another.positions.length - one.positions.length || another.weight - one.weight,
  );
  return new Map(sorted.map(([id, { positions }]) => [id, positions]));
}
