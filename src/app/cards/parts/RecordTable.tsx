import type { ReactNode } from 'react';
import { Text } from '@hubspot/ui-extensions';
import type { RecordRef } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { PagedTable, type TableColumn } from './PagedTable';
import { RecordLink } from './RecordLink';

/** A row about one record. */
export interface RecordRow {
  record: RecordRef;
}

interface RecordTableProps<Row> {
  rows: readonly Row[];
  objectType: string;
  /** The last column: a status, or a button. */
  last: TableColumn;
  lastCell: (row: Row) => ReactNode;
}

/** A table of records: the name as a link, the id, and one more column. */
export function RecordTable<Row extends RecordRow>({
  rows,
  objectType,
  last,
  lastCell,
}: RecordTableProps<Row>) {
  const { t } = useTranslator();
  return (
    <PagedTable
      rows={rows}
      columns={[{ header: t('column_name') }, { header: t('column_hs_object_id'), isNarrow: true }, last]}
      cells={(row) => [
        <RecordLink key="name" record={row.record} objectType={objectType} />,
        <Text key="id">{row.record.id}</Text>,
        lastCell(row),
      ]}
    />
  );
}
