import { searchCap, type FilterGroup } from '@bulk-associate/contract';
import { sendRequest, type Reply } from './send-request';
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
  const { environment, paths, searchLimiter: searchPace } = run.hubspot;
  if (!run.isOpen('read')) return { kind: 'not_sent' };
  await searchPace.waitForTurn(environment);
  return sendRequest(run, {
    method: 'POST',
    path: paths.searchObjects(objectType),
    body: {
      limit: searchPage,
      ...search,
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
    },
    purpose: 'read',
  });
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
