import { Alert, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { isSent } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { GroupTabs } from '../parts/GroupTabs';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Draft } from '../panel/state';
import type { Reviewed } from '../run/ledger';
import { kindOf } from '../run/operation';
import { hasSeveralAnchors, recordCount } from '../run/pairs';
import { ReviewGroup } from './ReviewGroup';
import { groupTitle, reviewGroups } from './groups';

/** Step 2: what the operation would do with each record, before anything is changed. */
export function ReviewStep({ draft, reviewed }: { draft: Draft; reviewed: readonly Reviewed[] }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const { type, operation } = draft;
  const { name, label } = operation;
  const kind = kindOf(operation);
  const toSend = reviewed.filter(({ status }) => isSent(operation, status));
  const sent = toSend.length;
  const moves = reviewed.filter(({ movesFrom }) => movesFrom).length;
  const will = t(`review_will_${kind}`, {
    records: countOf(t, type, recordCount(toSend)),
    record,
    label: label?.name ?? '',
  });
  const groups = reviewGroups(operation, reviewed).map((group) => ({
    ...group,
    title: groupTitle(t, operation, group.name),
  }));
  return (
    <Flex direction="column" gap="medium">
      <Heading>{sent === 0 ? t(`review_nothing_${name}`) : will}</Heading>
      {hasSeveralAnchors(toSend) && <Text>{t('nAssociations', { n: sent })}</Text>}
      {kind === 'associate' && label && <Text>{t('withLabel', { label: label.name })}</Text>}
      {moves > 0 && label && (
        <Alert title={t('reviewMoves', { n: moves, label: label.name })} variant="warning" />
      )}
      <GroupTabs groups={groups}>
        {({ name: group, rows }) => <ReviewGroup group={group} rows={rows} draft={draft} />}
      </GroupTabs>
      {sent > 0 && <Alert title={t(`review_note_${kind}`)} variant="info" />}
    </Flex>
  );
}
