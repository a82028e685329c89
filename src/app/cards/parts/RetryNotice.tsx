import { Alert } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Progress } from '../run/chunked-run';
import { useProblemWords } from './useProblemWords';
import { roughly } from './words';

/** Says why nothing moves for a moment. */
export function WaitNote({ progress: { phase, waitMs = 0, error } }: { progress: Progress }) {
  const { t } = useTranslator();
  const wordsFor = useProblemWords();
  if (phase !== 'waiting' || !error) return null;
  const title = t('runWaiting', { time: roughly(t, waitMs), reason: wordsFor(error).title });
  return <Alert variant="warning" title={title} />;
}
