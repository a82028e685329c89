import { Alert, Text } from '@hubspot/ui-extensions';
import type { CallError } from '../sdk/sdk';
import { CorrelationId } from './CorrelationId';
import { useProblemText } from './useProblemText';

/** What stands in the way, told beside what could be done all the same. */
export function ProblemAlert({ error }: { error: CallError }) {
  const { title, text } = useProblemText()(error);
  return (
    <Alert title={title} variant="danger">
      <Text>{text}</Text>
      <CorrelationId id={error.correlationId} />
    </Alert>
  );
}
