import { Alert, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Draft } from '../panel/state';
import { isSent, type Reviewed } from '../run/ledger';

/** Asks for confirmation before many links are made. */
export function ConfirmStep({ draft, reviewed }: { draft: Draft; reviewed: readonly Reviewed[] }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const records = countOf(t, draft.type, reviewed.filter(({ status }) => isSent(status)).length);
  return (
    <Alert title={t('confirmTitle', { records, record })} variant="warning">
      <Text>{t('confirmText')}</Text>
    </Alert>
  );
}
