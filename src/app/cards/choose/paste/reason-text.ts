import type { Translate } from '../../locales/messages';
import type { PastedLine } from './pasted-line';

/** Why a line has not identified one record, if there is more to say than its group does. */
export function reasonText(t: Translate, { status, reason, parent, text }: PastedLine): string | undefined {
  if (status === 'self') return t('why_self');
  if (status === 'several' && reason === 'parent_domain')
    return parent
      ? t('pasteParentDomainNamed', { domain: parent.of, parent: parent.domain })
      : t('pasteParentDomain', { domain: text });
  if (status !== 'unreadable') return undefined;
  return t(`reason_${reason === undefined || reason === 'parent_domain' ? 'unreadable' : reason}`);
}
