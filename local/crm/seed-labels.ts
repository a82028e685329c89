import { Changes, givePrimary, setLabels } from './link-changes';
import { findObjectType, type ObjectType } from './object-types';
import type { CrmState } from './state';

interface Labelled {
  labelledCompany: string;
  labelledContacts: readonly string[];
}

/**
 * Labels some of the links that an account is seeded with: Primary companies of contacts and deals, labels of the account,
 * single, paired and with a limit. The first records of each type stay without.
 */
export function labelLinks(state: CrmState, { labelledCompany, labelledContacts }: Labelled): void {
  const [contact, company, deal] = ['contact', 'company', 'deal'].map(typeNamed) as [ObjectType, ObjectType, ObjectType]; // prettier-ignore
  const label = (from: ObjectType, id: string, to: ObjectType, partner: string, ...labels: string[]) => {
    const types = state.definitionsOf(from, to).filter((type) => labels.includes(String(type.label)));
    setLabels(new Changes(state), from, to, { from: { id }, to: { id: partner } }, types);
  };
  const [both = '', primary = '', adviser = ''] = labelledContacts;
  label(contact, both, company, labelledCompany, 'Billing contact', 'Adviser');
  label(contact, adviser, company, labelledCompany, 'Adviser');
  givePrimary(state, contact, company, { from: { id: primary }, to: { id: labelledCompany } });
  for (const [n, [id]] of [...state.usage(contact, company)].entries()) {
    const [partner = ''] = state.partnersOf(contact, id, company)?.keys() ?? [];
    if (n < plainRecords || partner === labelledCompany) continue;
    if (n % 7 === 0) label(contact, id, company, partner, 'Billing contact');
    if (n % 3 === 0) givePrimary(state, contact, company, { from: { id }, to: { id: partner } });
  }
  for (const [n, [id]] of [...state.usage(deal, company)].entries()) {
    const [partner = ''] = state.partnersOf(deal, id, company)?.keys() ?? [];
    if (n >= plainRecords && n % 2 === 0)
      givePrimary(state, deal, company, { from: { id }, to: { id: partner } });
  }
  for (const [n, [id]] of [...state.usage(deal, contact)].entries()) {
    const [partner = ''] = state.partnersOf(deal, id, contact)?.keys() ?? [];
    if (n >= plainRecords && n % 5 === 0)
      label(deal, id, contact, partner, 'Signatory', ...(n % 10 === 0 ? ['Decision maker'] : []));
  }
}

/** Tests and pictures start from the first records of each type. */
const plainRecords = 100;

function typeNamed(name: string): ObjectType {
  return findObjectType(name) as ObjectType;
}
