import { Flex, Select, Text } from '@hubspot/ui-extensions';
import type { Translate } from '../../locales/messages';
import { useVoice } from '../../locales/VoiceProvider';
import { useSession } from '../../panel/SessionProvider';
import type { Pasting } from './pasting';
import type { Column } from './table';

/** Shows which column of a pasted table names the records, or asks for it. */
export function AskColumn({ pasting }: { pasting: Extract<Pasting, { name: 'asking' }> }) {
  const { paste } = useSession();
  const { t } = useVoice();
  const { columns, column } = pasting;
  const n = columns[0]?.values.length ?? 0;
  return (
    <Flex direction="column" gap="small">
      <Text>{t(column === undefined ? 'pasteColumnAsk' : 'pasteColumnFound', { n })}</Text>
      <Select
        name="column"
        label={t('pasteColumnLabel')}
        {...(column !== undefined && { value: column })}
        options={columns.map((each, index) => ({ value: index, label: columnTitle(t, each, index) }))}
        onChange={(value) => paste.chooseColumn(Number(value))}
      />
    </Flex>
  );
}

function columnTitle(t: Translate, { heading, values }: Column, index: number): string {
  const sample = (values.find((value) => value !== '') ?? '').slice(0, 40);
  return heading === undefined
    ? t('pasteColumnNumber', { n: index + 1, sample })
    : t('pasteColumn', { heading, sample });
}
