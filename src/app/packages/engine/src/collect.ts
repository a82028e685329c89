import {
  searchCap,
  type Answer,
  type CollectAnswer,
  type CollectParameters,
  type RecordRef,
} from '@bulk-associate/contract';
import { filterRefusal } from './filter-refusal';
import { sendRequest, refusalOf } from './send-request';
import type { HubSpot } from './hubspot';
import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { readRecords } from './records';
import { Run } from './run';
import { sendSearch, type Search } from './search';
import { readSearchPages } from './search-pages';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** The most records of one answer. `hubspot.fetch` takes 1 MB: 330 bytes for each, of which a name needs 50 or so. */
const mostRecords = 3_000;
/** The most members of one answer: eight pages, so that the card's progress moves every second or two. */
const mostMembers = 2_000;
/** The same where the name of each is read: that takes one request for every hundred. */
const mostNamed = 1_000;
/** Milliseconds from the start of a call, after which no further page is read: each answer is progress on the card. */
const lastPageMs = 3_000;
/** HubSpot's largest page of list members. */
const membersPage = 250;
/** HubSpot's largest page of all records of a type. */
const objectsPage = 100;

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
  if ('segmentId' in source) return collectSegment(run, parameters, source.segmentId);
  const query = source.query.trim();
  const { filterGroups = [] } = source;
  const isSearch = query !== '' || filterGroups.length > 0;
  return isSearch
    ? collectSearch(run, parameters, {
        ...(query && { query }),
        ...(filterGroups.length > 0 && { filterGroups }),
      })
    : collectAllRecords(run, parameters);
}

async function collectSearch(
  run: Run,
  { objectType, cursor = '0' }: CollectParameters,
  conditions: Pick<Search, 'query' | 'filterGroups'>,
): Promise<Answer<CollectAnswer>> {
  // Once it is known, the total stands in the cursor: `after`, or `after.total`.
  const [, from, known] = /^(\d{1,5})(?:\.(\d{1,9}))?$/.exec(cursor) ?? [];
  if (from === undefined) return invalidCursor;
  const labels = await labelPropertiesOf(run, objectType);
  const search = { ...conditions, properties: propertiesOfLabel(labels) };
  const { results, after, total, failed } = await readSearchPages(run, objectType, search, {
    from,
    ...(known !== undefined && { total: Number(known) }),
    isWanted: (count) => count < mostRecords && run.elapsedMs < lastPageMs,
  });
  if (failed && results.length === 0) {
    const { filterGroups } = conditions;
    if (failed.kind === 'refused' && filterGroups)
      return { ok: false, error: filterRefusal(failed.error, filterGroups) };
    return refusalOf(run, failed);
  }
  // The next call may reach another process, which does not know of these searches.
  if (after !== undefined && !failed) await run.hubspot.searchLimiter.waitUntilFree(run.environment);
  return {
    ok: true,
    records: refs(results, (record) => recordRef(labels, record)),
    ...(after !== undefined && { cursor: total === undefined ? after : `${after}.${total}` }),
    ...(total !== undefined && { total }),
    capped: total !== undefined && total > searchCap,
  };
}

/** Without a query, HubSpot's list of all records takes the place of the search, with its cap and its rate limit. */
async function collectAllRecords(
  run: Run,
  { objectType, cursor }: CollectParameters,
): Promise<Answer<CollectAnswer>> {
  const labels = await labelPropertiesOf(run, objectType);
  const properties = propertiesOfLabel(labels).map(encodeURIComponent).join(',');
  const query = `limit=${objectsPage}${properties && `&properties=${properties}`}`;
  const [pages, total] = await Promise.all([
    readPages(run, `${run.hubspot.paths.listObjects(objectType)}?${query}`, cursor, mostRecords),
    // The list does not say how many there are.
    cursor === undefined ? countRecords(run, objectType) : undefined,
  ]);
  if ('ok' in pages) return pages;
  return {
    ok: true,
    records: refs(pages.results, (record) => recordRef(labels, record)),
    ...(pages.after !== undefined && { cursor: pages.after }),
    ...(total !== undefined && { total }),
    capped: false,
  };
}

async function countRecords(run: Run, objectType: string): Promise<number | undefined> {
  const reply = await sendSearch(run, objectType, { properties: [], limit: 1 });
  return reply.kind === 'answered' ? numberOf(reply.body['total']) : undefined;
}

async function collectSegment(
  run: Run,
  { objectType, cursor, names = true }: CollectParameters,
  segmentId: string,
): Promise<Answer<CollectAnswer>> {
  const segment = cursor === undefined ? await readSegment(run, objectType, segmentId) : {};
  if ('ok' in segment) return segment;
  const path = `${run.hubspot.paths.listMemberships(segmentId)}?limit=${membersPage}`;
  const pages = await readPages(run, path, cursor, names ? mostNamed : mostMembers);
  if ('ok' in pages) return pages;
  const ids = refs(pages.results, (member) => idOf(member['recordId']));
  const total = segment.size ?? pages.total;
  return {
    ok: true,
    records: names ? await named(run, objectType, ids) : ids.map((id) => ({ id, label: id })),
    ...(pages.after !== undefined && { cursor: pages.after }),
    ...(total !== undefined && { total }),
    capped: false,
  };
}

type Refusal = ReturnType<typeof refusalOf>;

/** Reads the size of a segment; a refusal if it holds records of another type. */
async function readSegment(
  run: Run,
  objectType: string,
  segmentId: string,
): Promise<{ size?: number } | Refusal> {
  const path = run.hubspot.paths.list(segmentId);
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read' });
  if (reply.kind !== 'answered') return refusalOf(run, reply);
  const list = isJsonObject(reply.body['list']) ? reply.body['list'] : {};
  if (list['objectTypeId'] !== objectType) return otherType;
  const size = numberOf(list['size']);
  return size === undefined ? {} : { size };
}

/** A member whose name cannot be read is part of the answer, with its id as label. */
async function named(run: Run, objectType: string, ids: string[]): Promise<RecordRef[]> {
  const states = await readRecords(run, objectType, ids);
  return ids.map((id) => {
    const state = states.get(id);
    return typeof state === 'object' ? state.ref : { id, label: id };
  });
}

/** Reads pages one after another, as each names the cursor of the next, until there are `most` items or the time is up. */
async function readPages(run: Run, path: string, cursor: string | undefined, most: number) {
  const results: JsonObject[] = [];
  let after = cursor;
  let total: number | undefined;
  do {
    const page = after === undefined ? path : `${path}&after=${encodeURIComponent(after)}`;
    const reply = await sendRequest(run, { method: 'GET', path: page, purpose: 'read' });
    if (reply.kind !== 'answered') {
      if (results.length > 0) break;
      return refusalOf(run, reply);
    }
    results.push(...jsonObjectsIn(reply.body['results']));
    total = numberOf(reply.body['total']) ?? total;
    const { paging } = reply.body;
    after = isJsonObject(paging) && isJsonObject(paging['next']) ? textOf(paging['next']['after']) : undefined; // prettier-ignore
  } while (after !== undefined && results.length < most && run.elapsedMs < lastPageMs);
  return { results, after, total };
}

function refs<T>(list: JsonObject[], read: (item: JsonObject) => T | undefined): T[] {
  return list.map(read).filter((item) => item !== undefined);
}

const otherType: Refusal = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'This segment holds records of another type.' },
};

const invalidCursor: Refusal = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'cursor must be one that an earlier answer gave.' },
};
