import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { CallError } from '../sdk/sdk';
import { useSdk } from '../sdk/SdkProvider';
import { problemWords } from './problem-words';

/** A whole screen about what stands in the way, with what to do about it. */
export function Problem({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const voice = useVoice();
  const sdk = useSdk();
  const { title, text, type, scopes } = problemWords(voice, error, sdk);
  return (
    <ErrorState title={title} type={type}>
      <Flex direction="column" gap="small" align="center">
        <Text>{text}</Text>
        {scopes.map((scope) => (
          <Text key={scope} format={{ fontWeight: 'demibold' }}>
            {scope}
          </Text>
        ))}
        {error.correlationId && (
          <Text variant="microcopy">{voice.t('resultCorrelation', { id: error.correlationId })}</Text>
        )}
        {onRetry && <Button onClick={onRetry}>{voice.t('tryAgain')}</Button>}
      </Flex>
    </ErrorState>
  );
}
