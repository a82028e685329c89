import type { Answer, LinkedRecord, ListAnswer, ListParameters } from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { errorOf } from './hubspot-error';
import { jsonObjectsIn } from './json';
import { linksByRecord } from './link-rows';
import { readRecords } from './records';
import { rejection } from './refusals';
import { Run } from './run';
import { refusalOf, sendRequest } from './send-request';

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
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.readAssociations(objectType, toObjectType),
    body: { inputs: [{ id, ...(cursor !== undefined && { after: cursor }) }] },
    purpose: 'read',
  });
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

/** HubSpot names a record without links in an error of its own (recorded): that is an empty list. */
function emptyOrRefused(body: Parameters<typeof linksByRecord>[0]): Answer<ListAnswer> {
  const failure = jsonObjectsIn(body['errors'])
    .map(errorOf)
    .find(({ subCategory = '' }) => !subCategory.includes('NO_ASSOCIATIONS_FOUND'));
  return failure ? { ok: false, error: rejection(failure) } : { ok: true, records: [], total: 0 };
}
