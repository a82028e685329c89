import { Alert, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { LabelledProgressBar } from '../parts/LabelledProgressBar';
import { useRecordName } from '../parts/RecordName';
import { RetryNotice } from '../parts/RetryNotice';
import { roughDuration } from '../parts/duration';
import type { RunView } from './chunked-run';
import type { Operation } from './ledger';
import { useRun } from './useRun';

/** The counts that are always shown during a run, also when they are zero. */
const counted = {
  associate: ['associated', 'failed', 'unconfirmed'],
  undo: ['removed', 'kept', 'failed'],
} as const;

/** Step 3 during a run: the progress, and the counts so far. */
export function RunStep({ run, operation }: { run: RunView; operation: Operation }) {
  const { t, list } = useTranslator();
  const record = useRecordName();
  const progress = useRun(run);
  const { settled: done, total, phase, remainingMs, counts } = progress;
  const words = t('partOf', { done, total });
  const summary = list(
    counted[operation].map((kind) => t('nOf', { n: counts[kind] ?? 0, what: t(`status_${kind}`) })),
  );
  const time = remainingMs === undefined ? '' : roughDuration(t, remainingMs);
  return (
    <Flex direction="column" gap="medium">
      <Heading>{operation === 'associate' ? t('runTitle', { record }) : t('undoing')}</Heading>
      <LabelledProgressBar
        title={words}
        ariaLabel={`${words}. ${summary}`}
        description={time === '' ? t('runEstimating') : t('runRemaining', { time })}
        done={done}
        total={total}
      />
      <Text>{summary}</Text>
      {phase === 'stopping' && <Alert variant="info" title={t('runStopping')} />}
      <RetryNotice progress={progress} />
      <Text variant="microcopy">{t('runKeepOpen')}</Text>
    </Flex>
  );
}
