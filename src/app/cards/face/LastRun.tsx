import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Result } from '../panel/state';
import { summaryText, undoSummaryText } from '../result/outcome-words';

/** A summary of the last run in this session. */
export function LastRun({ result: { ledger, operation, endedAt } }: { result: Result }) {
  const translator = useTranslator();
  const { t } = translator;
  const undone = undoSummaryText(translator, operation, ledger);
  return (
    <>
      <Text variant="microcopy">
        {t('faceLast', {
          time: translator.time(endedAt),
          summary: summaryText(translator, operation, ledger),
        })}
      </Text>
      {undone !== '' && <Text variant="microcopy">{t('undoDone', { summary: undone })}</Text>}
    </>
  );
}
