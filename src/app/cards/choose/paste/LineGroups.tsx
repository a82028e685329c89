import { useState } from 'react';
import { Button, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import { useCopy } from '../../parts/useCopy';
import { useSession } from '../../panel/SessionProvider';
import { LineTable } from './LineTable';
import { groupLines, lineGroups, type LineGroup, type NumberedLine } from './line-groups';
import type { PastedLine } from './pasting';

/** The lines that did not name one record, by what is the matter with them. */
export function LineGroups({ lines }: { lines: readonly PastedLine[] }) {
  const { t } = useVoice();
  const groups = groupLines(lines);
  const present = lineGroups.filter((group) => groups[group].length > 0);
  const [wanted, setWanted] = useState<string | number>('several');
  const selected = present.find((group) => group === wanted) ?? present[0];
  if (!selected) return null;
  return (
    <Tabs selected={selected} onSelectedChange={(id: string | number) => setWanted(id)}>
      {present.map((group) => (
        <Tab
          key={group}
          tabId={group}
          title={t('counted', { word: t(titles[group]), n: groups[group].length })}
        >
          {group === selected && <Group group={group} lines={groups[group]} />}
        </Tab>
      ))}
    </Tabs>
  );
}

const titles = {
  several: 'pasteTabSeveral',
  notFound: 'reviewNotFound',
  unreadable: 'pasteTabUnreadable',
  unknown: 'reviewUnknown',
} as const;

const texts = {
  several: 'pasteSeveralText',
  notFound: 'pasteNotFoundText',
  unreadable: 'pasteUnreadableText',
  unknown: 'pasteUnknownText',
} as const;

interface GroupProps {
  group: LineGroup;
  lines: NumberedLine[];
}

function Group({ group, lines }: GroupProps) {
  const { paste } = useSession();
  const { t } = useVoice();
  const copy = useCopy();
  return (
    <Flex direction="column" gap="small">
      <Text>{t(texts[group])}</Text>
      <LineTable group={group} lines={lines} />
      <Flex gap="small" wrap>
        <Button size="xs" onClick={() => copy(lines.map(({ value }) => value).join('\n'))}>
          {t('pasteCopy', { n: lines.length })}
        </Button>
        {group === 'unknown' && (
          <Button size="xs" onClick={() => void paste.readUnknown()}>
            {t('pasteAgain')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
