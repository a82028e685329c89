import { searchCap, type FilterGroup } from '@bulk-associate/contract';
import { sendRequest, type EngineRequest, type Reply } from './send-request';
import type { Run } from './run';
import { isJsonObject, type JsonObject, numberOf } from './json';

/** HubSpot's largest page of search results. */
export const searchPage = 200;

export interface Search {
  query?: string;
  /** A record matches if it passes every filter of one group: at most 5 groups, with 6 filters each and 18 in all. */
  filterGroups?: FilterGroup[];
  properties: string[];
  after?: string;
  /** The most results of the answer; a full page if absent. */
  limit?: number;
}

/** Sends one search within the rate limit. Results are sorted by id, so that pages neither repeat nor skip a record. */
export async function sendSearch(run: Run, objectType: string, search: Search): Promise<Reply> {
  if (!run.isOpen('read')) return { kind: 'not_sent' };
  await run.hubspot.searchLimiter.waitForTurn(run.environment);
  return sendRequest(run, searchRequest(run, objectType, search));
}

/** The same for a search that nobody asked for: it starts when no other search of this process waits. */
export async function sendSpareSearch(run: Run, objectType: string, search: Search): Promise<Reply> {
  const { environment, searchLimiter } = run.hubspot;
  const mayStart = await searchLimiter.waitForSpareTurn(environment, () => run.isOpen('read'));
  return mayStart ? sendRequest(run, searchRequest(run, objectType, search)) : { kind: 'not_sent' };
}

function searchRequest(run: Run, objectType: string, search: Search): EngineRequest {
  return {
    method: 'POST',
    path: run.hubspot.paths.searchObjects(objectType),
    body: {
      limit: searchPage,
      ...search,
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
    },
    purpose: 'read',
  };
}

/** The cursor of the next page of a search; undefined at the end, or at the most results that HubSpot returns. */
export function nextPage(body: JsonObject): string | undefined {
  const next =
    isJsonObject(body['paging']) && isJsonObject(body['paging']['next'])
      ? body['paging']['next']['after']
      : undefined;
  const after = numberOf(next);
  return after === undefined || after + searchPage > searchCap ? undefined : String(after);
}
