import { domainOfEmail } from '@bulk-associate/contract';
import { useCrmSearch, type ExtensionPointApi } from '@hubspot/ui-extensions';
import { useAssociations } from '@hubspot/ui-extensions/crm';
import { workerClock } from '../run/clock';
import { callThrough } from './call';
import { exactId } from './exact-id';
import type { FoundRecord, LinkedCount, PlatformSdk, RecordKey, Sdk, SearchPage, SearchRequest } from './sdk';
import { transport } from './transport';

type RecordApi = ExtensionPointApi<'crm.record.tab'> | ExtensionPointApi<'crm.record.sidebar'>;
type BulkApi = ExtensionPointApi<'crm.bulkActions'>;

/** The `Sdk` of HubSpot itself. */
export function hubSpotSdk(api: RecordApi): Sdk {
  const { context, actions } = api;
  return {
    ...platformSdk(api),
    record: recordKey(context.crm),
    useLinkedCount,
    readProperties: async (names) => {
      try {
        return await actions.fetchCrmObjectProperties(names);
      } catch {
        return {};
      }
    },
    refreshRecord: () => actions.refreshObjectProperties(),
  };
}

/** What HubSpot offers on record pages and in bulk actions alike. */
export function platformSdk({ context, actions }: RecordApi | BulkApi): PlatformSdk {
  return {
    portalId: context.portal.id,
    timeZone: context.portal.timezone,
    own: ownDomains(context.user.email),
    user: `${context.user.firstName} ${context.user.lastName} (${context.user.email})`,
    language: context.user.language ?? context.user.locale,
    call: callThrough(transport, workerClock),
    clock: workerClock,
    useSearch,
    notify: (notice) => actions.addAlert(notice),
    copy: async (text) => {
      try {
        await actions.copyTextToClipboard(text);
        return true;
      } catch {
        return false;
      }
    },
    closePanel: (id) => actions.closeOverlay(id),
  };
}

function ownDomains(email: unknown) {
  const domain = domainOfEmail(String(email));
  return domain === undefined ? {} : { ownDomains: [domain] };
}

function recordKey(crm: { objectId: unknown; objectTypeId: string }): RecordKey | undefined {
  const id = exactId(crm.objectId);
  return id === undefined ? undefined : { objectType: crm.objectTypeId, id };
}

/** The property with the id as text: `objectId` is a number and may be rounded. */
const idProperty = 'hs_object_id';

function useSearch(request: SearchRequest): SearchPage {
  const { objectType, properties, query, filterGroups = [], sort, pageLength } = request;
  const found = useCrmSearch({
    objectType,
    properties: [...new Set([...properties, idProperty])],
    pageLength,
    ...(query !== '' && { query }),
    ...(filterGroups.length > 0 && { filterGroups }),
    ...(sort && {
      sorts: [{ propertyName: sort.property, direction: sort.descending ? 'DESCENDING' : 'ASCENDING' }],
    }),
  });
  const { pagination } = found;
  return {
    status: found.error ? 'failed' : found.isLoading ? 'loading' : 'ready',
    records: found.results.flatMap(foundRecord),
    total: found.total,
    page: pagination.currentPage,
    ...(pagination.hasNextPage && { next: pagination.nextPage }),
    ...(pagination.hasPreviousPage && { previous: pagination.previousPage }),
    retry: () => void found.refetch(),
  };
}

function foundRecord(result: { objectId: number; properties: Record<string, string | null> }): FoundRecord[] {
  const id = exactId(result.properties[idProperty] ?? result.objectId);
  return id === undefined ? [] : [{ id, properties: result.properties }];
}

/** The number of links that are counted. If there are more, the card shows "more than 100". */
const countedLinks = 100;

function useLinkedCount(toObjectType: string): LinkedCount {
  const linked = useAssociations({ toObjectType, pageLength: countedLinks });
  if (linked.error) return { status: 'failed' };
  if (linked.isLoading) return { status: 'loading' };
  return { status: 'ready', count: linked.results.length, more: linked.pagination.hasNextPage };
}
