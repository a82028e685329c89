import { Alert } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Progress } from '../run/chunked-run';
import { useProblemText } from './useProblemText';
import { roughDuration } from './duration';

/** While a run waits before a retry: the length of the wait and its reason. */
export function RetryNotice({ progress: { phase, waitMs = 0, error } }: { progress: Progress }) {
  const { t } = useTranslator();
  const textOf = useProblemText();
  if (phase !== 'waiting' || !error) return null;
  const title = t('runWaiting', { time: roughDuration(t, waitMs), reason: textOf(error).title });
  return <Alert variant="warning" title={title} />;
}
