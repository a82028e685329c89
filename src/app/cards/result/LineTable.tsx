import { StatusTag, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { PagedTable } from '../parts/PagedTable';
import { RecordLink } from '../parts/RecordLink';
import type { Line } from '../run/ledger';
import { fateColours, fateWord, undoKeys } from './fate-words';

/** One line per record: a link to it, and in words what became of it. */
export function LineTable({ lines, objectType }: { lines: readonly Line[]; objectType: string }) {
  const { t } = useVoice();
  return (
    <PagedTable
      rows={lines}
      headers={[t('resultRecord'), t('columnRecordId'), t('resultOutcome')]}
      keyOf={({ record }) => record.id}
      cells={(line) => [
        <RecordLink key="record" record={line.record} objectType={objectType} />,
        <Text key="id">{line.record.id}</Text>,
        <Outcome key="outcome" line={line} />,
      ]}
    />
  );
}

function Outcome({ line: { fate, undo } }: { line: Line }) {
  const { t } = useVoice();
  const isGone = undo?.fate === 'removed';
  return (
    <StatusTag variant={isGone ? 'default' : fateColours[fate]}>
      {undo ? t(undoKeys[undo.fate].word) : fateWord(t, fate)}
    </StatusTag>
  );
}
