import type { Answer, LinkedRecord, ListAnswer, ListParameters } from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import type { JsonObject } from './json';
import { failuresIn, linksByRecord } from './link-rows';
import { readAssociations } from './read-associations';
import { readRecords } from './records';
import { rejection } from './refusals';
import { Run } from './run';
import { refusalOf } from './send-request';

/**
 * Pages through the records that one record is linked to, with their names and the labels of each link. One page of
 * HubSpot's batch/read a call, which holds up to 500 links. Never rejects. A record whose name cannot be read is part
 * of the answer, with its id as label.
 */
export async function listAssociations(
  hubspot: HubSpot,
  { objectType, id, toObjectType, cursor }: ListParameters,
): Promise<Answer<ListAnswer>> {
  const run = new Run(hubspot);
  const reply = await readAssociations(run, objectType, toObjectType, [{ id, after: cursor }]);
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const links = linksByRecord(reply.body).get(id);
  if (!links) return emptyOrRefused(reply.body);
  const ids = [...links.labels.keys()];
  const states = await readRecords(run, toObjectType, ids);
  const records = ids.map((partner): LinkedRecord => {
    const state = states.get(partner);
    const ref = typeof state === 'object' ? state.ref : { id: partner, label: partner };
    return { ...ref, id: partner, labels: [...(links.labels.get(partner) ?? [])] };
  });
  const { after } = links;
  return {
    ok: true,
    records,
    ...(after !== undefined && { cursor: after }),
    ...(after === undefined && cursor === undefined && { total: records.length }),
  };
}

/** The answer where a read shows no links of the record. */
function emptyOrRefused(body: JsonObject): Answer<ListAnswer> {
  const [failure] = failuresIn(body);
  return failure ? { ok: false, error: rejection(failure) } : { ok: true, records: [], total: 0 };
}
