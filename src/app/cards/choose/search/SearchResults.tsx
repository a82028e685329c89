import { Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import type { Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { Problem } from '../../parts/Problem';
import { typeTitle } from '../../parts/type-names';
import { useStatuses, type StatusOf } from '../../records/useKnownRecords';
import type { SearchRequest } from '../../sdk/sdk';
import { useSdk } from '../../sdk/SdkProvider';
import { namePropertiesOf, shownPropertiesOf } from './columns';
import { SearchPager } from './SearchPager';
import { SelectAllButtons } from './SelectAllButtons';
import { SearchTable } from './SearchTable';

/** Records on one page of a search. */
const pageLength = 10;

interface SearchResultsProps {
  draft: Draft;
  query: string;
  sort: SearchRequest['sort'];
  onSort: (sort: SearchRequest['sort']) => void;
}

/** The results of one search, page by page. */
export function SearchResults({ draft, query, sort, onSort }: SearchResultsProps) {
  const session = useSession();
  const { useSearch } = useSdk();
  const { t } = useTranslator();
  const { type } = draft;
  const found = useSearch({
    objectType: type.id,
    properties: [...namePropertiesOf(type), ...shownPropertiesOf(type)],
    query,
    pageLength,
    ...(sort && { sort }),
  });
  const { status, records, retry } = found;
  const ids = records.map(({ id }) => id).filter((id) => !session.isSelf(id));
  const known = useStatuses(draft, ids);
  const statusOf: StatusOf = (id) => (session.isSelf(id) ? 'self' : known(id));
  // HubSpot's hook gives no reason for its failure.
  if (status === 'failed')
    return <Problem error={{ code: 'HUBSPOT_UNAVAILABLE', message: '' }} onRetry={retry} />;
  if (records.length > 0) {
    return (
      <Flex direction="column" gap="extra-small">
        <SelectAllButtons draft={draft} query={query} found={found} statusOf={statusOf} />
        <SearchTable draft={draft} records={records} statusOf={statusOf} sort={sort} onSort={onSort} />
        <SearchPager found={found} pageLength={pageLength} />
      </Flex>
    );
  }
  if (status === 'loading') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const types = typeTitle(t, type);
  const text = query === '' ? t('searchEmptyText', { types }) : t('searchNoneText', { types, query });
  return <EmptyMessage title={t('searchNone')} text={text} />;
}
