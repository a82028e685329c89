import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { GroupTabs } from '../../parts/GroupTabs';
import { useCopy } from '../../parts/useCopy';
import { LineTable } from './LineTable';
import { groupLines, lineGroups, type LineGroup, type NumberedLine } from './line-groups';
import type { PastedLine } from './pasted-line';

/** The lines that did not identify exactly one record, in one tab per kind of problem. */
export function LineGroups({ lines }: { lines: readonly PastedLine[] }) {
  const { t } = useTranslator();
  const rows = groupLines(lines);
  const groups = lineGroups
    .filter((name) => rows[name].length > 0)
    .map((name) => ({ name, title: t(`tab_${name}`), rows: rows[name] }));
  return <GroupTabs groups={groups}>{(group) => <Lines group={group.name} lines={group.rows} />}</GroupTabs>;
}

interface LinesProps {
  group: LineGroup;
  lines: readonly NumberedLine[];
}

function Lines({ group, lines }: LinesProps) {
  const { paste } = useSession();
  const { t } = useTranslator();
  const copy = useCopy();
  return (
    <Flex direction="column" gap="small">
      <Text>{t(`paste_${group}`)}</Text>
      <LineTable group={group} lines={lines} />
      <Flex gap="small" wrap>
        <Button size="xs" onClick={() => copy(lines.map(({ text }) => text).join('\n'))}>
          {t('pasteCopy')}
        </Button>
        {group === 'unknown' && (
          <Button size="xs" onClick={() => void paste.readUnknown()}>
            {t('checkAgain')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
