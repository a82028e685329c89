import { Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import type { Result } from '../panel/state';
import { summaryText, undoSummaryText } from '../result/outcome-words';

/** A summary of the last run in this session. */
export function LastRun({ result }: { result: Result }) {
  const translator = useTranslator();
  const { t } = translator;
  const undone = undoSummaryText(translator, result.ledger);
  return (
    <>
      <Text variant="microcopy">
        {t('faceLast', {
          time: translator.time(result.endedAt),
          summary: summaryText(translator, result.ledger),
        })}
      </Text>
      {undone !== '' && <Text variant="microcopy">{t('undoDone', { summary: undone })}</Text>}
    </>
  );
}
