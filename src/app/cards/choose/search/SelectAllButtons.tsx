import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { searchCap } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import type { SearchPage } from '../../sdk/sdk';
import { isBeyondCap } from '../collecting';
import { refOf } from './ref';

/** Buttons that select all records shown, or all matches. */
export function SelectAllButtons({
  draft,
  query,
  found,
}: {
  draft: Draft;
  query: string;
  found: SearchPage;
}) {
  const session = useSession();
  const { t } = useTranslator();
  const { total } = found;
  const refs = found.records
    .map((record) => refOf(draft.type, record))
    .filter(({ id }) => !session.isSelf(id));
  const areChosen = refs.every(({ id }) => selectionOf(draft).has(id));
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="small" align="center" wrap>
        <Button
          variant="transparent"
          size="xs"
          onClick={() => (areChosen ? session.remove(refs.map(({ id }) => id)) : session.add(refs))}
        >
          {t(areChosen ? 'searchPageOff' : 'searchPage', { n: refs.length })}
        </Button>
        {total > found.records.length && (
          <Button
            variant="transparent"
            size="xs"
            disabled={draft.collecting.name === 'collecting'}
            onClick={() => void session.collect({ query })}
          >
            {isBeyondCap(total)
              ? t('searchAllCapped', { cap: searchCap, n: total })
              : t('searchAll', { n: total })}
          </Button>
        )}
      </Flex>
      {isBeyondCap(total) && <Text variant="microcopy">{t('searchCapped', { cap: searchCap })}</Text>}
    </Flex>
  );
}
