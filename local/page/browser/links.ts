import type { PageType } from '../object-types';
import { read, readRecords, type PageRecord } from './crm';

/** An associated record, as HubSpot's association endpoints send it. */
export interface Partner {
  toObjectId: number;
  associationTypes: { category: string; typeId: number; label: string | null }[];
}

interface Answer {
  results: { to: Partner[]; paging?: { next?: { after: string } } }[];
}

/** At most this many pages of 500 associations are read: the page counts to 5,000. */
const maxPages = 10;

/** A record's associations with one object type: all, or pages until there are `enough`. `more` if some were not read. */
export async function readPartners(
  from: PageType,
  id: string,
  to: string,
  enough = Infinity,
): Promise<{ partners: Partner[]; more: boolean }> {
  const partners: Partner[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const inputs = [{ id, ...(after !== undefined && { after }) }];
    const path = `/crm/v4/associations/${from.id}/${to}/batch/read`;
    const { results } = await read<Answer>(path, { inputs });
    partners.push(...(results[0]?.to ?? []));
    after = results[0]?.paging?.next?.after;
    if (after === undefined || partners.length >= enough) break;
  }
  return { partners, more: after !== undefined };
}

/** The content of an association list on the page. */
export interface LinkedRecords {
  count: number;
  more: boolean;
  first: PageRecord[];
}

/** How many records are associated, and the newest of them, because people look for what they have just associated. */
export async function readLinked(
  from: PageType,
  id: string,
  to: PageType,
  most: number,
): Promise<LinkedRecords> {
  const { partners, more } = await readPartners(from, id, to.id);
  const ids = partners.map(({ toObjectId }) => String(toObjectId));
  const newest = ids.reverse().slice(0, most);
  const first = await readRecords(to, newest, [...to.naming, 'email']);
  return { count: partners.length, more, first };
}
