import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { SearchSource } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import type { SearchPage } from '../../sdk/sdk';
import { capOf } from '../collecting';
import { refOf } from './ref';
import type { StatusOf } from '../../records/useKnownRecords';
import { isSelectable } from '../../run/operation';

interface SelectAllButtonsProps {
  draft: Draft;
  source: SearchSource;
  found: SearchPage;
  statusOf: StatusOf;
}

/** Buttons that select all records shown that can be selected, or all matches. */
export function SelectAllButtons({ draft, source, found, statusOf }: SelectAllButtonsProps) {
  const session = useSession();
  const { t } = useTranslator();
  const { total } = found;
  const cap = capOf(source);
  const pageOff = draft.operation.name === 'remove' ? 'associatedPageOff' : 'searchPageOff';
  const refs = found.records
    .map((record) => refOf(draft.type, record))
    .filter(({ id }) => isSelectable(draft.operation, statusOf(id)));
  const areChosen = refs.every(({ id }) => selectionOf(draft).has(id));
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="small" align="center" wrap>
        {refs.length > 0 && (
          <Button
            variant="transparent"
            size="xs"
            onClick={() => (areChosen ? session.remove(refs.map(({ id }) => id)) : session.add(refs))}
          >
            {t(areChosen ? pageOff : 'searchPage', { n: refs.length })}
          </Button>
        )}
        {total > found.records.length && (
          <Button
            variant="transparent"
            size="xs"
            disabled={draft.collecting.name === 'collecting'}
            onClick={() => void session.collect(source, { total })}
          >
            {total > cap ? t('searchAllCapped', { cap, n: total }) : t('searchAll', { n: total })}
          </Button>
        )}
      </Flex>
      {total > cap && <Text variant="microcopy">{t('searchCapped', { cap })}</Text>}
    </Flex>
  );
}
