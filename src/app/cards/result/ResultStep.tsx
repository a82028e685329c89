import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { ProblemAlert } from '../parts/ProblemAlert';
import { useSubject } from '../parts/Subject';
import { countOf } from '../parts/words';
import type { Result } from '../panel/state';
import { countFates } from '../run/ledger';
import { undoSummaryOf } from './fate-words';
import { FateTabs } from './FateTabs';

/** Step 3 when it is over: what became of every chosen record, failures first. */
export function ResultStep({ result }: { result: Result }) {
  const voice = useVoice();
  const { t } = voice;
  const record = useSubject();
  const { ledger, type, stopped, error } = result;
  const counts = countFates(ledger);
  const { associated: n, failed, unconfirmed, not_sent: notSent } = counts;
  const isClean = failed + unconfirmed + notSent === 0;
  const undone = undoSummaryOf(voice, ledger);
  const headline =
    n === 0
      ? t('resultNone')
      : isClean
        ? t('resultAll', { records: countOf(t, type, n), record })
        : t('resultSome', { n, total: ledger.length, record });
  return (
    <Flex direction="column" gap="medium">
      <Alert
        title={t(isClean ? 'resultSuccess' : 'resultProblems')}
        variant={isClean ? 'success' : 'warning'}
      >
        <Text>{headline}</Text>
        {stopped && !undone && <Text>{t('resultStopped')}</Text>}
        {undone !== '' && <Text>{t('undoDone', { summary: undone })}</Text>}
      </Alert>
      {error && <ProblemAlert error={error} />}
      <FateTabs result={result} />
    </Flex>
  );
}
