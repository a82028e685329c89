import { Alert } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Progress } from '../run/chunked-run';
import { useSdk } from '../sdk/SdkProvider';
import { problemWords } from './problem-words';
import { roughly } from './words';

/** Says why nothing moves for a moment. */
export function WaitNote({ progress }: { progress: Progress }) {
  const voice = useVoice();
  const sdk = useSdk();
  const { phase, waitMs = 0, error } = progress;
  if (phase !== 'waiting' || !error) return null;
  const reason = problemWords(voice, error, sdk).title;
  return <Alert variant="warning" title={voice.t('runWaiting', { time: roughly(voice, waitMs), reason })} />;
}
