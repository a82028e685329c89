import { EmptyState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import type { Desk } from '../../panel/state';
import { typeTitle } from '../../parts/words';
import type { SearchRequest } from '../../sdk/sdk';
import { useSdk } from '../../sdk/SdkProvider';
import { propertiesFor } from './columns';
import { SearchFailed } from './SearchFailed';
import { SearchFooter } from './SearchFooter';
import { SearchHeader } from './SearchHeader';
import { SearchTable } from './SearchTable';

/** Rows of one page of a search. */
const pageLength = 10;

export interface SearchResultsProps {
  desk: Desk;
  query: string;
  sort?: NonNullable<SearchRequest['sort']>;
  onSort: (sort: SearchRequest['sort']) => void;
}

/** What one search found, page by page. */
export function SearchResults({ desk, query, sort, onSort }: SearchResultsProps) {
  const { useSearch } = useSdk();
  const { t } = useVoice();
  const { type } = desk;
  const found = useSearch({
    objectType: type.id,
    properties: propertiesFor(type),
    query,
    pageLength,
    ...(sort && { sort }),
  });
  if (found.status === 'failed') return <SearchFailed onRetry={found.retry} />;
  if (found.status === 'loading' && found.records.length === 0) {
    return <LoadingSpinner label={t('searching')} showLabel layout="centered" />;
  }
  if (found.records.length === 0) return <NothingFound types={typeTitle(t, type)} query={query} />;
  return (
    <Flex direction="column" gap="extra-small">
      <SearchHeader desk={desk} query={query} found={found} />
      <SearchTable desk={desk} records={found.records} {...(sort && { sort })} onSort={onSort} />
      <SearchFooter found={found} pageLength={pageLength} />
    </Flex>
  );
}

function NothingFound({ types, query }: { types: string; query: string }) {
  const { t } = useVoice();
  return (
    <EmptyState title={t('searchNone')} layout="vertical" imageName="voteAndSearch" flush>
      <Text>{query === '' ? t('searchEmptyText', { types }) : t('searchNoneText', { types, query })}</Text>
    </EmptyState>
  );
}
