import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import type { Pages } from '../../parts/usePages';
import type { AssociatedList, AssociatedReader } from './associated-reader';
import type { AssociatedRow } from './associated-row';

interface SelectButtonsProps {
  draft: Draft;
  list: AssociatedList<AssociatedRow>;
  reader: AssociatedReader<AssociatedRow>;
  pages: Pages<AssociatedRow>;
  /** The records read so far that fit the filter. */
  fitting: readonly AssociatedRow[];
  fits: (row: AssociatedRow) => boolean;
}

/** Buttons that select the records shown, or all that fit the filter, also those that are not read yet. */
export function SelectButtons({ draft, list, reader, pages: { shown }, fitting, fits }: SelectButtonsProps) {
  const session = useSession();
  const { t } = useTranslator();
  const { status, isTaking } = list;
  const isComplete = status === 'complete';
  const selection = selectionOf(draft);
  const areChosen = shown.every(({ record }) => selection.has(record.id));
  const select = (rows: readonly AssociatedRow[]) => session.add(rows.map(({ record }) => record));
  return (
    <Flex gap="small" align="center" wrap>
      <Button
        variant="transparent"
        size="xs"
        onClick={() => (areChosen ? session.remove(shown.map(({ record }) => record.id)) : select(shown))}
      >
        {t(areChosen ? 'associatedPageOff' : 'searchPage', { n: shown.length })}
      </Button>
      {(fitting.length > shown.length || !isComplete) && (
        <Button
          variant="transparent"
          size="xs"
          disabled={isTaking}
          onClick={() => reader.takeAll((rows) => select(rows.filter(fits)))}
        >
          {isComplete ? t('searchAll', { n: fitting.length }) : t('associatedAll')}
        </Button>
      )}
    </Flex>
  );
}
