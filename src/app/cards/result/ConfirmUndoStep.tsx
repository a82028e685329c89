import { Alert, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Result } from '../panel/state';
import { undoable } from '../run/ledger';
import { undoKindOf } from '../run/operation';
import { recordCount } from '../run/pairs';

/** Asks for confirmation before a run is undone. */
export function ConfirmUndoStep({ result: { ledger, type, operation } }: { result: Result }) {
  const { t } = useTranslator();
  const record = useRecordName();
  const kind = undoKindOf(operation);
  const records = countOf(t, type, recordCount(undoable(ledger).flatMap((index) => ledger[index] ?? [])));
  const title = t(`undo_title_${kind}`, { records, record, label: operation.label?.name ?? '' });
  return (
    <Alert title={title} variant="warning">
      <Text>{t(`undo_text_${kind}`)}</Text>
    </Alert>
  );
}
