import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import type { OutcomeError } from '@bulk-associate/contract';
import { useVoice } from '../locales/VoiceProvider';
import { PagedTable } from '../parts/PagedTable';
import { RecordLink } from '../parts/RecordLink';
import type { Line } from '../run/ledger';
import { standingColours, standingWords } from './fate-words';
import { standingOf } from './standing';

/** One line per record: a link to it, and in words what became of it and what HubSpot said. */
export function LineTable({ lines, objectType }: { lines: readonly Line[]; objectType: string }) {
  const { t } = useVoice();
  return (
    <PagedTable
      rows={lines}
      columns={[
        { header: t('resultRecord') },
        { header: t('columnRecordId'), isNarrow: true },
        { header: t('resultOutcome') },
      ]}
      cells={(line) => [
        <RecordLink key="record" record={line.record} objectType={objectType} />,
        <Text key="id">{line.record.id}</Text>,
        <Outcome key="outcome" line={line} />,
      ]}
    />
  );
}

function Outcome({ line }: { line: Line }) {
  const { t } = useVoice();
  const standing = standingOf(line);
  const error = line.undo ? line.undo.error : line.error;
  return (
    <Flex direction="column" gap="flush">
      <StatusTag variant={standingColours[standing]}>{t(standingWords[standing])}</StatusTag>
      {error && <Said error={error} />}
    </Flex>
  );
}

/** HubSpot's own words, and the id of the call, for those who take it further. */
function Said({ error: { message, correlationId } }: { error: OutcomeError }) {
  const { t } = useVoice();
  return (
    <>
      <Text variant="microcopy">{message}</Text>
      {correlationId && <Text variant="microcopy">{t('resultCorrelation', { id: correlationId })}</Text>}
    </>
  );
}
