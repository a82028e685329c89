import type { ReactNode } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import type { Draft } from '../panel/state';
import { RecordTable, type RecordRow } from './RecordTable';

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
export function ChosenTable<Row extends RecordRow>({
  rows,
  draft,
  onRemoveAll,
  note,
  children,
}: ChosenTableProps<Row>) {
  const session = useSession();
  const { t } = useTranslator();
  const { type, operation } = draft;
  // Where associations are removed, "Remove" would say something else.
  const remove = t(`deselect_${operation.name}`);
  return (
    <Flex direction="column" gap="small">
      <RecordTable
        rows={rows}
        objectType={type.id}
        {...(note && { note })}
        last={{ header: remove, isNarrow: true }}
        lastCell={({ record }) => (
          <Button key="out" size="xs" onClick={() => session.remove([record.id])}>
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
