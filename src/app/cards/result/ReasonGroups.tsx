import { Accordion, Flex } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import type { Line } from '../run/ledger';
import { LineTable } from './LineTable';
import { groupByReason, type Reason } from './reasons';

interface ReasonGroupsProps {
  lines: readonly Line[];
  objectType: string;
  reasonFor: (line: Line) => Reason;
}

/** Records by the reason why they were not linked: the reason of most of them first, and open. */
export function ReasonGroups({ lines, objectType, reasonFor }: ReasonGroupsProps) {
  const { t } = useVoice();
  return (
    <Flex direction="column" gap="small">
      {groupByReason(lines, reasonFor).map(({ reason, lines: group }, index) => (
        <Accordion
          key={reason}
          title={t('counted', { word: t(reason), n: group.length })}
          defaultOpen={index === 0}
          size="sm"
        >
          <LineTable lines={group} objectType={objectType} />
        </Accordion>
      ))}
    </Flex>
  );
}
