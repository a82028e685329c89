import type { LinkableObjectType } from '@bulk-associate/contract';
import { Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { SearchBox } from '../choose/SearchBox';
import { namePropertiesOf, searchHints } from '../choose/search/columns';
import { detailPropertyOf, refOf } from '../choose/search/ref';
import { SearchPager } from '../choose/search/SearchPager';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { EmptyMessage } from '../parts/EmptyMessage';
import { Problem } from '../parts/Problem';
import { typeInSentence } from '../parts/type-names';
import { useSdk } from '../sdk/SdkProvider';
import { AnchorTable } from './AnchorTable';

/** Records on one page of a search. */
const pageLength = 10;

interface AnchorSearchProps {
  draft: Draft;
  type: LinkableObjectType;
}

/** Choosing anchors by searching for them. */
export function AnchorSearch({ draft, type }: AnchorSearchProps) {
  const { t } = useTranslator();
  return (
    <SearchBox
      name="anchor-search"
      label={t('searchLabel', { types: typeInSentence(t, type) })}
      placeholder={t(searchHints[type.id] ?? 'column_name')}
    >
      {(query) => <Results key={query} draft={draft} type={type} query={query} />}
    </SearchBox>
  );
}

function Results({ draft, type, query }: AnchorSearchProps & { query: string }) {
  const { useSearch } = useSdk();
  const { t } = useTranslator();
  const properties = [...namePropertiesOf(type), ...detailPropertyOf(type)];
  const found = useSearch({ objectType: type.id, properties, query, pageLength });
  const { status, records, retry } = found;
  // HubSpot's hook gives no reason for its failure.
  if (status === 'failed')
    return <Problem error={{ code: 'HUBSPOT_UNAVAILABLE', message: '' }} onRetry={retry} />;
  if (records.length > 0) {
    return (
      <Flex direction="column" gap="extra-small">
        <AnchorTable rows={records} recordOf={(record) => refOf(type, record)} draft={draft} />
        <SearchPager found={found} pageLength={pageLength} />
      </Flex>
    );
  }
  if (status === 'loading') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  const types = typeInSentence(t, type);
  const text = query === '' ? t('searchEmptyText', { types }) : t('searchNoneText', { types, query });
  return <EmptyMessage title={t('searchNone')} text={text} />;
}
