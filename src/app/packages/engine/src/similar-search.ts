import {
  domainForms,
  domainIn,
  domainOfEmail,
  isFreeMail,
  objectTypeIds,
  type FilterGroup,
  type SearchFilter,
  type SuggestionReason,
  type SuggestParameters,
} from '@bulk-associate/contract';
import { associationProperty } from './association-property';
import { type JsonObject, numberOf, textOf } from './json';

/** A search for records that have something in common with a record. */
export interface SimilarSearch {
  filterGroups: FilterGroup[];
  /** What `matchOf` and `isLikelier` read of a record. */
  properties: string[];
  /** What a record that was found has in common with the one asked about, the strongest reason only. */
  matchOf(properties: JsonObject): Match | undefined;
  /** Whether a record belongs to the one asked about more likely than others that match. */
  isLikelier(properties: JsonObject): boolean;
}

export interface Match {
  reason: SuggestionReason;
  /** The domain or the name. */
  common: string;
}

/** The most characters of the domains of a search, and of its name: both are repeated in it, and a search has 3,000. */
const mostCharacters = 200;
/** The most additional domains of a contact's company that are asked for: each takes a group of its own. */
const mostTokenGroups = 2;

/**
 * Half a page of a search. A company with more contacts may have a whole page of them that do not have it as Primary:
 * nothing would be found, although there are others.
 */
const mostContacts = 100;

const { contact, company } = objectTypeIds;
type Types = Pick<SuggestParameters, 'objectType' | 'toObjectType'>;

/** The reasons that a search can give for suggesting records of one type to records of another. */
export function similarReasons({ objectType, toObjectType }: Types): SuggestionReason[] {
  if (objectType === company && toObjectType === contact) return ['email_domain', 'same_name'];
  if (objectType === contact && toObjectType === company) return ['company_domain', 'same_name'];
  return [];
}

/** The properties of a record from which `similarSearch` makes a search. */
export function similarProperties(objectType: string): string[] {
  return objectType === company
    ? ['name', 'domain', 'hs_additional_domains', 'num_associated_contacts']
    : ['email', 'hs_additional_emails', 'company'];
}

/** The search for records similar to one with these properties; undefined if they say nothing. */
export function similarSearch(
  { objectType, id, ownDomains = [] }: SuggestParameters,
  properties: JsonObject,
  reasons: ReadonlySet<SuggestionReason>,
): SimilarSearch | undefined {
  const isOwn = (domain: string) => ownDomains.some((own) => domainIn(own) === domain);
  const usable = (domains: string[]) =>
    upTo([...new Set(domains)].filter((domain) => !isFreeMail(domain) && !isOwn(domain)));
  if (objectType === company) {
    const domains = reasons.has('email_domain') ? usable(domainsOfCompany(properties)) : [];
    return contactSearch(properties, id, domains, nameIn(properties['name'], reasons));
  }
  const domains = reasons.has('company_domain') ? usable(domainsOfContact(properties)) : [];
  return companySearch(domains, nameIn(properties['company'], reasons));
}

function contactSearch(
  record: JsonObject,
  companyId: string,
  domains: string[],
  name: string | undefined,
): SimilarSearch | undefined {
  const mailDomains = domains.flatMap(domainForms).filter((form) => !form.startsWith('www.'));
  const conditions: SearchFilter[] = [
    ...(mailDomains.length > 0 ? [oneOf('hs_email_domain', mailDomains)] : []),
    ...(name === undefined ? [] : [equal('company', name)]),
  ];
  if (conditions.length === 0) return undefined;
  // A contact whose Primary company is this one is associated with it, and so are some whose Primary is another. Where
  // these are so many that they could fill the answer, only contacts without any company are asked for.
  const isLarge = (numberOf(record['num_associated_contacts']) ?? 0) > mostContacts;
  const primary = 'associatedcompanyid';
  const isFree: SearchFilter[][] = isLarge
    ? [[{ propertyName: associationProperty(company), operator: 'NOT_HAS_PROPERTY' }]]
    : [
        [{ propertyName: primary, operator: 'NOT_HAS_PROPERTY' }],
        // In a group of its own, because HubSpot does not say what NEQ does without a value.
        [
          { propertyName: primary, operator: 'HAS_PROPERTY' },
          { propertyName: primary, operator: 'NEQ', value: companyId },
        ],
      ];
  return {
    filterGroups: conditions.flatMap((condition) =>
      isFree.map((filters) => ({ filters: [condition, ...filters] })),
    ),
    properties: ['email', 'hs_email_domain', 'company', 'associatedcompanyid'],
    matchOf(found: JsonObject): Match | undefined {
      const mailDomain = textOf(found['hs_email_domain'])?.toLowerCase() ?? mailDomainIn(found['email']);
      const domain = domains.find(
        (each) => mailDomain !== undefined && domainForms(each).includes(mailDomain),
      );
      if (domain !== undefined) return { reason: 'email_domain', common: domain };
      return matchOfName(found['company'], name);
    },
    isLikelier: (found: JsonObject) => textOf(found['associatedcompanyid']) === undefined,
  };
}

function companySearch(domains: string[], name: string | undefined): SimilarSearch | undefined {
  const forms = domains.flatMap(domainForms);
  const filterGroups: FilterGroup[] = [
    ...(forms.length > 0 ? [{ filters: [oneOf('domain', forms)] }] : []),
    ...domains.slice(0, mostTokenGroups).map((value) => ({
      filters: [{ propertyName: 'hs_additional_domains', operator: 'CONTAINS_TOKEN' as const, value }],
    })),
    ...(name === undefined ? [] : [{ filters: [equal('name', name)] }]),
  ];
  if (filterGroups.length === 0) return undefined;
  return {
    filterGroups,
    properties: ['name', 'domain', 'hs_additional_domains'],
    matchOf(found) {
      const held = domainsOfCompany(found);
      const domain = domains.find((each) => held.includes(each));
      if (domain !== undefined) return { reason: 'company_domain', common: domain };
      return matchOfName(found['name'], name);
    },
    isLikelier: (found) => domains.includes(domainIn(textOf(found['domain']) ?? '') ?? ''),
  };
}

/** The domain of a company first, then its additional ones. */
function domainsOfCompany(properties: JsonObject): string[] {
  const additional = textOf(properties['hs_additional_domains'])?.split(';') ?? [];
  return [textOf(properties['domain']) ?? '', ...additional].flatMap((text) => domainIn(text.trim()) ?? []);
}

function domainsOfContact(properties: JsonObject): string[] {
  const additional = textOf(properties['hs_additional_emails'])?.split(';') ?? [];
  return [properties['email'], ...additional].flatMap((email) => mailDomainIn(email) ?? []);
}

function mailDomainIn(email: unknown): string | undefined {
  return domainIn(domainOfEmail(textOf(email) ?? '') ?? '');
}

/** A name with a letter or digit: "-" stands in many records, and says nothing. */
function nameIn(value: unknown, reasons: ReadonlySet<SuggestionReason>): string | undefined {
  const name = textOf(value)?.trim() ?? '';
  const isName = /[\p{L}\p{N}]/u.test(name) && name.length <= mostCharacters;
  return reasons.has('same_name') && isName ? name : undefined;
}

function matchOfName(value: unknown, name: string | undefined): Match | undefined {
  const isSame = name !== undefined && textOf(value)?.trim().toLowerCase() === name.toLowerCase();
  return isSame ? { reason: 'same_name', common: name } : undefined;
}

function upTo(domains: string[]): string[] {
  let characters = 0;
  return domains.filter((domain) => (characters += domain.length) <= mostCharacters);
}

function equal(propertyName: string, value: string): SearchFilter {
  return { propertyName, operator: 'EQ', value };
}

/** Values in lower case, as `IN` requires. */
function oneOf(propertyName: string, values: string[]): SearchFilter {
  const [only = '', ...others] = values;
  return others.length === 0 ? equal(propertyName, only) : { propertyName, operator: 'IN', values };
}
