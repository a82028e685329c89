import { failures } from './errors';
import type { CrmList, CrmState } from './state';

/** The parameters of a list search. */
export interface ListSearch {
  /** A part of the name, ignoring case. Empty: every list. */
  query: string;
  objectTypeId?: string;
  /** The number of lists to skip; 0 if absent. */
  offset?: number;
  /** The most lists in the answer: 20 if absent, 500 at most. */
  count?: number;
  /** Empty: lists of every processing type. */
  processingTypes: string[];
  /** Empty: lists of any id. */
  listIds: string[];
}

/** A list as `GET /lists/{id}` sends it. Its size is a number here, but text in a search. */
export function wireList(list: CrmList) {
  return { ...fieldsOf(list), size: list.members.length };
}

/** The fields that a single list and a list in a search share, as recorded from HubSpot. */
function fieldsOf({ members: _, ...list }: CrmList) {
  return { ...list, updatedById: list.createdById, processingStatus: 'COMPLETE' };
}

/**
 * A list's `additionalProperties`, all of them text (recorded). HubSpot's SDKs say that every search returns size,
 * reference count, folder, and the times of the last record added and removed, without those that are empty; a request
 * can name more, of which the embedded CRM has none.
 */
function additionalPropertiesOf({ members, updatedAt }: CrmList): Record<string, string> {
  return {
    hs_list_size: String(members.length),
    hs_list_reference_count: '0',
    ...(members.length > 0 && { hs_last_record_added_at: String(Date.parse(updatedAt)) }),
  };
}

/** A page of lists by name. HubSpot's messages for a wrong `count` or `offset` are not known. */
export function searchLists(
  state: CrmState,
  { query, objectTypeId, offset = 0, count = 20, processingTypes, listIds }: ListSearch,
) {
  if (!isCount(count) || count > 500) throw failures.invalid('count must be a whole number up to 500.');
  if (!isCount(offset)) throw failures.invalid('offset must be a whole number.');
  const matches = [...state.lists.values()].filter(
    (list) =>
      list.name.toLowerCase().includes(query.toLowerCase()) &&
      (objectTypeId === undefined || list.objectTypeId === objectTypeId) &&
      (processingTypes.length === 0 || processingTypes.includes(list.processingType)) &&
      (listIds.length === 0 || listIds.includes(list.listId)),
  );
  const page = matches.slice(offset, offset + count);
  return {
    lists: page.map((list) => ({ ...fieldsOf(list), additionalProperties: additionalPropertiesOf(list) })),
    hasMore: offset + count < matches.length,
    offset: offset + page.length,
    total: matches.length,
  };
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

/** A page of a list's members: 100 if there is no `limit`, 250 at most. `after` is the cursor of the page before. */
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
