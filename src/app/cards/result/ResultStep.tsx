import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { Translator } from '../locales/translator';
import { useTranslator } from '../locales/TranslatorProvider';
import { ProblemAlert } from '../parts/ProblemAlert';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Result } from '../panel/state';
import { countOpen, countOutcomes, type Operation } from '../run/ledger';
import { undoSummaryText } from './outcome-words';
import { OutcomeTabs } from './OutcomeTabs';

/** Step 3 after the run: a headline, and the chosen records by status, failures first. */
export function ResultStep({ result }: { result: Result }) {
  const translator = useTranslator();
  const record = useRecordName();
  const { title, isClean, texts } = headline(translator, result, record);
  return (
    <Flex direction="column" gap="medium">
      <Alert title={title} variant={isClean ? 'success' : 'warning'}>
        {texts.map((text) => (
          <Text key={text}>{text}</Text>
        ))}
      </Alert>
      {result.error && <ProblemAlert error={result.error} />}
      <OutcomeTabs result={result} />
    </Flex>
  );
}

interface Headline {
  title: string;
  isClean: boolean;
  texts: string[];
}

function headline(
  translator: Translator,
  { ledger, type, operation, stopped }: Result,
  record: string,
): Headline {
  const { t } = translator;
  const { associated: n } = countOutcomes(ledger);
  const isClean = countOpen(ledger, operation) === 0;
  const records = countOf(t, type, n);
  const done = isClean ? t('resultAll', { records, record }) : t('resultSome', { n, total: ledger.length, record }); // prettier-ignore
  const undone = undoSummaryText(translator, ledger);
  const texts = [
    ...(operation === 'associate' && n > 0 ? [done] : []),
    ...(undone === '' ? [] : [t('undoDone', { summary: undone })]),
    ...(stopped ? [t('resultStopped')] : []),
  ];
  return { title: t(titleOf(operation, n, isClean)), isClean, texts };
}

function titleOf(operation: Operation, associated: number, isClean: boolean) {
  if (operation === 'associate' && associated === 0) return 'resultNone';
  if (!isClean) return 'resultProblems';
  return operation === 'associate' ? 'resultSuccess' : 'undoneTitle';
}
