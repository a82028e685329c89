import { Accordion, Flex } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Result } from '../panel/state';
import type { Line } from '../run/ledger';
import { LineTable } from './LineTable';
import { groupByReason } from './reasons';

/** Records grouped by the reason of their failure. The most frequent reason comes first and is open. */
export function ReasonGroups({ lines, result }: { lines: readonly Line[]; result: Result }) {
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
          <LineTable lines={group} result={result} />
        </Accordion>
      ))}
    </Flex>
  );
}
