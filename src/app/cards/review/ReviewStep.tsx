import { Alert, Flex, Heading } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { GroupTabs } from '../parts/GroupTabs';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Draft } from '../panel/state';
import { isSent, type Reviewed } from '../run/ledger';
import { ReviewGroup } from './ReviewGroup';
import { reviewGroups } from './groups';

/** Step 2: what associating would do with each record, before anything is changed. */
export function ReviewStep({ draft: { type }, reviewed }: { draft: Draft; reviewed: readonly Reviewed[] }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const sent = reviewed.filter(({ status }) => isSent(status)).length;
  const records = countOf(t, type, sent);
  const groups = reviewGroups(reviewed).map((group) => ({ ...group, title: t(`tab_${group.name}`) }));
  return (
    <Flex direction="column" gap="medium">
      <Heading>{sent === 0 ? t('reviewNothing') : t('reviewWill', { records, record })}</Heading>
      <GroupTabs groups={groups}>
        {({ name, rows }) => <ReviewGroup group={name} rows={rows} objectType={type.id} />}
      </GroupTabs>
      {sent > 0 && <Alert title={t('reviewWorkflows')} variant="info" />}
    </Flex>
  );
}
