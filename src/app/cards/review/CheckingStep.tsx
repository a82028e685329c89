import { Flex, Heading } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { LabelledProgressBar } from '../parts/LabelledProgressBar';
import { RetryNotice } from '../parts/RetryNotice';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';

/** The progress of the check that precedes step 2. */
export function CheckingStep({ run }: { run: RunView }) {
  const { t } = useTranslator();
  const progress = useRun(run);
  const { settled: done, total } = progress;
  return (
    <Flex direction="column" gap="small">
      <Heading>{t('checking')}</Heading>
      <LabelledProgressBar title={t('partOf', { done, total })} done={done} total={total} />
      <RetryNotice progress={progress} />
    </Flex>
  );
}
