import type { Answer, Segment, SegmentsAnswer, SegmentsParameters } from '@bulk-associate/contract';
import { sendRequest, refusalOf } from './send-request';
import type { HubSpot } from './hubspot';
import { Run } from './run';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** The most segments of one answer; there is no paging, a person narrows the name instead. */
const maxSegments = 50;

/** Finds segments (HubSpot's lists) of an object type by a part of their name, with their size. Never rejects. */
export async function findSegments(
  hubspot: HubSpot,
  parameters: SegmentsParameters,
): Promise<Answer<SegmentsAnswer>> {
  const run = new Run(hubspot);
  const { objectType, query } = parameters;
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.searchLists(),
    body: {
      query: query.trim(),
      objectTypeId: objectType,
      count: maxSegments,
      offset: 0,
      additionalProperties: [sizeProperty],
    },
    purpose: 'read',
  });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const lists = jsonObjectsIn(reply.body['lists']).filter((list) => list['objectTypeId'] === objectType);
  return { ok: true, segments: lists.map(segmentIn).filter((segment) => segment !== undefined) };
}

/** HubSpot sends the size as a string, among the additional properties that a request names. */
const sizeProperty = 'hs_list_size';

function segmentIn(list: JsonObject): Segment | undefined {
  const id = idOf(list['listId']);
  const name = textOf(list['name']);
  if (id === undefined || name === undefined) return undefined;
  const additional = isJsonObject(list['additionalProperties']) ? list['additionalProperties'] : {};
  const size = numberOf(additional[sizeProperty]) ?? numberOf(list['size']);
  return { id, name, ...(size !== undefined && { size }) };
}
