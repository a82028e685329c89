import type { Translator } from '../locales/translator';
import type { Result } from '../panel/state';
import { recordAddress } from '../parts/RecordLink';
import { statusTitle } from '../result/outcome-words';
import { reasonFor } from '../result/reasons';
import { resultStatusOf } from '../result/summary';
import { toCsv } from './csv';

/** The result of a run as CSV: one row per chosen record, with HubSpot's own message for failures. */
export function reportOf(translator: Translator, portalId: number, { ledger, type }: Result): string {
  const { t } = translator;
  const header = [
    t('column_name'),
    t('column_hs_object_id'),
    t('reportOutcome'),
    t('reason'),
    t('reportMessage'),
    t('reportCategory'),
    t('reportCorrelation'),
    t('reportUndo'),
    t('reportLink'),
  ];
  const rows = ledger.map((line) => {
    const { record, outcome, undo } = line;
    const { error } = undo ?? line;
    return [
      record.label,
      record.id,
      statusTitle(translator, outcome),
      error || outcome === 'skipped' ? t(`why_${reasonFor(line)}`) : '',
      error?.message ?? '',
      [error?.category, error?.subCategory].filter(Boolean).join(' / '),
      error?.correlationId ?? '',
      undo ? statusTitle(translator, resultStatusOf(line)) : '',
      recordAddress(portalId, type.id, record.id),
    ];
  });
  return toCsv([header, ...rows]);
}
