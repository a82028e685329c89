import type { ReactNode } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSteps } from '../panel/SessionProvider';
import type { Draft } from '../panel/state';
import type { AnchoredRecord } from '../run/pairs';
import { RecordTable } from './RecordTable';

interface ChosenTableProps<Row> {
  rows: readonly Row[];
  draft: Draft;
  onRemoveAll: () => void;
  /** More about a record, below its name. */
  note?: (row: Row) => ReactNode;
  /** Further buttons for all records. */
  children?: ReactNode;
}

/** A table of selected records, with buttons that remove them from the selection. */
export function ChosenTable<Row extends AnchoredRecord>({
  rows,
  draft,
  onRemoveAll,
  note,
  children,
}: ChosenTableProps<Row>) {
  const session = useSteps();
  const { t } = useTranslator();
  const { type, operation } = draft;
  // Where associations are removed, "Remove" would say something else.
  const remove = t(`deselect_${operation.name}`);
  return (
    <Flex direction="column" gap="small">
      <RecordTable
        rows={rows}
        objectType={type.id}
        hasAnchors={(draft.anchors?.length ?? 0) > 1}
        {...(note && { note })}
        last={{ header: remove, isNarrow: true }}
        lastCell={(row) => (
          <Button key="out" size="xs" onClick={() => session.leaveOut([row])}>
            {remove}
          </Button>
        )}
      />
      <Flex gap="small" wrap>
        {rows.length > 1 && (
          <Button size="xs" onClick={onRemoveAll}>
            {t(`deselect_all_${operation.name}`)}
          </Button>
        )}
        {children}
      </Flex>
    </Flex>
  );
}
