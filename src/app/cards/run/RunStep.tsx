import { Alert, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { LabelledProgressBar } from '../parts/LabelledProgressBar';
import { RetryNotice } from '../parts/RetryNotice';
import { roughDuration } from '../parts/duration';
import type { RunView } from './chunked-run';
import type { RunKind } from '../panel/state';
import { useRunTitle } from './useRunTitle';
import { useRun } from './useRun';

/** The statuses that are counted during a run, also when they are zero, and the words for them. */
const counted = {
  run_associate: { associated: 'associated', failed: 'failed', unconfirmed: 'unconfirmed' },
  run_remove: { removed: 'removed', failed: 'failed', unconfirmed: 'unconfirmed' },
  undo_associate: { removed: 'undone', kept: 'kept', failed: 'failed' },
  undo_remove: { associated: 'undone', failed: 'failed', unconfirmed: 'unconfirmed' },
} as const;

interface RunStepProps {
  run: RunView;
  of: RunKind;
  /** What ends a run before its time. */
  keepOpen: string;
}

/** Step 3 during a run: the progress, and the counts so far. */
export function RunStep({ run, of, keepOpen }: RunStepProps) {
  const { t, list } = useTranslator();
  const title = useRunTitle(of);
  const progress = useRun(run);
  const { settled: done, total, phase, remainingMs, counts } = progress;
  const words = t('partOf', { done, total });
  const summary = list(
    Object.entries(counted[`${of.phase}_${of.operation.name}`]).map(([status, word]) => {
      const n = counts[status] ?? 0;
      return t('statusCount', { n, status: t(`status_${word}`, { n }) });
    }),
  );
  const time = remainingMs === undefined ? '' : roughDuration(t, remainingMs);
  return (
    <Flex direction="column" gap="medium">
      <Heading>{title}</Heading>
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
      <Text variant="microcopy">{run.note?.() ?? keepOpen}</Text>
    </Flex>
  );
}
