import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { detailText } from '../../parts/detail';
import { TableOfPages } from '../../parts/PagedTable';
import { NamedRecordBox } from '../../parts/RecordBox';
import type { Pages } from '../../parts/usePages';
import type { AssociatedRow } from './associated-row';

/** One page of associated records, each with a check box whose label is the record's name. */
export function AssociatedTable({ draft, pages }: { draft: Draft; pages: Pages<AssociatedRow> }) {
  const translator = useTranslator();
  const { t, list } = translator;
  // Absent labels could not be read: the associations may have some.
  const hasLabels = draft.type.labels?.length !== 0;
  return (
    <TableOfPages
      pages={pages}
      columns={[
        { header: t('column_name') },
        { header: t('reportDetail') },
        ...(hasLabels ? [{ header: t('reportLabels') }] : []),
      ]}
      cells={(row) => [
        <NamedRecordBox key="name" draft={draft} record={row.record} />,
        <Text key="detail">{detailText(translator, draft.type.id, row.record) ?? '--'}</Text>,
        ...(hasLabels ? [<Text key="labels">{list(row.labels.map(({ name }) => name)) || '--'}</Text>] : []),
      ]}
    />
  );
}
