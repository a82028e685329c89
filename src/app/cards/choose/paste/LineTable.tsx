import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { usePanelState, useSession } from '../../panel/SessionProvider';
import { detailText } from '../../parts/detail';
import { PagedTable } from '../../parts/PagedTable';
import { forDisplay } from './display';
import type { LineGroup, NumberedLine } from './line-groups';
import { MendLine } from './MendLine';
import { reasonText } from './reason-text';

interface LineTableProps {
  group: LineGroup;
  lines: readonly NumberedLine[];
}

/** The lines of one group, each with its reason, and the choice of a record or a correction. */
export function LineTable({ group, lines }: LineTableProps) {
  const { t } = useTranslator();
  const columns = [{ header: t('pasteLine') }];
  if (group === 'several') columns.push({ header: t('column_name') });
  if (group !== 'unknown') columns.push({ header: t('pasteCorrection') });
  return (
    <PagedTable
      rows={lines}
      columns={columns}
      cells={(line) => [
        <LineText key="line" line={line} />,
        ...(group === 'several' ? [<PickOne key="pick" line={line} />] : []),
        ...(group !== 'unknown' ? [<MendLine key="mend" line={line} />] : []),
      ]}
    />
  );
}

function LineText({ line }: { line: NumberedLine }) {
  const { t } = useTranslator();
  const { text, name } = line;
  const reason = reasonText(t, line);
  const isNamed = name !== undefined && !text.includes(name);
  const words = isNamed
    ? t('detailed', { what: forDisplay(text), detail: forDisplay(name) })
    : forDisplay(text);
  return (
    <Flex direction="column">
      <Text>{words}</Text>
      {reason !== undefined && <Text variant="microcopy">{reason}</Text>}
    </Flex>
  );
}

function PickOne({ line }: { line: NumberedLine }) {
  const { paste } = useSession();
  const translator = useTranslator();
  const { t } = translator;
  const { records, picked, index, text } = line;
  const state = usePanelState();
  const objectType = 'draft' in state ? state.draft.type.id : '';
  const none = { value: '', label: t('pasteLeaveOut') };
  return (
    <Select
      name={`pick-${index}`}
      label={t('pastePick', { value: forDisplay(text) })}
      value={picked?.id ?? ''}
      options={[
        none,
        ...records.map((record) => ({
          value: record.id,
          label: t('detailed', {
            what: record.label,
            detail: [detailText(translator, objectType, record), record.id].filter(Boolean).join(', '),
          }),
        })),
      ]}
      onChange={(id) => paste.pick(index, records.find((record) => record.id === id))} // prettier-ignore
    />
  );
}
