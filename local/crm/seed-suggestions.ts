import { associateDefault } from './associations';
import { findObjectType, objectTypes, searchTextOf, type ObjectType } from './object-types';
import type { CrmState } from './state';

/** Records that belong together, and of which some are not associated. */
export interface SuggestionLandmarks {
  /** A company with a domain and two additional ones. The first five have no other links than these. */
  company: string;
  otherCompany: string;
  /** On `company`, `deal` and `ticket`; `otherDeal` is on `company` too. */
  deal: string;
  otherDeal: string;
  ticket: string;
  /** The company's two contacts: the first is on the deal and the ticket, the second on the other company and deal. */
  linkedContacts: readonly [string, string];
  /** A contact of the other company alone. */
  otherContact: string;
  /** Contacts who write from the company's domain, and from each of the additional ones, without being associated. */
  domainContacts: readonly string[];
  otherDomainContacts: readonly [string, string];
  /** Contacts with free-mail addresses who name the company. */
  nameContacts: readonly string[];
  /** A contact with a free-mail address and no company. */
  freeMailContact: string;
}

/** Makes the landmarks what they are. All other records stay as they were seeded. */
export function seedSuggestions(state: CrmState, marks: SuggestionLandmarks): void {
  const [contact, company, deal, ticket] = ['contact', 'company', 'deal', 'ticket'].map(typeNamed) as [ObjectType, ObjectType, ObjectType, ObjectType]; // prettier-ignore
  const record = state.recordsOf(company).get(marks.company);
  if (!record) return;
  const { name, domain } = record.properties;
  const [old, second] = [`old-${domain}`, `${String(domain).split('.')[0]}.example`];
  const properties = { ...record.properties, hs_additional_domains: `${old};${second}` };
  state.setRecord(company, { ...record, properties });

  const cleared: [ObjectType, string][] = [
    [company, marks.company],
    [company, marks.otherCompany],
    [deal, marks.deal],
    [deal, marks.otherDeal],
    [ticket, marks.ticket],
    ...[...marks.linkedContacts, marks.otherContact].map((id): [ObjectType, string] => [contact, id]),
  ];
  for (const [type, id] of cleared) for (const other of objectTypes) state.removeLinks(type, id, other);
  const { domainContacts, otherDomainContacts, nameContacts, freeMailContact } = marks;
  for (const id of [...domainContacts, ...otherDomainContacts, ...nameContacts, freeMailContact])
    state.removeLinks(contact, id, company);

  const change = (id: string, mailbox: string, mailDomain: string, companyName: string) => {
    const one = state.recordsOf(contact).get(id);
    if (!one) return;
    const properties = { ...one.properties, email: `${mailbox}.${id}@${mailDomain}`, company: companyName };
    state.setRecord(contact, { ...one, properties, searchText: searchTextOf(contact, properties) });
  };
  change(marks.otherDomainContacts[0], 'sales', old, '');
  change(marks.otherDomainContacts[1], 'office', second, '');
  for (const id of marks.nameContacts) change(id, 'private', 'gmail.com', String(name));
  change(marks.freeMailContact, 'nobody', 'gmail.com', '');

  const link = (from: ObjectType, fromId: string, to: ObjectType, toId: string) =>
    associateDefault(state, from, to, [{ from: { id: fromId }, to: { id: toId } }], '207');
  const [first, other] = marks.linkedContacts;
  for (const id of [first, other]) link(contact, id, company, marks.company);
  link(contact, other, company, marks.otherCompany);
  link(contact, marks.otherContact, company, marks.otherCompany);
  for (const id of [marks.company, marks.otherCompany]) link(deal, marks.deal, company, id);
  link(deal, marks.deal, contact, first);
  link(deal, marks.otherDeal, company, marks.company);
  link(deal, marks.otherDeal, contact, other);
  link(ticket, marks.ticket, company, marks.company);
  link(ticket, marks.ticket, contact, first);
}

function typeNamed(name: string): ObjectType {
  return findObjectType(name) as ObjectType;
}
