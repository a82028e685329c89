import { Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Result } from '../panel/state';
import { summaryText, undoSummaryText } from '../result/outcome-words';

/** What the last run of this sitting came to. */
export function LastRun({ result }: { result: Result }) {
  const voice = useVoice();
  const { t } = voice;
  const undone = undoSummaryText(voice, result.ledger);
  return (
    <>
      <Text variant="microcopy">
        {t('faceLast', { time: voice.time(result.endedAt), summary: summaryText(voice, result.ledger) })}
      </Text>
      {undone !== '' && <Text variant="microcopy">{t('undoDone', { summary: undone })}</Text>}
    </>
  );
}
