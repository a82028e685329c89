import { Checkbox, Flex, Select, Text } from '@hubspot/ui-extensions';
import type { PastedColumn } from '@bulk-associate/contract';
import type { Translate } from '../../locales/messages';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { furtherColumns } from './column-choice';
import type { Pasting } from './pasting';

/** The choice of the columns of a pasted table that identify the records. */
export function ColumnQuestion({ pasting }: { pasting: Extract<Pasting, { name: 'asking' }> }) {
  const { paste } = useSession();
  const { t, list } = useTranslator();
  const { choice, said, titles } = pasting;
  const { columns, main, isAlone } = choice;
  const further = furtherColumns(choice);
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Select
        name="column"
        label={t('pasteColumnLabel')}
        {...(main !== undefined && { value: main })}
        options={columns.map((each, index) => ({ value: index, label: titleWithSample(t, each, index) }))}
        onChange={(value) => paste.chooseColumn(Number(value))}
      />
      {further.length > 0 && (
        <Checkbox
          name="further"
          checked={!isAlone}
          onChange={(isChecked: boolean) => paste.useFurtherColumns(isChecked)}
        >
          {t('pasteColumnsFurther', {
            columns: list(further.map((index) => titleOf(t, columns[index], index))),
          })}
        </Checkbox>
      )}
      {(said.firstRow === 'data' || columns.some(({ heading }) => heading !== undefined)) && (
        <Checkbox
          name="headings"
          checked={said.firstRow !== 'data'}
          onChange={(isChecked: boolean) => void paste.sayHeadings(isChecked)}
        >
          {t('pasteHasHeadings')}
        </Checkbox>
      )}
      {titles.length > 0 && <Text variant="microcopy">{t('pasteUnused', { lines: list([...titles]) })}</Text>}
    </Flex>
  );
}

function titleOf(t: Translate, column: PastedColumn | undefined, index: number): string {
  return column?.heading ?? t('pasteColumn', { n: index + 1 });
}

function titleWithSample(t: Translate, column: PastedColumn, index: number): string {
  const what = titleOf(t, column, index);
  const { sample: detail } = column;
  return detail === undefined ? what : t('detailed', { what, detail });
}
