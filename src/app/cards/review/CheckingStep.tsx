import { Flex, Heading, ProgressBar } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { WaitNote } from '../parts/WaitNote';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';

/** Between steps 1 and 2: asking HubSpot about each chosen record. */
export function CheckingStep({ run }: { run: RunView }) {
  const { t } = useVoice();
  const progress = useRun(run);
  const { settled, total } = progress;
  const words = t('checking', { done: settled, total });
  return (
    <Flex direction="column" gap="small">
      <Heading>{t('checkingTitle')}</Heading>
      <ProgressBar title={words} aria-label={words} value={settled} maxValue={total} showPercentage />
      <WaitNote progress={progress} />
    </Flex>
  );
}
