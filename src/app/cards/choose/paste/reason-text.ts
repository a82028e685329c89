import { parentDomains, readValue } from '@bulk-associate/contract';
import type { Translate } from '../../locales/messages';
import type { PastedLine } from './pasted-line';

/** Why a line has not identified one record, if there is more to say than its group does. */
export function reasonText(t: Translate, objectType: string, line: PastedLine): string | undefined {
  const { status, reason } = line;
  if (status === 'self') return t('why_self');
  if (status === 'several') return reason === 'parent_domain' ? parentText(t, objectType, line) : undefined;
  if (status !== 'unreadable') return undefined;
  return t(`reason_${reason === undefined || reason === 'parent_domain' ? 'unreadable' : reason}`);
}

function parentText(t: Translate, objectType: string, { values, text }: PastedLine): string {
  const domains = values.flatMap((value) => {
    const reading = readValue(value, { objectType });
    return 'readings' in reading ? reading.readings.filter(({ by }) => by === 'domain') : [];
  });
  const domain = domains[0]?.value ?? text;
  const [parent, ...others] = parentDomains(domain);
  // With several levels above, the answer does not say which one the records have.
  return parent === undefined || others.length > 0
    ? t('pasteParentDomain', { domain })
    : t('pasteParentDomainNamed', { domain, parent });
}
