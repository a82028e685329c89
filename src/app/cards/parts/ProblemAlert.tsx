import { Alert, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { CallError } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';
import { problemWords } from './problem-words';

/** What stands in the way, told beside what could be done all the same. */
export function ProblemAlert({ error }: { error: CallError }) {
  const voice = useVoice();
  const sdk = useSdk();
  const { title, text, scopes } = problemWords(voice, error, sdk);
  return (
    <Alert title={title} variant="danger">
      <Text>{[text, ...scopes].join(' ')}</Text>
      {error.correlationId && (
        <Text variant="microcopy">{voice.t('resultCorrelation', { id: error.correlationId })}</Text>
      )}
    </Alert>
  );
}
