import type { ReactNode } from 'react';
import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useFaceTranslator } from '../locales/TranslatorProvider';
import type { CallError } from '../sdk/sdk';
import { CorrelationId } from './CorrelationId';
import { useProblemText } from './useProblemText';

interface ProblemProps {
  error: CallError;
  onRetry?: () => void;
  /** More about what the error leaves as it is. */
  children?: ReactNode;
}

/** An error as a whole screen: what is wrong, and what the user can do about it. */
export function Problem({ error, onRetry, children }: ProblemProps) {
  const { t } = useFaceTranslator();
  const { title, text, type } = useProblemText()(error);
  return (
    <ErrorState title={title} type={type}>
      <Flex direction="column" gap="small" align="center">
        <Text>{text}</Text>
        {children}
        <CorrelationId id={error.correlationId} />
        {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      </Flex>
    </ErrorState>
  );
}
