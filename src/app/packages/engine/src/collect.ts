import {
  searchCap,
  type Answer,
  type CollectAnswer,
  type CollectParameters,
  type RecordRef,
} from '@bulk-associate/contract';
import { sendRequest, refusalOf, type Reply } from './send-request';
import type { HubSpot } from './hubspot';
import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { readRecords } from './records';
import { Run } from './run';
import { nextPage, sendSearch } from './search';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** About how many records one answer holds, so that a call takes a few seconds. */
const recordsPerAnswer = 1000;
/** HubSpot's largest page of list members. */
const membersPage = 250;

/**
 * Pages through the records of a search or of a segment; the card calls again with the cursor until there is none.
 * Never rejects. If a later page fails, the answer holds the pages before it, with the cursor of the failed one.
 */
export async function collect(
  hubspot: HubSpot,
  parameters: CollectParameters,
): Promise<Answer<CollectAnswer>> {
  const run = new Run(hubspot);
  const { source } = parameters;
  return 'query' in source
    ? collectSearch(run, parameters, source.query)
    : collectSegment(run, parameters, source.segmentId);
}

async function collectSearch(
  run: Run,
  { objectType, cursor }: CollectParameters,
  query: string,
): Promise<Answer<CollectAnswer>> {
  if (cursor !== undefined && !/^\d{1,5}$/.test(cursor)) return invalidCursor;
  const labelProperties = await labelPropertiesOf(run, objectType);
  const records: RecordRef[] = [];
  let after: string | undefined = cursor ?? '0';
  let total: number | undefined;
  while (after !== undefined && records.length < recordsPerAnswer) {
    const reply: Reply = await sendSearch(run, objectType, {
      ...(query.trim() && { query: query.trim() }),
      properties: propertiesOfLabel(labelProperties),
      after,
    });
    if (reply.kind !== 'answered') {
      if (records.length > 0) break;
      return refusalOf(run, reply);
    }
    records.push(
      ...refs(jsonObjectsIn(reply.body['results']), (record) => recordRef(labelProperties, record)),
    );
    total = numberOf(reply.body['total']) ?? total;
    after = nextPage(reply.body);
  }
  return {
    ok: true,
    records,
    ...(after !== undefined && { cursor: after }),
    ...(total !== undefined && { total }),
    capped: total !== undefined && total > searchCap,
  };
}

async function collectSegment(
  run: Run,
  { objectType, cursor }: CollectParameters,
  segmentId: string,
): Promise<Answer<CollectAnswer>> {
  const segment = await sendRequest(run, {
    method: 'GET',
    path: run.hubspot.paths.list(segmentId),
    purpose: 'read',
  });
  if (segment.kind !== 'answered') return refusalOf(run, segment);
  const list = isJsonObject(segment.body['list']) ? segment.body['list'] : {};
  if (list['objectTypeId'] !== objectType) {
    return {
      ok: false,
      error: { code: 'INVALID_INPUT', message: 'This segment holds records of another type.' },
    };
  }
  const members = await readMembers(run, segmentId, cursor);
  if ('ok' in members) return members;
  const states = await readRecords(run, objectType, members.ids);
  // A member whose name cannot be read is part of the answer, with its id as label.
  const records = members.ids.map((id) => {
    const state = states.get(id);
    return typeof state === 'object' ? state.ref : { id, label: id };
  });
  const total = numberOf(list['size']);
  return {
    ok: true,
    records,
    ...(members.after !== undefined && { cursor: members.after }),
    ...(total !== undefined && { total }),
    capped: false,
  };
}

async function readMembers(run: Run, segmentId: string, cursor: string | undefined) {
  const ids: string[] = [];
  let after = cursor;
  do {
    const query = `?limit=${membersPage}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`;
    const path = `${run.hubspot.paths.listMemberships(segmentId)}${query}`;
    const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
    if (reply.kind !== 'answered') {
      if (ids.length > 0) return { ids, after };
      return refusalOf(run, reply);
    }
    ids.push(...refs(jsonObjectsIn(reply.body['results']), (member) => idOf(member['recordId'])));
    const { paging } = reply.body;
    after =
      isJsonObject(paging) && isJsonObject(paging['next']) ? textOf(paging['next']['after']) : undefined;
  } while (after !== undefined && ids.length < recordsPerAnswer);
  return { ids, after };
}

function refs<T>(list: JsonObject[], read: (item: JsonObject) => T | undefined): T[] {
  return list.map(read).filter((item) => item !== undefined);
}

const invalidCursor: Answer<CollectAnswer> = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'cursor must be one that an earlier answer gave.' },
};
