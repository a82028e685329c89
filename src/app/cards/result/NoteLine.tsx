import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { NoteState } from '../panel/state';
import { CorrelationId } from '../parts/CorrelationId';
import { useProblemText } from '../parts/useProblemText';

/** What became of the note about a run. */
export function NoteLine({ note }: { note: NoteState }) {
  const { t } = useTranslator();
  const problemText = useProblemText();
  if (note.name !== 'failed') return <Text variant="microcopy">{t(`note_${note.name}`)}</Text>;
  return (
    <Alert title={t('note_failed')} variant="warning">
      <Flex direction="column" gap="small" align="start">
        <Text>{problemText(note.error).text}</Text>
        <CorrelationId id={note.error.correlationId} />
        <Button size="xs" onClick={note.retry}>
          {t('tryAgain')}
        </Button>
      </Flex>
    </Alert>
  );
}
