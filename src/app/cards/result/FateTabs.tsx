import { useState } from 'react';
import { Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Result } from '../panel/state';
import type { Line } from '../run/ledger';
import { standingWords } from './fate-words';
import { LineTable } from './LineTable';
import { ReasonGroups } from './ReasonGroups';
import { leftOutReason, reasonOf } from './reasons';
import { byStanding, type Standing } from './standing';

/** The records of a run by where they stand now, first what asks for attention. */
export function FateTabs({ result }: { result: Result }) {
  const { t } = useVoice();
  const [wanted, setWanted] = useState<string | number>();
  const groups = byStanding(result.ledger);
  const selected = groups.find(({ standing }) => standing === wanted) ?? groups[0];
  if (!selected) return null;
  return (
    <Tabs selected={selected.standing} onSelectedChange={(id: string | number) => setWanted(id)}>
      {groups.map(({ standing, lines }) => (
        <Tab
          key={standing}
          tabId={standing}
          title={t('counted', { word: t(standingWords[standing]), n: lines.length })}
        >
          {standing === selected.standing && (
            <Lines key={standing} standing={standing} lines={lines} objectType={result.type.id} />
          )}
        </Tab>
      ))}
    </Tabs>
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
      return (
        <ReasonGroups lines={lines} objectType={objectType} reasonFor={({ error }) => reasonOf(error)} />
      );
    case 'undo_failed':
      return (
        <ReasonGroups lines={lines} objectType={objectType} reasonFor={({ undo }) => reasonOf(undo?.error)} />
      );
    case 'skipped':
      return <ReasonGroups lines={lines} objectType={objectType} reasonFor={leftOutReason} />;
    case 'unconfirmed':
    case 'not_sent':
    case 'associated':
      return (
        <Flex direction="column" gap="small">
          <Text>{t(texts[standing])}</Text>
          <LineTable lines={lines} objectType={objectType} />
        </Flex>
      );
    default:
      return <LineTable lines={lines} objectType={objectType} />;
  }
}

const texts = {
  unconfirmed: 'resultUnconfirmedText',
  not_sent: 'resultNotSentText',
  associated: 'resultAssociatedText',
} as const;
