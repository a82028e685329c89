import { useMemo } from 'react';
import { Accordion, Button, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { useSession } from '../panel/SessionProvider';
import { trayOf, type Desk } from '../panel/state';
import { PagedTable } from '../parts/PagedTable';
import { RecordLink } from '../parts/RecordLink';
import { countOf } from '../parts/words';

/** What is chosen so far, from all three ways. */
export function TrayList({ desk }: { desk: Desk }) {
  const session = useSession();
  const { t } = useVoice();
  const { type } = desk;
  const tray = trayOf(desk);
  const records = useMemo(() => [...tray.values()], [tray]);
  if (tray.size === 0) return <Text variant="microcopy">{t('trayEmpty')}</Text>;
  return (
    <Accordion title={t('trayTitle', { records: countOf(t, type, tray.size) })} size="sm">
      <Flex direction="column" gap="small">
        <PagedTable
          rows={records}
          columns={[
            { header: t('columnName') },
            { header: t('columnRecordId'), isNarrow: true },
            { header: t('trayRemove'), isNarrow: true },
          ]}
          cells={(record) => [
            <RecordLink key="name" record={record} objectType={type.id} />,
            <Text key="id">{record.id}</Text>,
            <Button key="remove" size="xs" onClick={() => session.remove([record.id])}>
              {t('trayRemove')}
            </Button>,
          ]}
        />
        <Flex align="start">
          <Button size="xs" onClick={() => session.clear()}>
            {t('trayClear')}
          </Button>
        </Flex>
      </Flex>
    </Accordion>
  );
}
