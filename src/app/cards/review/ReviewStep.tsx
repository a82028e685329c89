import { useState } from 'react';
import { Alert, Flex, Heading, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import type { PreviewStatus } from '@bulk-associate/contract';
import { useVoice } from '../locales/VoiceProvider';
import { useSubject } from '../parts/Subject';
import { countOf } from '../parts/words';
import type { Desk } from '../panel/state';
import { isSent, type Reviewed } from '../run/ledger';
import { ReviewGroup } from './ReviewGroup';
import { reviewGroups, type ReviewGroupName } from './groups';

/** Step 2: what associating would come to, before anything is done. */
export function ReviewStep({ desk, reviewed }: { desk: Desk; reviewed: readonly Reviewed[] }) {
  const { t } = useVoice();
  const subject = useSubject();
  const [wanted, setWanted] = useState<string | number>('new');
  const rowsOf = (statuses: readonly PreviewStatus[]) =>
    reviewed.filter(({ status }) => statuses.includes(status));
  const groups = reviewGroups.map((group) => ({ ...group, rows: rowsOf(group.statuses) }));
  const shown = groups.filter(({ isAlwaysShown, rows }) => isAlwaysShown || rows.length > 0);
  const selected = shown.find(({ name }) => name === wanted) ?? shown[0];
  const sent = reviewed.filter(({ status }) => isSent(status)).length;
  const records = countOf(t, desk.type, sent);
  return (
    <Flex direction="column" gap="medium">
      <Heading>{sent === 0 ? t('reviewNothing') : t('reviewWill', { records, record: subject })}</Heading>
      <Tabs selected={selected?.name ?? 'new'} onSelectedChange={(id: string | number) => setWanted(id)}>
        {shown.map(({ name, title, rows }) => (
          <Tab key={name} tabId={name} title={t('counted', { word: t(title), n: rows.length })}>
            {name === selected?.name && (
              <ReviewGroup key={name} group={name satisfies ReviewGroupName} rows={rows} desk={desk} />
            )}
          </Tab>
        ))}
      </Tabs>
      {sent > 0 && (
        <Alert title={t('reviewWorkflows')} variant="info">
          <Text>{t('reviewWorkflowsText')}</Text>
        </Alert>
      )}
    </Flex>
  );
}
