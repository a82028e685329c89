import type { FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import type { PageType } from '../object-types';
import type { HookAnswer } from './connection';
import { namesGiven, read, readRecord, readRecords, type PageRecord } from './crm';
import { readPartners } from './links';
import { typeOf } from './object-types';
import { searchBody } from './search-body';

/** Answers `useCrmSearch`. What HubSpot refuses is the hook's `error`, with HubSpot's message. */
export function answerSearch({ objectType, ...request }: FetchCrmSearchRequest): Promise<HookAnswer> {
  return answer(async () => {
    interface Found {
      total: number;
      results: PageRecord[];
      paging?: { next: { after: string } };
    }
    const found = await read<Found>(`/crm/v3/objects/${objectType}/search`, searchBody(request));
    return {
      total: found.total,
      hasMore: found.paging !== undefined,
      ...(found.paging && { after: found.paging.next.after }),
      results: found.results.map(({ id, properties }) => ({ objectId: Number(id), properties })),
    };
  });
}

interface AssociationsRequest {
  toObjectType: string;
  properties?: string[];
  pageLength?: number;
  offset?: number;
}

/** Answers `useAssociations`. */
export function answerAssociations(
  from: PageType,
  id: string,
  request: AssociationsRequest,
): Promise<HookAnswer> {
  const { toObjectType, properties = [], pageLength = 100, offset = 0 } = request;
  return answer(async () => {
    const end = offset + pageLength;
    const { partners, more } = await readPartners(from, id, toObjectType, end + 1);
    const page = partners.slice(offset, end);
    const ids = properties.length > 0 ? page.map(({ toObjectId }) => String(toObjectId)) : [];
    const records = await readRecords(typeOf(toObjectType), ids, properties);
    const byId = new Map(records.map((record) => [record.id, record.properties]));
    return {
      results: page.map((partner) => ({
        ...partner,
        properties: byId.get(String(partner.toObjectId)) ?? {},
      })),
      hasMore: end < partners.length || more,
      nextOffset: end,
    };
  });
}

/** Answers `useCrmProperties`. */
export function answerProperties(type: PageType, id: string, given: string[] | '*'): Promise<HookAnswer> {
  return answer(async () => {
    const names = namesGiven(given);
    const { properties } = await readRecord(type, id, names);
    return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
  });
}

async function answer(work: () => Promise<unknown>): Promise<HookAnswer> {
  try {
    return { data: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
