import type { ReactNode } from 'react';
import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { AnchoredRecord } from '../run/pairs';
import { PagedTable, type TableColumn } from './PagedTable';
import { RecordCell } from './RecordCell';
import { RecordLink } from './RecordLink';

interface RecordTableProps<Row> {
  rows: readonly Row[];
  objectType: string;
  /** Whether each row says which anchor it belongs to. */
  hasAnchors?: boolean;
  /** The last column: a status, or a button. */
  last: TableColumn;
  lastCell: (row: Row) => ReactNode;
  /** More about a record, below its name. */
  note?: (row: Row) => ReactNode;
}

/**
 * A table of records: the name and what tells it apart, the id, and one more column. Where there are several anchors, each
 * row has its anchor in place of the id: a panel is too narrow for both.
 */
export function RecordTable<Row extends AnchoredRecord>({
  rows,
  objectType,
  hasAnchors = false,
  last,
  lastCell,
  note,
}: RecordTableProps<Row>) {
  const { t } = useTranslator();
  return (
    <PagedTable
      rows={rows}
      columns={[
        { header: t('column_name') },
        hasAnchors ? { header: t('column_anchor') } : { header: t('column_hs_object_id'), isNarrow: true },
        last,
      ]}
      cells={(row) => [
        <RecordCell key="name" record={row.record} objectType={objectType}>
          {note?.(row)}
        </RecordCell>,
        hasAnchors && row.anchor ? (
          <RecordLink key="anchor" record={row.anchor} objectType={row.anchor.objectType} />
        ) : (
          <Text key="id">{row.record.id}</Text>
        ),
        lastCell(row),
      ]}
    />
  );
}
