import { Flex, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { GroupTabs } from '../parts/GroupTabs';
import type { Result } from '../panel/state';
import type { Line } from '../run/ledger';
import { standingTitle } from './outcome-words';
import { LineTable } from './LineTable';
import { ReasonGroups } from './ReasonGroups';
import { byStanding, type Standing } from './standing';

/** The records of a run by where they stand now, first what asks for attention. */
export function OutcomeTabs({ result: { ledger, type } }: { result: Result }) {
  const voice = useVoice();
  const groups = byStanding(ledger).map(({ standing, lines }) => ({
    name: standing,
    title: standingTitle(voice, standing),
    rows: lines,
  }));
  return (
    <GroupTabs groups={groups}>
      {({ name, rows }) => <Lines standing={name} lines={rows} objectType={type.id} />}
    </GroupTabs>
  );
}

interface LinesProps {
  standing: Standing;
  lines: readonly Line[];
  objectType: string;
}

function Lines({ standing, lines, objectType }: LinesProps) {
  const { t } = useVoice();
  switch (standing) {
    case 'failed':
    case 'undo_failed':
    case 'skipped':
      return <ReasonGroups lines={lines} objectType={objectType} />;
    case 'unconfirmed':
    case 'not_sent':
    case 'associated':
      return (
        <Flex direction="column" gap="small">
          <Text>{t(`result_${standing}`)}</Text>
          <LineTable lines={lines} objectType={objectType} />
        </Flex>
      );
    default:
      return <LineTable lines={lines} objectType={objectType} />;
  }
}
