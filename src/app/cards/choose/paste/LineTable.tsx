import { Select, Text } from '@hubspot/ui-extensions';
import type { Translate } from '../../locales/messages';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { PagedTable } from '../../parts/PagedTable';
import type { LineGroup, NumberedLine } from './line-groups';
import type { PastedLine } from './pasting';

interface LineTableProps {
  group: LineGroup;
  lines: readonly NumberedLine[];
}

/** The lines of one group, each with the choice of a record or the reason of the problem. */
export function LineTable({ group, lines }: LineTableProps) {
  const { t } = useTranslator();
  const columns = [{ header: t('pasteLine') }];
  if (group === 'several') columns.push({ header: t('column_name') });
  if (group === 'unreadable') columns.push({ header: t('reason') });
  return (
    <PagedTable
      rows={lines}
      columns={columns}
      cells={(line) => [
        <Text key="line">{readable(line.value)}</Text>,
        ...(group === 'several' ? [<PickOne key="pick" line={line} />] : []),
        ...(group === 'unreadable' ? [<Text key="why">{reason(t, line)}</Text>] : []),
      ]}
    />
  );
}

function PickOne({ line }: { line: NumberedLine }) {
  const { paste } = useSession();
  const { t } = useTranslator();
  const { records, picked, index, value } = line;
  const none = { value: '', label: t('pasteLeaveOut') };
  return (
    <Select
      name={`pick-${index}`}
      label={t('pastePick', { value: readable(value) })}
      value={picked?.id ?? ''}
      options={[
        none,
        ...records.map(({ id, label }) => ({ value: id, label: t('detailed', { what: label, detail: id }) })),
      ]}
      onChange={(id) => paste.pick(index, records.find((record) => record.id === id))} // prettier-ignore
    />
  );
}

/** A value for display: control characters replaced, and cut to 80 characters. */
function readable(value: string): string {
  const text = value.replace(/\p{Cc}/gu, '\u00B7');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function reason(t: Translate, { status, refusal }: PastedLine): string {
  return status === 'self' ? t('why_self') : t(`refusal_${refusal ?? 'unreadable'}`);
}
