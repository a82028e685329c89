import { Flex, Heading } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { LabelledProgressBar } from '../parts/LabelledProgressBar';
import { RetryNotice } from '../parts/RetryNotice';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';

/** Between steps 1 and 2: asking HubSpot about each chosen record. */
export function CheckingStep({ run }: { run: RunView }) {
  const { t } = useTranslator();
  const progress = useRun(run);
  const { settled: done, total } = progress;
  return (
    <Flex direction="column" gap="small">
      <Heading>{t('checking')}</Heading>
      <LabelledProgressBar words={t('partOf', { done, total })} done={done} total={total} />
      <RetryNotice progress={progress} />
    </Flex>
  );
}
