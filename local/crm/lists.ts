import { failures } from './errors';
import type { CrmList, CrmState } from './state';

export interface ListSearch {
  query?: string;
  objectTypeId?: string;
  offset?: number;
  count?: number;
  processingTypes?: string[];
  additionalProperties?: string[];
}

export function wireList({ listId, name, objectTypeId, processingType, members }: CrmList) {
  return { listId, name, objectTypeId, processingType, size: members.length };
}

export function searchLists(state: CrmState, search: ListSearch) {
  const {
    query = '',
    objectTypeId,
    offset = 0,
    count = 20,
    processingTypes = [],
    additionalProperties = [],
  } = search;
  if (count > 500) throw failures.invalid('count must be at most 500.');
  const matches = [...state.lists.values()].filter(
    (list) =>
      list.name.toLowerCase().includes(query.toLowerCase()) &&
      (objectTypeId === undefined || list.objectTypeId === objectTypeId) &&
      (processingTypes.length === 0 || processingTypes.includes(list.processingType)),
  );
  const page = matches.slice(offset, offset + count);
  return {
    lists: page.map(({ listId, name, objectTypeId: type, processingType, members }) => ({
      listId,
      name,
      objectTypeId: type,
      processingType,
      // Sizes come as strings, and only to who asks for them.
      additionalProperties: additionalProperties.includes('hs_list_size')
        ? { hs_list_size: String(members.length) }
        : {},
    })),
    hasMore: offset + count < matches.length,
    offset: offset + page.length,
    total: matches.length,
  };
}

export function listMembers(
  { members }: CrmList,
  limitText = '100',
  afterText = '',
  membershipTimestamp: string,
) {
  const limit = Number(limitText);
  if (!Number.isInteger(limit) || limit < 1 || limit > 250)
    throw failures.invalid('limit must be between 1 and 250.');
  const start = afterText === '' ? 0 : Number(Buffer.from(afterText, 'base64url').toString());
  if (!Number.isInteger(start)) throw failures.invalid('after is not a cursor of this endpoint.');
  const next = start + limit;
  return {
    results: members.slice(start, next).map((recordId) => ({ recordId, membershipTimestamp })),
    total: members.length,
    ...(next < members.length && {
      paging: { next: { after: Buffer.from(String(next)).toString('base64url') } },
    }),
  };
}
