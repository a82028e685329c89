import type { ReactNode } from 'react';
import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { ChosenRecord } from '../panel/selection';
import { PagedTable, type TableColumn } from './PagedTable';
import { RecordCell } from './RecordCell';

/** A row about one record. */
export interface RecordRow {
  record: ChosenRecord;
}

interface RecordTableProps<Row> {
  rows: readonly Row[];
  objectType: string;
  /** The last column: a status, or a button. */
  last: TableColumn;
  lastCell: (row: Row) => ReactNode;
  /** More about a record, below its name. */
  note?: (row: Row) => ReactNode;
}

/** A table of records: the name and what tells it apart, the id, and one more column. */
export function RecordTable<Row extends RecordRow>({
  rows,
  objectType,
  last,
  lastCell,
  note,
}: RecordTableProps<Row>) {
  const { t } = useTranslator();
  return (
    <PagedTable
      rows={rows}
      columns={[{ header: t('column_name') }, { header: t('column_hs_object_id'), isNarrow: true }, last]}
      cells={(row) => [
        <RecordCell key="name" record={row.record} objectType={objectType}>
          {note?.(row)}
        </RecordCell>,
        <Text key="id">{row.record.id}</Text>,
        lastCell(row),
      ]}
    />
  );
}
