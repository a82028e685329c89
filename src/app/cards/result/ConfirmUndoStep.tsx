import { Alert, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Result } from '../panel/state';
import { undoable } from '../run/ledger';

/** Asks for confirmation before the links of a run are removed. */
export function ConfirmUndoStep({ result }: { result: Result }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const records = countOf(t, result.type, undoable(result.ledger).length);
  return (
    <Alert title={t('undoTitle', { records, record })} variant="warning">
      <Text>{t('undoText')}</Text>
    </Alert>
  );
}
