import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { useBackEnd } from '../edition/back-end';
import { useTranslator } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Result } from '../panel/state';
import type { Since } from '../run/changed-since';
import { undoable } from '../run/ledger';
import { undoKindOf } from '../run/operation';
import { recordCount } from '../run/pairs';

interface ConfirmUndoStepProps {
  result: Result;
  /** What has changed since the run, where that is read. */
  since: Since | undefined;
}

/** Asks for confirmation before a run is undone. */
export function ConfirmUndoStep({ result, since }: ConfirmUndoStepProps) {
  const { ledger, type, operation } = result;
  const { t } = useTranslator();
  const backEnd = useBackEnd();
  const record = useRecordName();
  const kind = undoKindOf(operation);
  const records = countOf(t, type, recordCount(undoable(ledger).flatMap((index) => ledger[index] ?? [])));
  const title = t(`undo_title_${kind}`, { records, record, label: operation.label?.name ?? '' });
  return (
    <Flex direction="column" gap="medium">
      <Alert title={title} variant="warning">
        <Text>{t(`undo_text_${kind}`)}</Text>
      </Alert>
      {backEnd && since && <backEnd.SinceRun since={since} result={result} />}
    </Flex>
  );
}
