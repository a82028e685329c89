import { Checkbox, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import { detailText } from '../../parts/detail';
import { TableOfPages } from '../../parts/PagedTable';
import type { Pages } from '../../parts/usePages';
import { useNamed } from '../../records/useKnownRecords';
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
        <NameBox key="name" draft={draft} row={row} />,
        <Text key="detail">{detailText(translator, draft.type.id, row.record) ?? '--'}</Text>,
        ...(hasLabels ? [<Text key="labels">{list(row.labels.map(({ name }) => name)) || '--'}</Text>] : []),
      ]}
    />
  );
}

/** Reads the name of a record that the list could not name. */
function NameBox({ draft, row }: { draft: Draft; row: AssociatedRow }) {
  const session = useSession();
  const record = useNamed(draft.type.id, row.record);
  const { id, label } = record;
  return (
    <Checkbox
      name={`choose-${id}`}
      size="sm"
      checked={selectionOf(draft).has(id)}
      onChange={(isChecked) => (isChecked ? session.add([record]) : session.remove([id]))}
    >
      {label}
    </Checkbox>
  );
}
