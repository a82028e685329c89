import { Alert, Text } from '@hubspot/ui-extensions';
import type { CallError } from '../sdk/sdk';
import { ForSupport } from './ForSupport';
import { useProblemWords } from './useProblemWords';

/** What stands in the way, told beside what could be done all the same. */
export function ProblemAlert({ error }: { error: CallError }) {
  const { title, text } = useProblemWords()(error);
  return (
    <Alert title={title} variant="danger">
      <Text>{text}</Text>
      <ForSupport id={error.correlationId} />
    </Alert>
  );
}
