import type { RecordList } from '../address';
import type { PageType } from '../object-types';
import { read, type PageRecord } from './crm';

/** HubSpot's search gives at most this many results, so the table has no rows beyond. */
export const mostFound = 10_000;
/** The largest pages of HubSpot's search and of its list of all records. */
const foundAtOnce = 200;
const listedAtOnce = 100;

interface Found {
  total: number;
  results: PageRecord[];
  paging?: { next: { after: string } };
}

/** A page of an index page: its rows, and how many records there are on all pages. */
export interface ListPage {
  total: number;
  records: PageRecord[];
}

/** How many pages a list has. */
export function pageCount(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(Math.min(total, mostFound) / pageSize));
}

/** Reads the rows of a page. A page after the last is read as the last one that HubSpot's search can give. */
export async function readListPage(
  type: PageType,
  { query, sort, page, pageSize }: RecordList,
  readFrom: typeof read = read,
): Promise<ListPage> {
  const start = Math.min((page - 1) * pageSize, mostFound - pageSize);
  const { total, results } = await readFrom<Found>(`/crm/v3/objects/${type.id}/search`, {
    ...(query && { query }),
    ...(sort && { sorts: [{ propertyName: sort.property, direction: sort.direction.toUpperCase() }] }),
    properties: [...type.naming, ...type.shown, 'email'],
    limit: pageSize,
    after: String(start),
  });
  return { total, records: results };
}

/** The ids of all records that contain the words, of all records if there are no words. Reports how many it has. */
export async function readAllIds(
  type: PageType,
  query: string,
  onProgress: (count: number) => void,
  readFrom: typeof read = read,
): Promise<string[]> {
  const ids = new Set<string>();
  const add = (records: PageRecord[]) => {
    for (const { id } of records) ids.add(id);
    onProgress(ids.size);
  };
  await (query === '' ? listAll(type, add, readFrom) : findAll(type, query, add, readFrom));
  return [...ids];
}

type Add = (records: PageRecord[]) => void;

/** The list of all records has no limit, unlike a search. */
async function listAll(type: PageType, add: Add, readFrom: typeof read): Promise<void> {
  let after: string | undefined;
  do {
    const from = after === undefined ? '' : `&after=${after}`;
    const path = `/crm/v3/objects/${type.id}?limit=${listedAtOnce}&properties=hs_object_id${from}`;
    const { results, paging } = await readFrom<Omit<Found, 'total'>>(path);
    add(results);
    after = paging?.next.after;
  } while (after !== undefined);
}

/** A search ends after 10,000 results: the next one begins with the last id of the one before. */
async function findAll(type: PageType, query: string, add: Add, readFrom: typeof read): Promise<void> {
  const byId = 'hs_object_id';
  let first: string | undefined;
  do {
    const filter = first !== undefined && { propertyName: byId, operator: 'GTE', value: first };
    const body = {
      query,
      ...(filter && { filterGroups: [{ filters: [filter] }] }),
      sorts: [{ propertyName: byId, direction: 'ASCENDING' }],
      properties: [byId],
      limit: foundAtOnce,
    };
    first = await findPages(`/crm/v3/objects/${type.id}/search`, body, add, readFrom);
  } while (first !== undefined);
}

/** Reads the pages of one search; returns the last id where there are more results than the search gives. */
async function findPages(
  path: string,
  body: object,
  add: Add,
  readFrom: typeof read,
): Promise<string | undefined> {
  for (let after = 0; ;) {
    const { results, paging } = await readFrom<Found>(path, { ...body, after: String(after) });
    add(results);
    if (paging === undefined) return undefined;
    after = Number(paging.next.after);
    if (after + foundAtOnce > mostFound) return results.at(-1)?.id;
  }
}
