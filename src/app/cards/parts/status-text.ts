import type { PreviewStatus } from '@bulk-associate/contract';
import type { Translate } from '../locales/messages';

/** What keeps a record from being associated, in a few words. Undefined for a new record, and where nothing is known. */
export function statusText(t: Translate, status: PreviewStatus | undefined): string | undefined {
  switch (status) {
    case 'already_associated':
      return t('status_already');
    case 'over_limit':
      return t('statusOverLimit');
    case 'not_found':
      return t('statusNotFound');
    case 'self':
      return t('thisRecord');
    default:
      return undefined;
  }
}
