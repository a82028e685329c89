import { Checkbox } from '@hubspot/ui-extensions';
import type { PreviewStatus, RecordRef } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { selectionOf, type Draft } from '../panel/state';
import { useNamed } from '../records/useKnownRecords';
import { isSelectable } from '../run/operation';
import { statusText } from './status-text';

interface RecordBoxProps {
  draft: Draft;
  record: RecordRef;
  /** What associating the record would do, where that is known. */
  status?: PreviewStatus | undefined;
}

/** A check box that selects a record. Its label is the record's name. */
export function RecordBox({ draft, record, status }: RecordBoxProps) {
  const session = useSession();
  const { t } = useTranslator();
  const { id, label: what } = record;
  const isChosen = selectionOf(draft).has(id);
  const detail = statusText(t, draft.operation, status);
  return (
    <Checkbox
      name={`choose-${id}`}
      size="sm"
      // What was selected before it was known can be unselected.
      readOnly={!isSelectable(draft.operation, status) && !isChosen}
      checked={isChosen}
      onChange={(isChecked) => (isChecked ? session.add([record]) : session.remove([id]))}
    >
      {detail === undefined ? what : t('detailed', { what, detail })}
    </Checkbox>
  );
}

/** A `RecordBox` that reads the name of a record that has none yet. */
export function NamedRecordBox({ draft, record }: Omit<RecordBoxProps, 'status'>) {
  return <RecordBox draft={draft} record={useNamed(draft.type.id, record)} />;
}
