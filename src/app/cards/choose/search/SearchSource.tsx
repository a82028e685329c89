import { useState } from 'react';
import { objectTypeIds } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { SearchBox } from '../SearchBox';
import { typeTitle } from '../../parts/type-names';
import type { SearchRequest } from '../../sdk/sdk';
import { SearchResults } from './SearchResults';

/** Types for which HubSpot's search covers more than the name. */
const hints: Readonly<Record<string, 'searchHintContacts' | 'searchHintCompanies'>> = {
  [objectTypeIds.contact]: 'searchHintContacts',
  [objectTypeIds.company]: 'searchHintCompanies',
};

/** Choosing records by searching for them. */
export function SearchSource({ draft }: { draft: Draft }) {
  const { t } = useTranslator();
  const [sort, setSort] = useState<SearchRequest['sort']>();
  const { type } = draft;
  return (
    <SearchBox
      name="search"
      label={t('searchLabel', { types: typeTitle(t, type) })}
      placeholder={t(hints[type.id] ?? 'column_name')}
    >
      {(query) => (
        // The key starts each search at its first page: HubSpot's cursor is valid for one search only.
        <SearchResults
          key={JSON.stringify([query, sort])}
          draft={draft}
          query={query}
          sort={sort}
          onSort={setSort}
        />
      )}
    </SearchBox>
  );
}
