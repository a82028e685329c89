import type { PreviewStatus } from '@bulk-associate/contract';
import type { Translate } from '../locales/messages';
import type { Operation } from '../run/operation';

/**
 * What a record on the screen is told apart by: what keeps the operation from it, or that it is associated and would get
 * the label. Undefined for the usual case, and where nothing is known.
 */
export function statusText(
  t: Translate,
  { name, label }: Operation,
  status: PreviewStatus | undefined,
): string | undefined {
  if (status === 'self') return t('statusSelf');
  if (name === 'remove') {
    if (status === undefined || status === 'unknown' || status === 'already_associated') return undefined;
    return t(label && status === 'adds_label' ? 'statusWithoutLabel' : 'status_absent', { n: 1 });
  }
  switch (status) {
    case 'already_associated':
      return t(label ? 'statusHasLabel' : 'status_already', { n: 1 });
    case 'adds_label':
      return t('statusWithoutLabel', { n: 1 });
    case 'over_limit':
      return t('statusOverLimit', { n: 1 });
    case 'not_found':
      return t('statusNotFound', { n: 1 });
    default:
      return undefined;
  }
}
