import { Button, ErrorState, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';

/** When HubSpot could not search; what is chosen stays. */
export function SearchFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useVoice();
  return (
    <ErrorState title={t('searchFailed')}>
      <Flex direction="column" gap="small" align="center">
        <Text>{t('searchFailedText')}</Text>
        <Button onClick={onRetry}>{t('tryAgain')}</Button>
      </Flex>
    </ErrorState>
  );
}
