import type { Answer, Segment, SegmentsAnswer, SegmentsParameters } from '@bulk-associate/contract';
import { sendRequest, refusalOf, type Reply } from './send-request';
import type { HubSpot } from './hubspot';
import { Run } from './run';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** The most segments of one answer. */
const segmentsPerPage = 50;

/**
 * Finds segments (HubSpot's lists) of an object type by a part of their name, with their size; or one by its id or its
 * link. Digits alone are both: the segment with that id comes first. Never rejects.
 */
export async function findSegments(
  hubspot: HubSpot,
  { objectType, query, cursor = '0' }: SegmentsParameters,
): Promise<Answer<SegmentsAnswer>> {
  if (!/^\d{1,9}$/.test(cursor)) return invalidCursor;
  const run = new Run(hubspot);
  const linkedId = idInLink(query);
  if (linkedId !== undefined) return findLinked(run, objectType, linkedId);
  const text = query.trim();
  const isId = /^[1-9]\d{0,18}$/.test(text);
  const byId = isId && cursor === '0' ? segmentOf(await readList(run, text), objectType) : undefined;
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.searchLists(),
    body: {
      query: text,
      objectTypeId: objectType,
      count: segmentsPerPage,
      offset: Number(cursor),
      additionalProperties: [sizeProperty],
    },
    purpose: 'read',
  });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const lists = jsonObjectsIn(reply.body['lists']);
  // The segment with this id stands on the first page already, whatever its name.
  const named = lists.filter((list) => !(isId && idOf(list['listId']) === text));
  const segments = named.flatMap((list) => segmentIn(list, objectType) ?? []);
  const total = numberOf(reply.body['total']);
  const offset = Number(cursor) + lists.length;
  const hasMore = reply.body['hasMore'] === true && lists.length > 0;
  const alsoById = byId && !byId.name.includes(text) ? 1 : 0;
  return {
    ok: true,
    segments: byId ? [byId, ...segments] : segments,
    ...(hasMore && { cursor: String(offset) }),
    ...(total !== undefined && { total: total + alsoById }),
  };
}

const invalidCursor: Answer<SegmentsAnswer> = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'cursor must be one that an earlier answer gave.' },
};

/** The segment's id in `…hubspot.com/contacts/{portal}/objectLists/{id}/filters` or `…/contacts/{portal}/lists/{id}`. */
function idInLink(query: string): string | undefined {
  return /hubspot\.com\/[a-z-]{1,40}\/\d{1,19}\/(?:objectLists|lists)\/([1-9]\d{0,18})(?!\d)/i.exec(
    query,
  )?.[1];
}

async function findLinked(run: Run, objectType: string, id: string): Promise<Answer<SegmentsAnswer>> {
  const reply = await readList(run, id);
  if (reply.kind !== 'answered' && reply.kind !== 'refused') return refusalOf(run, reply);
  const segment = segmentOf(reply, objectType);
  return { ok: true, segments: segment ? [segment] : [], total: segment ? 1 : 0 };
}

function readList(run: Run, id: string): Promise<Reply> {
  return sendRequest(run, { method: 'GET', path: run.hubspot.paths.list(id), purpose: 'read' });
}

function segmentOf(reply: Reply, objectType: string): Segment | undefined {
  const list = reply.kind === 'answered' ? reply.body['list'] : undefined;
  return isJsonObject(list) ? segmentIn(list, objectType) : undefined;
}

/** HubSpot sends the size as a string, among the additional properties that a request names. */
const sizeProperty = 'hs_list_size';

function segmentIn(list: JsonObject, objectType: string): Segment | undefined {
  const id = idOf(list['listId']);
  const name = textOf(list['name']);
  if (list['objectTypeId'] !== objectType || id === undefined || name === undefined) return undefined;
  const additional = isJsonObject(list['additionalProperties']) ? list['additionalProperties'] : {};
  const size = numberOf(additional[sizeProperty]) ?? numberOf(list['size']);
  return { id, name, ...(size !== undefined && { size }) };
}
