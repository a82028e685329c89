import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { CallError } from '../sdk/sdk';
import { ForSupport } from './ForSupport';
import { useProblemWords } from './useProblemWords';

/** A whole screen about what stands in the way, with what to do about it. */
export function Problem({ error, onRetry }: { error: CallError; onRetry?: () => void }) {
  const { t } = useTranslator();
  const { title, text, type } = useProblemWords()(error);
  return (
    <ErrorState title={title} type={type}>
      <Flex direction="column" gap="small" align="center">
        <Text>{text}</Text>
        <ForSupport id={error.correlationId} />
        {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      </Flex>
    </ErrorState>
  );
}
