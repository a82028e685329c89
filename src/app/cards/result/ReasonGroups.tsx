import { Accordion, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Line } from '../run/ledger';
import { LineTable } from './LineTable';
import { groupByReason } from './reasons';

/** Records grouped by the reason of their failure. The most frequent reason comes first and is open. */
export function ReasonGroups({ lines, objectType }: { lines: readonly Line[]; objectType: string }) {
  const { t } = useTranslator();
  return (
    <Flex direction="column" gap="small">
      {groupByReason(lines).map(({ reason, lines: group }, index) => (
        <Accordion
          key={reason}
          title={t('detailed', { what: t(`why_${reason}`), detail: group.length })}
          defaultOpen={index === 0}
          size="sm"
        >
          <LineTable lines={group} objectType={objectType} />
        </Accordion>
      ))}
    </Flex>
  );
}
