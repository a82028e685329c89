import type { ReactNode } from 'react';
import { Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { ChosenRecord } from '../panel/selection';
import { PagedTable, type TableColumn } from './PagedTable';
import { RecordLink } from './RecordLink';

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
}

/** A table of records: the name as a link, with by what it was found; the id; and one more column. */
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
        <Name key="name" record={row.record} objectType={objectType} />,
        <Text key="id">{row.record.id}</Text>,
        lastCell(row),
      ]}
    />
  );
}

function Name({ record, objectType }: { record: ChosenRecord; objectType: string }) {
  const { t } = useTranslator();
  const link = <RecordLink record={record} objectType={objectType} />;
  if (!record.by) return link;
  return (
    <Flex direction="column">
      {link}
      <Text variant="microcopy">{t(`foundBy_${record.by}`)}</Text>
    </Flex>
  );
}
