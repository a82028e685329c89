import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { CorrelationId } from '../parts/CorrelationId';
import { RecordTable } from '../parts/RecordTable';
import type { Result } from '../panel/state';
import { PrimaryMove } from '../review/PrimaryMove';
import type { Line } from '../run/ledger';
import { labelNames, type Operation } from '../run/operation';
import { hasSeveralAnchors } from '../run/pairs';
import { statusColours, statusTitle } from './outcome-words';
import { resultErrorOf, resultStatusOf } from './summary';

/** One row per record, with its status, HubSpot's message and the correlation id. */
export function LineTable({ lines, result }: { lines: readonly Line[]; result: Result }) {
  const { t } = useTranslator();
  return (
    <RecordTable
      rows={lines}
      objectType={result.type.id}
      hasAnchors={hasSeveralAnchors(result.ledger)}
      note={(line) => <LineNote line={line} result={result} />}
      last={{ header: t('reportOutcome'), isNarrow: lines.every((line) => !resultErrorOf(line)) }}
      lastCell={(line) => <OutcomeCell key="outcome" line={line} operation={result.operation} />}
    />
  );
}

/** The labels that went with a removed association, and what became of the Primary that was moved. */
function LineNote({ line, result: { type, operation } }: { line: Line; result: Result }) {
  const { t, list } = useTranslator();
  const { labels = [], outcome, movesFrom, isPrimaryKept, undo } = line;
  const names = outcome === 'removed' && !operation.label ? labelNames(type, labels) : [];
  return (
    <>
      {names.length > 0 && <Text variant="microcopy">{t('labelsWere', { labels: list(names) })}</Text>}
      {movesFrom && isPrimaryKept !== undefined && !undo && (
        <PrimaryMove
          message={isPrimaryKept ? 'primaryKept' : 'primaryMoved'}
          of={line}
          objectType={type.id}
          pair={movesFrom}
          label={operation.label?.name ?? ''}
        />
      )}
    </>
  );
}

function OutcomeCell({ line, operation }: { line: Line; operation: Operation }) {
  const translator = useTranslator();
  const status = resultStatusOf(line);
  const error = resultErrorOf(line);
  return (
    <Flex direction="column" gap="flush">
      <StatusTag variant={statusColours[status] ?? 'default'}>
        {statusTitle(translator, operation, status)}
      </StatusTag>
      {error && <Text variant="microcopy">{error.message}</Text>}
      <CorrelationId id={error?.correlationId} />
    </Flex>
  );
}
