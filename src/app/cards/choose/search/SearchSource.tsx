import { useState } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { searchOf, type Draft } from '../../panel/state';
import { SearchBox } from '../SearchBox';
import { typeInSentence } from '../../parts/type-names';
import type { CallError } from '../../sdk/sdk';
import { searchHints } from './columns';
import { misfitOf } from './filters/conditions';
import { FilterBar } from './filters/FilterBar';
import { FilterForm } from './filters/FilterForm';
import { SearchResults } from './SearchResults';
import { closed, type FilterPlace } from './settings';
import { useProperties } from './useProperties';
import { ViewChoice } from './ViewChoice';

/** Choosing records by searching for them, with filters. */
export function SearchSource({ draft }: { draft: Draft }) {
  const session = useSession();
  const { t } = useTranslator();
  const [refused, setRefused] = useState<{ search: string; error: CallError }>();
  const { type } = draft;
  const { query: saved, filterGroups, sort, open: isOpen } = searchOf(draft);
  const isPlain = filterGroups.length === 0;
  const properties = useProperties(
    draft,
    !isPlain || isOpen !== undefined || draft.columns[type.id] !== undefined,
  );
  const known = properties.properties;
  const isFit =
    !known || filterGroups.every(({ filters }) => filters.every((filter) => !misfitOf(filter, known)));
  const setOpen = (open: FilterPlace | 'view') => session.search({ ...closed, open });
  const close = () => session.search(closed);
  return (
    <SearchBox
      name="search"
      label={t('searchLabel', { types: typeInSentence(t, type) })}
      placeholder={t(searchHints[type.id] ?? 'column_name')}
      initial={saved}
      onQuery={(query) => session.search({ query })}
    >
      {(query) => {
        // The key starts each search at its first page: HubSpot's cursor is valid for one search only.
        const search = JSON.stringify([query, sort, filterGroups]);
        return (
          <>
            <FilterBar
              draft={draft}
              properties={properties}
              refusal={refused?.search === search ? refused.error : undefined}
              onEdit={setOpen}
            />
            {isOpen === undefined && (
              <Flex gap="small" wrap>
                {isPlain && (
                  <Button variant="transparent" size="xs" onClick={() => setOpen({ group: 0, filter: 0 })}>
                    {t('filterAdd')}
                  </Button>
                )}
                <Button variant="transparent" size="xs" onClick={() => setOpen('view')}>
                  {t('columnsOpen')}
                </Button>
              </Flex>
            )}
            {isOpen === 'view' ? (
              <ViewChoice draft={draft} properties={properties} onClose={close} />
            ) : (
              isOpen && (
                <FilterForm
                  key={JSON.stringify(isOpen)}
                  draft={draft}
                  properties={properties}
                  place={isOpen}
                  onClose={close}
                />
              )
            )}
            {isFit && (
              <SearchResults
                key={search}
                draft={draft}
                query={query}
                properties={known ?? []}
                onRefused={(error) => {
                  setRefused({ search, error });
                  // HubSpot may refuse what was there when the properties were read.
                  properties.retry();
                }}
              />
            )}
          </>
        );
      }}
    </SearchBox>
  );
}
