import type { PageType } from '../object-types';
import { read, readRecords, type PageRecord } from './crm';

/** A record at the other end of a link, as HubSpot’s association endpoints send it. */
export interface Partner {
  toObjectId: number;
  associationTypes: { category: string; typeId: number; label: string | null }[];
}

interface Answer {
  results: { to: Partner[]; paging?: { next?: { after: string } } }[];
}

/** So many pages of 500 links are read at most: the page counts to 5,000. */
const mostPages = 10;

/** The links of a record with one type: all, or the first ones until there are enough. */
export async function readPartners(
  from: PageType,
  id: string,
  to: string,
  enough = Infinity,
): Promise<{ partners: Partner[]; more: boolean }> {
  const partners: Partner[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const inputs = [{ id, ...(after !== undefined && { after }) }];
    const path = `/crm/v4/associations/${from.id}/${to}/batch/read`;
    const { results } = await read<Answer>(path, { inputs });
    partners.push(...(results[0]?.to ?? []));
    after = results[0]?.paging?.next?.after;
    if (after === undefined || partners.length >= enough) break;
  }
  return { partners, more: after !== undefined };
}

/** What an association list on the page shows. */
export interface LinkedRecords {
  count: number;
  more: boolean;
  first: PageRecord[];
}

/** How many records are linked, and the newest of them: people look for what they have just linked. */
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
