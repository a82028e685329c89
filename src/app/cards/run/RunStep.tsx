import { Alert, Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { Voice } from '../locales/translate';
import { useVoice } from '../locales/VoiceProvider';
import { useSubject } from '../parts/Subject';
import { WaitNote } from '../parts/WaitNote';
import { roughly } from '../parts/words';
import type { Progress, RunView } from './chunked-run';
import { useRun } from './useRun';

/** Step 3 while it runs: how far it is, and what came of it so far. */
export function RunStep({ run, what }: { run: RunView; what: 'run' | 'undo' }) {
  const voice = useVoice();
  const { t } = voice;
  const record = useSubject();
  const progress = useRun(run);
  const { settled, total, phase } = progress;
  const counts = what === 'run' ? runCounts(voice, progress) : undoCounts(voice, progress);
  const done = t('runDone', { done: settled, total });
  return (
    <Flex direction="column" gap="medium">
      <Heading>{what === 'run' ? t('runTitle', { record }) : t('undoing')}</Heading>
      <ProgressBar
        title={done}
        aria-label={`${done}. ${counts}`}
        valueDescription={remaining(voice, progress)}
        value={settled}
        maxValue={Math.max(1, total)}
        showPercentage
      />
      <Text>{counts}</Text>
      {phase === 'stopping' && <Alert variant="info" title={t('runStopping')} />}
      <WaitNote progress={progress} />
      <Text variant="microcopy">{t('runKeepOpen')}</Text>
    </Flex>
  );
}

function runCounts({ t }: Voice, { counts }: Progress): string {
  const { associated = 0, failed = 0, unconfirmed = 0 } = counts;
  return t('runCounts', { associated, failed, unconfirmed });
}

function undoCounts({ t }: Voice, { counts }: Progress): string {
  const { removed = 0, kept = 0, failed = 0 } = counts;
  return t('undoCounts', { removed, kept, failed });
}

function remaining(voice: Voice, { remainingMs }: Progress): string {
  const { t } = voice;
  return remainingMs === undefined
    ? t('runEstimating')
    : t('runRemaining', { time: roughly(voice, remainingMs) });
}
