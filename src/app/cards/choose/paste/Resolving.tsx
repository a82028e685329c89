import { ProgressBar } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import type { RunView } from '../../run/chunked-run';
import { useRun } from '../../run/useRun';

/** How far the look-up is. */
export function Resolving({ run }: { run: RunView }) {
  const { t } = useVoice();
  const { settled, total } = useRun(run);
  const words = t('pasteLooking', { done: settled, total });
  return (
    <ProgressBar
      title={words}
      aria-label={words}
      value={settled}
      maxValue={Math.max(1, total)}
      showPercentage
    />
  );
}
