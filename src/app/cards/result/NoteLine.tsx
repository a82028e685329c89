import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { NoteState } from '../panel/state';
import { CorrelationId } from '../parts/CorrelationId';
import { useProblemText } from '../parts/useProblemText';

/** What became of the note about a run. */
export function NoteLine({ note: { state, error, retry } }: { note: NoteState }) {
  const { t } = useTranslator();
  const problemText = useProblemText();
  if (state !== 'failed') return <Text variant="microcopy">{t(`note_${state}`)}</Text>;
  return (
    <Alert title={t('note_failed')} variant="warning">
      <Flex direction="column" gap="small" align="start">
        {error && <Text>{problemText(error).text}</Text>}
        <CorrelationId id={error?.correlationId} />
        {retry && (
          <Button size="xs" onClick={retry}>
            {t('tryAgain')}
          </Button>
        )}
      </Flex>
    </Alert>
  );
}
