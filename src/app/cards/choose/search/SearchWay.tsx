import { useState } from 'react';
import { Flex, SearchInput, useDebounce } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import type { Desk } from '../../panel/state';
import { hintNumber, typeTitle } from '../../parts/words';
import type { SearchRequest } from '../../sdk/sdk';
import { SearchResults } from './SearchResults';

/** Choosing records by searching for them. */
export function SearchWay({ desk }: { desk: Desk }) {
  const { t } = useVoice();
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<SearchRequest['sort']>();
  const query = useDebounce(typed).trim();
  const { type } = desk;
  return (
    <Flex direction="column" gap="small">
      <SearchInput
        name="search"
        label={t('searchLabel', { types: typeTitle(t, type) })}
        placeholder={t(`searchHint${hintNumber(type.id)}`)}
        value={typed}
        onInput={setTyped}
        onChange={setTyped}
      />
      {/* HubSpot's cursor belongs to one search: another search begins anew, at its first page. */}
      <SearchResults
        key={JSON.stringify([type.id, query, sort])}
        desk={desk}
        query={query}
        {...(sort && { sort })}
        onSort={setSort}
      />
    </Flex>
  );
}
