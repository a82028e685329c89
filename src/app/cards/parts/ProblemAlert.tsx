import { Alert, Text } from '@hubspot/ui-extensions';
import type { CallError } from '../sdk/sdk';
import { CorrelationId } from './CorrelationId';
import { useProblemText } from './useProblemText';

/** An error as an alert, beside the results that there are. */
export function ProblemAlert({ error }: { error: CallError }) {
  const { title, text } = useProblemText()(error);
  return (
    <Alert title={title} variant="danger">
      <Text>{text}</Text>
      <CorrelationId id={error.correlationId} />
    </Alert>
  );
}
