import { LoadingSpinner } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { RetryNotice } from '../../parts/RetryNotice';
import type { RunView } from '../../run/chunked-run';
import { useRun } from '../../run/useRun';

/** While the text is taken apart. */
export function ReadingProgress({ run }: { run: RunView }) {
  const { t } = useTranslator();
  return (
    <>
      <LoadingSpinner label={t('pasteLooking')} showLabel />
      <RetryNotice progress={useRun(run)} />
    </>
  );
}
