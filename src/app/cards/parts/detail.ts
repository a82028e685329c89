import { objectTypeIds, type RecordRef } from '@bulk-associate/contract';
import type { Translator } from '../locales/translator';

/** What tells a record apart from others of its name, for display. A deal's amount is formatted. */
export function detailText(
  { number }: Translator,
  objectType: string,
  { detail }: RecordRef,
): string | undefined {
  const amount = objectType === objectTypeIds.deal && detail !== undefined ? Number(detail) : NaN;
  return Number.isNaN(amount) ? detail : number(amount);
}
