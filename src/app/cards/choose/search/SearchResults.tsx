import { Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import type { FilterProperty } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { searchOf, type Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { Problem } from '../../parts/Problem';
import { typeInSentence } from '../../parts/type-names';
import { useStatuses, type StatusOf } from '../../records/useKnownRecords';
import type { CallError } from '../../sdk/sdk';
import { useSdk } from '../../sdk/SdkProvider';
import { columnsOf, namePropertiesOf } from './columns';
import { detailPropertyOf } from './ref';
import { SearchFailed } from './SearchFailed';
import { SearchPager } from './SearchPager';
import { SelectAllButtons } from './SelectAllButtons';
import { SearchTable } from './SearchTable';

/** Records on one page of a search. */
const pageLength = 10;

interface SearchResultsProps {
  draft: Draft;
  query: string;
  properties: readonly FilterProperty[];
  onRefused: (error: CallError) => void;
}

/** The results of one search, page by page. */
export function SearchResults({ draft, query, properties, onRefused }: SearchResultsProps) {
  const session = useSession();
  const { useSearch } = useSdk();
  const { t } = useTranslator();
  const { type } = draft;
  const { filterGroups, sort } = searchOf(draft);
  const columns = columnsOf(t, type, draft.columns[type.id] ?? [], properties);
  const found = useSearch({
    objectType: type.id,
    properties: [...namePropertiesOf(type), ...detailPropertyOf(type), ...columns.map(({ name }) => name)],
    query,
    filterGroups,
    pageLength,
    ...(sort && { sort }),
  });
  const { status, records, retry } = found;
  const ids = records.map(({ id }) => id).filter((id) => !session.isSelf(id));
  const known = useStatuses(draft, ids);
  const statusOf: StatusOf = (id) => (session.isSelf(id) ? 'self' : known(id));
  const isFiltered = filterGroups.length > 0;
  const source = { query, ...(isFiltered && { filterGroups }) };
  if (status === 'failed') {
    return isFiltered || sort ? (
      <SearchFailed
        objectType={type.id}
        source={source}
        onRefused={onRefused}
        onRetry={retry}
        // What works without the order may fail because of it: the property may be gone.
        {...(sort && { onUnordered: () => session.search({ sort: undefined }) })}
      />
    ) : (
      // HubSpot's hook gives no reason for its failure.
      <Problem error={{ code: 'HUBSPOT_UNAVAILABLE', message: '' }} onRetry={retry} />
    );
  }
  if (records.length > 0) {
    return (
      <Flex direction="column" gap="extra-small">
        <SelectAllButtons draft={draft} source={source} found={found} statusOf={statusOf} />
        <SearchTable draft={draft} records={records} statusOf={statusOf} columns={columns} />
        <SearchPager found={found} pageLength={pageLength} />
      </Flex>
    );
  }
  if (status === 'loading') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const types = typeInSentence(t, type);
  const text = isFiltered
    ? t('searchNoneFiltered', { types })
    : query === ''
      ? t('searchEmptyText', { types })
      : t('searchNoneText', { types, query });
  return <EmptyMessage title={t('searchNone')} text={text} />;
}
