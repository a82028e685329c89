import { Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';

/** Says on the card how far a run is while its panel is closed. */
export function RunningNote({ run, what }: { run: RunView; what: 'run' | 'undo' }) {
  const { t } = useVoice();
  const { settled, total } = useRun(run);
  return <Text>{t(what === 'run' ? 'faceRunning' : 'faceUndoing', { done: settled, total })}</Text>;
}
