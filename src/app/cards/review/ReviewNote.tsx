import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import type { Reviewed } from '../run/ledger';
import { labelNames } from '../run/operation';
import { PrimaryMove } from './PrimaryMove';

/** What the review says of one record: the labels that its association has, and from where Primary moves. */
export function ReviewNote({ row, draft }: { row: Reviewed; draft: Draft }) {
  const { t, list } = useTranslator();
  const { labels = [], movesFrom } = row;
  const names = labelNames(draft.type, labels);
  const key =
    draft.operation.name === 'remove' && !draft.operation.label ? 'reviewLosesLabels' : 'reviewLabels';
  return (
    <>
      {names.length > 0 && <Text variant="microcopy">{t(key, { labels: list(names) })}</Text>}
      {movesFrom && (
        <PrimaryMove
          message="reviewMovesFrom"
          of={row}
          objectType={draft.type.id}
          pair={movesFrom}
          label={draft.operation.label?.name ?? ''}
        />
      )}
    </>
  );
}
