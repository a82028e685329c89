import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { CallError } from '../sdk/sdk';
import { CorrelationId } from './CorrelationId';
import { useProblemText } from './useProblemText';

/** An error as a whole screen: what is wrong, and what the user can do about it. */
export function Problem({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const { t } = useFaceTranslator();
  const { title, text, type } = useProblemText()(error);
  return (
    <ErrorState title={title} type={type}>
      <Flex direction="column" gap="small" align="center">
        <Text>{text}</Text>
        <CorrelationId id={error.correlationId} />
        {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      </Flex>
    </ErrorState>
  );
}
