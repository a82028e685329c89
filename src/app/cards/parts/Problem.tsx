import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { CallError } from '../sdk/sdk';
import { ForSupport } from './ForSupport';
import { useProblemWords } from './useProblemWords';

/** A whole screen about what stands in the way, with what to do about it. */
export function Problem({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const { t } = useVoice();
  const { title, text, type, scopes } = useProblemWords()(error);
  return (
    <ErrorState title={title} type={type}>
      <Flex direction="column" gap="small" align="center">
        <Text>{text}</Text>
        {scopes.map((scope) => (
          <Text key={scope} format={{ fontWeight: 'demibold' }}>
            {scope}
          </Text>
        ))}
        <ForSupport id={error.correlationId} />
        {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      </Flex>
    </ErrorState>
  );
}
