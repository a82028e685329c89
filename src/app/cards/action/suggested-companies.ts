import {
  domainOfEmail,
  isFreeMail,
  maxValues,
  objectTypeIds,
  type RecordRef,
} from '@bulk-associate/contract';
import type { Call, Sdk } from '../sdk/sdk';

/** A company that has the email domain of some of the selected contacts. */
export interface SuggestedCompany {
  record: RecordRef;
  /** How many of the contacts that were read have such an email. */
  count: number;
}

/** The share of the contacts that a suggested company is for. A button for two of thousands would mislead. */
const leastShare = 0.1;

/** The most domains that are looked up. */
const mostDomains = 3;

/**
 * Companies that the selected contacts probably belong to. Two calls: the emails of at most `maxValues` contacts, and the
 * companies of their most frequent domains, without those at which anyone or the user has an email. Nothing is suggested
 * where a call fails.
 */
export async function suggestCompanies(
  call: Call,
  contactIds: readonly string[],
  { ownDomains = [] }: Sdk['own'],
): Promise<SuggestedCompany[]> {
  const contacts = await call('resolve_records', {
    objectType: objectTypeIds.contact,
    values: contactIds.slice(0, maxValues),
  });
  if (!contacts.ok) return [];
  const isOfCompany = (domain: string) => !isFreeMail(domain) && !ownDomains.includes(domain);
  const counts = new Map<string, number>();
  for (const { records } of contacts.lines) {
    const domain = records[0] && emailDomain(records[0]);
    if (domain !== undefined && isOfCompany(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  // What one of many has is no hint for all.
  const read = contacts.lines.length;
  const least = Math.max(Math.min(2, read), read * leastShare);
  const shared = [...counts].filter(([, count]) => count >= least);
  const domains = shared.sort(([, one], [, other]) => other - one).slice(0, mostDomains);
  if (domains.length === 0) return [];
  const companies = await call('resolve_records', {
    objectType: objectTypeIds.company,
    values: domains.map(([domain]) => domain),
  });
  if (!companies.ok) return [];
  return companies.lines.flatMap(({ records, reason }, index) => {
    const count = domains[index]?.[1] ?? 0;
    // A company with the domain above is a guess.
    return reason === undefined ? records.map((record) => ({ record, count })) : [];
  });
}

/** The domain of a contact's email, which is its detail, or its name where it has no other. */
function emailDomain({ label, detail = label }: RecordRef): string | undefined {
  return domainOfEmail(detail);
}
