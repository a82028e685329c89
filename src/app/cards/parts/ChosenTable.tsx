import type { ReactNode } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { RecordTable, type RecordRow } from './RecordTable';

interface ChosenTableProps<Row> {
  rows: readonly Row[];
  objectType: string;
  onRemoveAll: () => void;
  /** More about a record, below its name. */
  note?: (row: Row) => ReactNode;
  /** Further buttons for all records. */
  children?: ReactNode;
}

/** A table of selected records, with buttons that remove them from the selection. */
export function ChosenTable<Row extends RecordRow>({
  rows,
  objectType,
  onRemoveAll,
  note,
  children,
}: ChosenTableProps<Row>) {
  const session = useSession();
  const { t } = useTranslator();
  return (
    <Flex direction="column" gap="small">
      <RecordTable
        rows={rows}
        objectType={objectType}
        {...(note && { note })}
        last={{ header: t('remove'), isNarrow: true }}
        lastCell={({ record }) => (
          <Button key="out" size="xs" onClick={() => session.remove([record.id])}>
            {t('remove')}
          </Button>
        )}
      />
      <Flex gap="small" wrap>
        {rows.length > 1 && (
          <Button size="xs" onClick={onRemoveAll}>
            {t('removeAll')}
          </Button>
        )}
        {children}
      </Flex>
    </Flex>
  );
}
