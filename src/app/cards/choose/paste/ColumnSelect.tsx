import { Select } from '@hubspot/ui-extensions';
import type { Translate } from '../../locales/messages';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import type { Pasting } from './pasting';
import type { Column } from './table';

/** The choice of the column of a pasted table that identifies the records. */
export function ColumnSelect({ pasting }: { pasting: Extract<Pasting, { name: 'asking' }> }) {
  const { paste } = useSession();
  const { t } = useTranslator();
  const { columns, column } = pasting;
  return (
    <Select
      name="column"
      label={t('pasteColumnLabel')}
      {...(column !== undefined && { value: column })}
      options={columns.map((each, index) => ({ value: index, label: columnTitle(t, each, index) }))}
      onChange={(value) => paste.chooseColumn(Number(value))}
    />
  );
}

function columnTitle(t: Translate, { heading, values }: Column, index: number): string {
  const what = heading ?? t('pasteColumn', { n: index + 1 });
  const sample = values.find(Boolean)?.slice(0, 40);
  return sample === undefined ? what : t('detailed', { what, detail: sample });
}
