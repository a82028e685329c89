import type { Voice } from '../locales/translate';
import { recordAddress } from '../parts/RecordLink';
import { standingWords } from '../result/fate-words';
import { leftOutReason, reasonOf } from '../result/reasons';
import { standingOf } from '../result/standing';
import type { Result } from '../panel/state';
import type { Line } from '../run/ledger';
import { toCsv } from './csv';

/** A run as a table for a spreadsheet: one row per chosen record, with HubSpot's own words where it refused. */
export function reportOf(voice: Voice, portalId: number, { ledger, type }: Result): string {
  const { t } = voice;
  const header = [
    t('resultRecord'),
    t('columnRecordId'),
    t('resultOutcome'),
    t('pasteReason'),
    t('reportMessage'),
    t('reportCategory'),
    t('reportCorrelation'),
    t('reportUndo'),
    t('reportLink'),
  ];
  const rows = ledger.map((line) => {
    const { record, fate, error, undo } = line;
    return [
      record.label,
      record.id,
      t(standingWords[fate]),
      reasonWord(voice, line),
      error?.message ?? '',
      [error?.category, error?.subCategory].filter(Boolean).join(' / '),
      error?.correlationId ?? '',
      undo ? t(standingWords[standingOf(line)]) : '',
      recordAddress(portalId, type.id, record.id),
    ];
  });
  return toCsv([header, ...rows]);
}

function reasonWord({ t }: Voice, line: Line): string {
  if (line.fate === 'skipped') return t(leftOutReason(line));
  return line.error ? t(reasonOf(line.error)) : '';
}
