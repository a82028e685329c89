import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { useSession } from '../panel/SessionProvider';
import { PagedTable } from '../parts/PagedTable';
import { RecordLink } from '../parts/RecordLink';
import { useSubject } from '../parts/Subject';
import type { Desk } from '../panel/state';
import type { Reviewed } from '../run/ledger';
import { reviewGroups, type ReviewGroupName } from './groups';

interface ReviewGroupProps {
  group: ReviewGroupName;
  rows: readonly Reviewed[];
  desk: Desk;
}

/** The rows of one count, which can be taken out. */
export function ReviewGroup({ group, rows, desk }: ReviewGroupProps) {
  const session = useSession();
  const { t } = useVoice();
  const subject = useSubject();
  const text = reviewGroups.find(({ name }) => name === group)?.text;
  const n = rows.length;
  if (n === 0) return <Text variant="microcopy">{t('reviewNoRows')}</Text>;
  return (
    <Flex direction="column" gap="small">
      {text && <Text>{text === 'reviewAlreadyText' ? t(text, { record: subject }) : t(text)}</Text>}
      <PagedTable
        rows={rows}
        columns={[
          { header: t('columnName') },
          { header: t('columnRecordId'), isNarrow: true },
          { header: t('reviewTakeOut'), isNarrow: true },
        ]}
        cells={({ record }) => [
          <RecordLink key="name" record={record} objectType={desk.type.id} />,
          <Text key="id">{record.id}</Text>,
          <Button key="out" size="xs" onClick={() => session.remove([record.id])}>
            {t('reviewTakeOut')}
          </Button>,
        ]}
      />
      <Flex gap="small" wrap>
        {n > 1 && (
          <Button size="xs" onClick={() => session.remove(rows.map(({ record }) => record.id))}>
            {t('reviewTakeOutAll', { n })}
          </Button>
        )}
        {group === 'unknown' && (
          <Button size="xs" onClick={() => void session.review()}>
            {t('reviewCheckAgain')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
