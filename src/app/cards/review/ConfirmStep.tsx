import { Alert, Text } from '@hubspot/ui-extensions';
import { isSent } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Draft } from '../panel/state';
import type { Reviewed } from '../run/ledger';
import { kindOf } from '../run/operation';
import { hasSeveralAnchors, recordCount } from '../run/pairs';

/** Asks for confirmation before many associations are changed. */
export function ConfirmStep({ draft, reviewed }: { draft: Draft; reviewed: readonly Reviewed[] }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const { type, operation } = draft;
  const kind = kindOf(operation);
  const toSend = reviewed.filter(({ status }) => isSent(operation, status));
  const records = countOf(t, type, recordCount(toSend));
  const title = t(`confirm_${kind}`, { records, record, label: operation.label?.name ?? '' });
  return (
    <Alert title={title} variant="warning">
      {hasSeveralAnchors(toSend) && <Text>{t('nAssociations', { n: toSend.length })}</Text>}
      <Text>{t(`confirm_text_${kind}`)}</Text>
    </Alert>
  );
}
