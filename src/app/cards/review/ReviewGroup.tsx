import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSteps } from '../panel/SessionProvider';
import type { Draft } from '../panel/state';
import { ChosenTable } from '../parts/ChosenTable';
import type { Reviewed } from '../run/ledger';
import type { ReviewGroupName } from './groups';
import { ReviewNote } from './ReviewNote';

interface ReviewGroupProps {
  group: ReviewGroupName;
  rows: readonly Reviewed[];
  draft: Draft;
}

/** The records of one group of the review, which can be removed from the selection. */
export function ReviewGroup({ group, rows, draft }: ReviewGroupProps) {
  const session = useSteps();
  const { t } = useTranslator();
  if (rows.length === 0) return <Text variant="microcopy">{t('reviewNoRows')}</Text>;
  return (
    <Flex direction="column" gap="small">
      {group !== 'new' && group !== 'removed' && <Text>{t(`review_${group}`)}</Text>}
      <ChosenTable
        rows={rows}
        draft={draft}
        onRemoveAll={() => session.leaveOut(rows)}
        note={(row) => <ReviewNote row={row} draft={draft} />}
      >
        {group === 'unknown' && (
          <Button size="xs" onClick={() => void session.review()}>
            {t('checkAgain')}
          </Button>
        )}
      </ChosenTable>
    </Flex>
  );
}
