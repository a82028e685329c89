import { Flex, Text } from '@hubspot/ui-extensions';
import type { LinkableObjectType, RunStatus } from '@bulk-associate/contract';
import { useTranslator } from '../locales/TranslatorProvider';
import { typeInSentence } from '../parts/type-names';
import { outcomesText, undoneText } from '../result/outcome-words';
import { isGoing } from './call-back-end';
import { operationOf, unknownType } from './hosted-runs';
import { useBackEndWords } from './words';

interface HistoryEntryProps {
  status: RunStatus;
  types: readonly LinkableObjectType[];
}

/** What a run did, when, by whom, and with which outcomes. */
export function HistoryEntry({ status, types }: HistoryEntryProps) {
  const translator = useTranslator();
  const { t, date, time, list } = translator;
  const words = useBackEndWords();
  const { toObjectType, createdAt, deletedAt, isOwn, userId, phase, stopped, work } = status;
  const type = types.find(({ id }) => id === toObjectType) ?? unknownType(toObjectType);
  const operation = operationOf(status, type);
  const what = t('detailed', { what: t(`operation_${operation.name}`), detail: typeInSentence(t, type) });
  const who = isOwn ? words('historyYou') : words('historyUser', { id: userId });
  const done = outcomesText(translator, operation, status.outcomes);
  const undone = undoneText(translator, operation, status.undone);
  const about = [
    `${date(createdAt)} ${time(createdAt)}`,
    who,
    ...(deletedAt === undefined ? [] : [words('historyDeletedAt', { date: date(deletedAt) })]),
  ];
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'bold' }}>
        {operation.label ? `${what} · ${t('withLabel', { label: operation.label.name })}` : what}
      </Text>
      <Text variant="microcopy">{about.join(' · ')}</Text>
      {isGoing(status) && <Text>{words(`going_${phase}`, { done: work.settled, total: work.total })}</Text>}
      {(phase === 'undo' || !isGoing(status)) && (
        <Text>{stopped && phase === 'run' ? list([done, words('historyStopped')]) : done}</Text>
      )}
      {undone !== '' && <Text>{t('undoDone', { summary: undone })}</Text>}
    </Flex>
  );
}
