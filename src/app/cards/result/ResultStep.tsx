import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { Translator } from '../locales/translator';
import { useTranslator } from '../locales/TranslatorProvider';
import { ProblemAlert } from '../parts/ProblemAlert';
import { useRecordName } from '../parts/RecordName';
import { countOf } from '../parts/type-names';
import type { Result } from '../panel/state';
import { countOpen, countOutcomes, type Line, type Phase } from '../run/ledger';
import { kindOf, type Operation } from '../run/operation';
import { hasSeveralAnchors, recordCount } from '../run/pairs';
import { undoSummaryText } from './outcome-words';
import { NoteLine } from './NoteLine';
import { OutcomeTabs } from './OutcomeTabs';

/** Step 3 after the run: a headline, and the selected records by status, failures first. */
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
      {result.note && <NoteLine note={result.note} />}
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
  { ledger, type, operation, phase, stopped }: Result,
  record: string,
): Headline {
  const { t } = translator;
  const kind = kindOf(operation);
  const label = operation.label?.name ?? '';
  // What an earlier undo took back is not counted, also if the rest was sent again after it.
  const standing = ledger.filter(({ undo }) => undo?.outcome !== 'undone');
  const counts = countOutcomes(standing);
  const n = counts.associated + counts.removed;
  const isClean = countOpen(ledger, phase) === 0;
  const total = ledger.length;
  const isDone = ({ outcome }: Line) => outcome === 'associated' || outcome === 'removed';
  const done = isClean
    ? t(`result_all_${kind}`, {
        records: countOf(t, type, recordCount(standing.filter(isDone))),
        record,
        label,
      })
    : kind === 'associate' && hasSeveralAnchors(ledger)
      ? t('result_some_pairs', { n, total })
      : t(`result_some_${kind}`, { n, total, record, label });
  const undone = undoSummaryText(translator, operation, ledger);
  const texts = [
    ...(phase === 'run' && n > 0 ? [done] : []),
    ...(phase === 'run' && kind === 'associate' && label ? [t('withLabel', { label })] : []),
    ...(undone === '' ? [] : [t('undoDone', { summary: undone })]),
    ...(stopped ? [t('resultStopped')] : []),
  ];
  return { title: t(titleOf(operation, phase, n, isClean)), isClean, texts };
}

function titleOf({ name }: Operation, phase: Phase, n: number, isClean: boolean) {
  if (phase === 'run' && n === 0) return `result_none_${name}` as const;
  if (!isClean) return 'resultProblems';
  return phase === 'run' ? 'resultSuccess' : 'undoneTitle';
}
