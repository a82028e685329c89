import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { CorrelationId } from '../parts/CorrelationId';
import { RecordTable } from '../parts/RecordTable';
import type { Line } from '../run/ledger';
import { statusColours, statusTitle } from './outcome-words';
import { resultStatusOf } from './summary';

/** One row per record, with its status, HubSpot's message and the correlation id. */
export function LineTable({ lines, objectType }: { lines: readonly Line[]; objectType: string }) {
  const { t } = useTranslator();
  return (
    <RecordTable
      rows={lines}
      objectType={objectType}
      last={{ header: t('reportOutcome') }}
      lastCell={(line) => <OutcomeCell key="outcome" line={line} />}
    />
  );
}

function OutcomeCell({ line }: { line: Line }) {
  const translator = useTranslator();
  const status = resultStatusOf(line);
  const { error } = line.undo ?? line;
  return (
    <Flex direction="column" gap="flush">
      <StatusTag variant={statusColours[status] ?? 'default'}>{statusTitle(translator, status)}</StatusTag>
      {error && <Text variant="microcopy">{error.message}</Text>}
      <CorrelationId id={error?.correlationId} />
    </Flex>
  );
}
