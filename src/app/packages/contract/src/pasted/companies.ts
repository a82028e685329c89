import { domainIn } from './domains';
import { emailsIn } from './emails';
import { isFreeMail } from './free-mail';
import { linkWithLabel } from './labelled-link';
import { peel } from './peel';
import { scannedTarget } from './scanners';

/** What a text says of a company's domain; `name` is what stands beside it. */
export type CompanyDomain =
  { domain: string; name?: string } | { reason: 'free_mail' | 'several_values' | 'opaque_link' };

/**
 * The company's domain that a text gives: bare, as a web address, through an email address, or beside the name as in
 * `Alder Logistics (alderlogistics.co.uk)`, which is how this panel writes companies of one name. `bare` is the text as
 * `peel` leaves it.
 */
export function companyDomain(text: string, bare: string): CompanyDomain | undefined {
  if (text.includes('@')) {
    const byEmail = domainOfEmail(text);
    if (byEmail) return byEmail;
  }
  return target(bare) ?? labelledLink(text) ?? domainBesideName(text);
}

function domainOfEmail(text: string): CompanyDomain | undefined {
  const domains = new Set(emailsIn(text).map(({ email }) => domainIn(email)));
  const [domain] = domains;
  if (domain === undefined) return undefined;
  if (domains.size > 1) return { reason: 'several_values' };
  return isFreeMail(domain) ? { reason: 'free_mail' } : { domain };
}

/** The domain of a web address, behind a mail scanner too. */
function target(text: string): CompanyDomain | undefined {
  const scanned = scannedTarget(text);
  if (scanned === 'opaque') return { reason: 'opaque_link' };
  const domain = domainIn(scanned ?? text);
  return domain === undefined ? undefined : { domain };
}

function labelledLink(text: string): CompanyDomain | undefined {
  const link = linkWithLabel(text.trim());
  const found = link && target(link.address);
  return found && 'domain' in found ? { ...found, name: link.label } : found;
}

const dash = /^[-–—|:]+$/;

/** `Contoso (contoso.com)`, `Contoso - contoso.com`, `Contoso https://contoso.com`, `contoso.com (Contoso)`. */
function domainBesideName(text: string): CompanyDomain | undefined {
  if (!text.includes('.')) return undefined;
  const words = text.split(/\s+/).filter(Boolean);
  const [first = '', second = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2) return undefined;
  const before = words.at(-2) ?? '';
  if (/^[(<[]|^https?:\/\/|^www\./i.test(last) || dash.test(before) || before.endsWith(':')) {
    const domain = domainIn(peel(last));
    if (domain) return { domain, name: withoutDash(words.slice(0, -1)) };
  }
  if (!/^[(<[]/.test(second) && !dash.test(second)) return undefined;
  const domain = domainIn(peel(first));
  return domain === undefined ? undefined : { domain, name: peel(withoutDash(words.slice(1))) };
}

function withoutDash(words: readonly string[]): string {
  const kept = words.filter(
    (word, index) => !(dash.test(word) && (index === 0 || index === words.length - 1)),
  );
  return kept.join(' ').replace(/:$/, '');
}
