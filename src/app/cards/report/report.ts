import type { AssociationLabel } from '@bulk-associate/contract';
import type { Translator } from '../locales/translator';
import type { Result } from '../panel/state';
import type { KnownRecords } from '../records/known-records';
import { recordAddress } from '../parts/RecordLink';
import { statusTitle } from '../result/outcome-words';
import { reasonFor } from '../result/reasons';
import { resultErrorOf, resultStatusOf } from '../result/summary';
import type { Line } from '../run/ledger';
import { labelNames, type Operation } from '../run/operation';
import { hasSeveralAnchors } from '../run/pairs';
import { toSpreadsheet } from './spreadsheet';

/**
 * The result of a run for a spreadsheet: one row per pair, with HubSpot's own message for failures. A name that was never
 * read is left empty, as those of the members of a segment. With several anchors each row names its own.
 */
export function reportOf(
  translator: Translator,
  portalId: number,
  { ledger, type, operation }: Result,
  known: KnownRecords,
): string {
  const { t } = translator;
  const hasAnchors = hasSeveralAnchors(ledger);
  const anchorColumn = t('column_anchor');
  const header = [
    t('column_name'),
    t('reportDetail'),
    t('column_hs_object_id'),
    ...(hasAnchors
      ? [anchorColumn, t('detailed', { what: anchorColumn, detail: t('column_hs_object_id') })]
      : []),
    t('reportOutcome'),
    t('reportLabels'),
    t('reason'),
    t('reportMessage'),
    t('reportCategory'),
    t('reportCorrelation'),
    t('reportUndo'),
    t('reportLink'),
  ];
  const rows = ledger.map((line) => {
    const { outcome, undo } = line;
    const record = known.named(type.id, line.record);
    const error = resultErrorOf(line);
    return [
      record.label === record.id ? '' : record.label,
      record.detail ?? '',
      record.id,
      ...(hasAnchors ? [line.anchor?.label ?? '', line.anchor?.id ?? ''] : []),
      statusTitle(translator, operation, outcome),
      labelNames(type, labelsOf(operation, line)).join('; '),
      error || outcome === 'skipped' ? t(`why_${reasonFor(line)}`) : '',
      error?.message ?? '',
      [error?.category, error?.subCategory].filter(Boolean).join(' / '),
      error?.correlationId ?? '',
      undo ? statusTitle(translator, operation, resultStatusOf(line)) : '',
      recordAddress(portalId, type.id, record.id),
    ];
  });
  return toSpreadsheet([header, ...rows]);
}

/** The label that was given or removed; of a whole association that was removed, all that it had. */
function labelsOf({ name, label }: Operation, { labels = [] }: Line): readonly AssociationLabel[] {
  if (label) return [label];
  return name === 'remove' ? labels : [];
}
