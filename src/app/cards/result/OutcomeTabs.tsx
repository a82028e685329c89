import { Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { GroupTabs } from '../parts/GroupTabs';
import type { Result } from '../panel/state';
import type { Line } from '../run/ledger';
import { statusTitle } from './outcome-words';
import { LineTable } from './LineTable';
import { ReasonGroups } from './ReasonGroups';
import { summarize, type ResultStatus } from './summary';

/** The records of a run in one tab per status. Statuses that need attention come first. */
export function OutcomeTabs({ result }: { result: Result }) {
  const translator = useTranslator();
  const groups = summarize(result.ledger).map(({ status, lines }) => ({
    name: status,
    title: statusTitle(translator, result.operation, status, lines.length),
    rows: lines,
  }));
  return (
    <GroupTabs groups={groups}>
      {({ name, rows }) => <Lines status={name} lines={rows} result={result} />}
    </GroupTabs>
  );
}

interface LinesProps {
  status: ResultStatus;
  lines: readonly Line[];
  result: Result;
}

function Lines({ status, lines, result }: LinesProps) {
  const { t } = useTranslator();
  switch (status) {
    case 'failed':
    case 'undo_failed':
    case 'skipped':
      return <ReasonGroups lines={lines} result={result} />;
    case 'unconfirmed':
    case 'not_sent':
    case 'associated':
    case 'removed':
      return (
        <Flex direction="column" gap="small">
          <Text>{t(`result_${status}`)}</Text>
          <LineTable lines={lines} result={result} />
        </Flex>
      );
    default:
      return <LineTable lines={lines} result={result} />;
  }
}
