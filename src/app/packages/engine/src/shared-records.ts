import { objectTypeIds, type RecordRef, type SuggestParameters } from '@bulk-associate/contract';
import { readAssociations } from './associated-already';
import { jsonObjectsIn } from './json';
import { linksByRecord } from './link-rows';
import { nameLabelsOf, propertiesOfLabel, recordRef } from './record-labels';
import type { Run } from './run';
import { sendSpareSearch } from './search';
import type { Reply } from './send-request';

/** The most records between the two that are followed: their names fit into one read. */
const mostNeighbours = 100;

/** Records that are associated with the same records as the one asked about. */
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

const ownTypes: string[] = [
  objectTypeIds.contact,
  objectTypeIds.company,
  objectTypeIds.deal,
  objectTypeIds.ticket,
];
const typeNames: Record<string, string> = Object.fromEntries(
  Object.entries(objectTypeIds).map(([name, id]) => [id, name]),
);

/**
 * Finds records that share neighbours with the record: the contacts of a deal's companies, the tickets of a deal's
 * contacts. Of the types between the two, the first that the record is associated with counts: contacts, companies, deals,
 * tickets, as many of them as `mostTypes`. Undefined without an answer that tells anything; `failed` gets the replies of
 * HubSpot that are no answer.
 *
 * `bySearch`: the records between are found by one search, which names them. It takes one call less than reading the
 * associations and then the names, and one of the account's searches.
 */
export async function findSharedRecords(
  run: Run,
  parameters: SuggestParameters,
  { bySearch, mostTypes }: { bySearch: boolean; mostTypes: number },
  failed: (reply: Reply) => void,
): Promise<SharedRecords | undefined> {
  const { objectType, id, toObjectType } = parameters;
  const readNear = bySearch ? searchNeighbours : readNeighbours;
  const types = ownTypes.filter((type) => type !== objectType && type !== toObjectType);
  for (const throughType of types.slice(0, mostTypes)) {
    const near = await readNear(run, parameters, throughType, failed);
    if (!near || near.refs.length === 0) continue;
    const ids = near.refs.map((ref) => ref.id);
    const reply = await readAssociations(run, throughType, toObjectType, ids, true);
    if (reply.kind !== 'answered') {
      if (reply.kind !== 'refused') failed(reply);
      return undefined;
    }
    const links = linksByRecord(reply.body);
    const partners = ids.map((each) => [...(links.get(each)?.labels.keys() ?? [])]);
    const records = ranked(partners);
    if (toObjectType === objectType) records.delete(id);
    const isWhole = near.isWhole && ids.every((each) => links.get(each)?.after === undefined);
    return { throughType, through: near.refs, records, isWhole };
  }
  return undefined;
}

async function searchNeighbours(
  run: Run,
  { objectType, id }: SuggestParameters,
  throughType: string,
  failed: (reply: Reply) => void,
): Promise<Neighbours | undefined> {
  const propertyName = `associations.${typeNames[objectType] ?? objectType}`;
  const labels = nameLabelsOf(throughType);
  const reply = await sendSpareSearch(run, throughType, {
    filterGroups: [{ filters: [{ propertyName, operator: 'EQ', value: id }] }],
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

/** A refusal is no failure: between some types, no association is defined. */
async function readNeighbours(
  run: Run,
  { objectType, id }: SuggestParameters,
  throughType: string,
  failed: (reply: Reply) => void,
): Promise<Neighbours | undefined> {
  const reply = await readAssociations(run, objectType, throughType, [id], true);
  if (reply.kind !== 'answered') {
    if (reply.kind !== 'refused') failed(reply);
    return undefined;
  }
  const links = linksByRecord(reply.body).get(id);
  const ids = [...(links?.labels.keys() ?? [])];
  const refs = ids.slice(0, mostNeighbours).map((each) => ({ id: each }));
  return { refs, isWhole: links?.after === undefined && refs.length === ids.length };
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
