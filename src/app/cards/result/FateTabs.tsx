import { useState } from 'react';
import { Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Result } from '../panel/state';
import { fates, type Fate, type Line } from '../run/ledger';
import { fateWord } from './fate-words';
import { LineTable } from './LineTable';
import { ReasonGroups } from './ReasonGroups';
import { leftOutReason, reasonOf } from './reasons';

/** The records of a run by what became of them; fates that none has are left out. */
export function FateTabs({ result }: { result: Result }) {
  const { t } = useVoice();
  const [wanted, setWanted] = useState<string | number>();
  const { ledger, type } = result;
  const linesOf = (fate: Fate) => ledger.filter((line) => line.fate === fate);
  const present = fates
    .map((fate) => ({ fate, lines: linesOf(fate) }))
    .filter(({ lines }) => lines.length > 0);
  const selected = present.find(({ fate }) => fate === wanted) ?? present[0];
  if (!selected) return null;
  return (
    <Tabs selected={selected.fate} onSelectedChange={(id: string | number) => setWanted(id)}>
      {present.map(({ fate, lines }) => (
        <Tab key={fate} tabId={fate} title={t('counted', { word: fateWord(t, fate), n: lines.length })}>
          {fate === selected.fate && <FateLines key={fate} fate={fate} lines={lines} objectType={type.id} />}
        </Tab>
      ))}
    </Tabs>
  );
}

interface FateLinesProps {
  fate: Fate;
  lines: readonly Line[];
  objectType: string;
}

function FateLines({ fate, lines, objectType }: FateLinesProps) {
  const { t } = useVoice();
  switch (fate) {
    case 'failed':
      return (
        <ReasonGroups lines={lines} objectType={objectType} reasonFor={({ error }) => reasonOf(error)} />
      );
    case 'skipped':
      return <ReasonGroups lines={lines} objectType={objectType} reasonFor={leftOutReason} />;
    case 'already':
      return <LineTable lines={lines} objectType={objectType} />;
    default:
      return (
        <Flex direction="column" gap="small">
          <Text>{t(fateTexts[fate])}</Text>
          <LineTable lines={lines} objectType={objectType} />
        </Flex>
      );
  }
}

const fateTexts = {
  unconfirmed: 'resultUnconfirmedText',
  not_sent: 'resultNotSentText',
  associated: 'resultAssociatedText',
} as const;
