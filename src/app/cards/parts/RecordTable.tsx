import type { ReactNode } from 'react';
import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useNamed } from '../records/useKnownRecords';
import type { Anchor, AnchoredRecord } from '../run/pairs';
import { PagedTable, type TableColumn } from './PagedTable';
import { RecordCell } from './RecordCell';
import { RecordLink } from './RecordLink';

interface RecordTableProps<Row> {
  rows: readonly Row[];
  objectType: string;
  /** Whether each row says which anchor it belongs to. */
  hasAnchors?: boolean;
  /** A last column: a status, or a button. */
  last?: TableColumn;
  lastCell?: (row: Row) => ReactNode;
  /** More about a record, below its name. */
  note?: (row: Row) => ReactNode;
}

/**
 * A table of records: the name and what tells it apart, the id, and perhaps one more column. Where there are several anchors, each
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
        ...(last ? [last] : []),
      ]}
      cells={(row) => [
        <RecordCell key="name" record={row.record} objectType={objectType}>
          {note?.(row)}
        </RecordCell>,
        hasAnchors && row.anchor ? (
          <AnchorLink key="anchor" anchor={row.anchor} />
        ) : (
          <Text key="id">{row.record.id}</Text>
        ),
        ...(lastCell ? [lastCell(row)] : []),
      ]}
    />
  );
}

/** The name of an anchor as a link. A run that the back end keeps names it by its id alone. */
function AnchorLink({ anchor }: { anchor: Anchor }) {
  return <RecordLink record={useNamed(anchor.objectType, anchor)} objectType={anchor.objectType} />;
}
