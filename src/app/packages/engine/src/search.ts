import { searchCap } from '@bulk-associate/contract';
import { exchange, type Reply } from './exchange';
import type { Run } from './run';
import { isWire, numberOf, type Wire } from './wire';

/** HubSpot allows an account five searches a second, and tells nothing of it in its headers. */
const spacingMs = 210;

/** The most results a page may have. */
export const searchPage = 200;

export interface Search {
  query?: string;
  filterGroups?: {
    filters: { propertyName: string; operator: 'IN' | 'EQ'; value?: string; values?: string[] }[];
  }[];
  properties: string[];
  after?: string;
}

/** Searches one after the other, at most five a second. One for each run. */
export class Searches {
  private nextAt = 0;

  constructor(private readonly run: Run) {}

  async send(objectType: string, search: Search): Promise<Reply> {
    const waitMs = this.nextAt - this.run.elapsedMs;
    if (waitMs > 0) await this.run.environment.sleep(waitMs);
    this.nextAt = this.run.elapsedMs + spacingMs;
    return exchange(this.run, {
      method: 'POST',
      path: this.run.hubspot.paths.searchObjects(objectType),
      // A stable order, so that pages neither repeat nor skip records.
      body: {
        ...search,
        limit: searchPage,
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      },
      purpose: 'read',
    });
  }
}

/** Where the next page of a search begins; undefined at the end, or where the results end that HubSpot shows. */
export function nextPage(body: Wire): string | undefined {
  const next =
    isWire(body['paging']) && isWire(body['paging']['next']) ? body['paging']['next']['after'] : undefined;
  const after = numberOf(next);
  return after === undefined || after + searchPage > searchCap ? undefined : String(after);
}
