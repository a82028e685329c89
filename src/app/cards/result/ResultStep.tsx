import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { Voice } from '../locales/translate';
import { useVoice } from '../locales/VoiceProvider';
import { ProblemAlert } from '../parts/ProblemAlert';
import { useSubject } from '../parts/Subject';
import { countOf } from '../parts/words';
import type { Result } from '../panel/state';
import { countFates, countUndo } from '../run/ledger';
import { undoSummaryOf } from './fate-words';
import { FateTabs } from './FateTabs';

/** Step 3 when it is over: what became of every chosen record, failures first. */
export function ResultStep({ result }: { result: Result }) {
  const voice = useVoice();
  const record = useSubject();
  const { title, isClean, texts } = headline(voice, result, record);
  return (
    <Flex direction="column" gap="medium">
      <Alert title={title} variant={isClean ? 'success' : 'warning'}>
        {texts.map((text) => (
          <Text key={text}>{text}</Text>
        ))}
      </Alert>
      {result.error && <ProblemAlert error={result.error} />}
      <FateTabs result={result} />
    </Flex>
  );
}

interface Headline {
  title: string;
  isClean: boolean;
  texts: string[];
}

function headline(voice: Voice, result: Result, record: string): Headline {
  const { t } = voice;
  const { ledger, type, stopped } = result;
  const { associated: n, failed, unconfirmed, not_sent: notSent } = countFates(ledger);
  const undone = undoSummaryOf(voice, ledger);
  if (undone !== '') {
    const { removed, kept } = countUndo(ledger);
    const isClean = removed + kept === n;
    const title = t(isClean ? 'undoneTitle' : 'resultProblems');
    return { title, isClean, texts: [t('undoDone', { summary: undone })] };
  }
  const isClean = failed + unconfirmed + notSent === 0;
  const done = isClean
    ? t('resultAll', { records: countOf(t, type, n), record })
    : t('resultSome', { n, total: ledger.length, record });
  const texts = [...(n > 0 ? [done] : []), ...(stopped ? [t('resultStopped')] : [])];
  const title = n === 0 ? 'resultNone' : isClean ? 'resultSuccess' : 'resultProblems';
  return { title: t(title), isClean, texts };
}
