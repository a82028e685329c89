import type { ReactNode } from 'react';
import { Flex, Text } from '@hubspot/ui-extensions';
import type { RecordRef } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Draft } from '../panel/state';
import { detailText } from '../parts/detail';
import { PagedTable, valueWidth } from '../parts/PagedTable';
import { AnchorCheckbox } from './AnchorCheckbox';
import { useAnchorChoice } from './ActionSessionProvider';

interface AnchorTableProps<Row> {
  rows: readonly Row[];
  recordOf: (row: Row) => RecordRef;
  draft: Draft;
  /** More about a record, below what tells it apart. */
  note?: (row: Row) => ReactNode;
}

/** Records that can be chosen as anchors: a check box with the name of each, and what tells it apart. */
export function AnchorTable<Row>({ rows, recordOf, draft, note }: AnchorTableProps<Row>) {
  const translator = useTranslator();
  const { type } = useAnchorChoice();
  const { t } = translator;
  return (
    <PagedTable
      rows={rows}
      columns={[{ header: t('column_name') }, { header: t('reportDetail') }]}
      cells={(row) => {
        const record = recordOf(row);
        return [
          <AnchorCheckbox key="name" record={record} draft={draft} />,
          <Flex key="detail" direction="column">
            <Text truncate={{ maxWidth: valueWidth(1) }}>
              {detailText(translator, type?.id ?? '', record) ?? '--'}
            </Text>
            {note?.(row)}
          </Flex>,
        ];
      }}
    />
  );
}
