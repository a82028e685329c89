import {
  contactNames,
  domainForms,
  foldName,
  formsOf,
  isSamePhone,
  objectTypeIds,
  phoneForms,
  phoneIn,
  perhapsPhone,
  type ContactName,
  type FilterGroup,
  type Reading,
} from '@bulk-associate/contract';
import type { RecordSearch } from './search-records';

/** Characters of the spellings of one value, so that they fit into one search. */
const charactersPerValue = 2_200;

/** Companies by the domain that a record holds as its own. */
export const domainSearch: RecordSearch = {
  properties: ['domain'],
  filterGroups: (domains) => [
    { filters: [{ propertyName: 'domain', operator: 'IN', values: domains.flatMap(domainForms) }] },
  ],
  valuesIn: ({ domain = '' }, domains) =>
    domains.filter((each) => domainForms(each).includes(domain.toLowerCase())),
};

/**
 * Companies by a domain among their additional ones, which one property holds, separated by semicolons. Each takes a group
 * of its own, and a search has five.
 */
export const additionalDomainSearch: RecordSearch = {
  maxValues: 5,
  // The next readings of what is not found need time too: without it, each call would end where the one before did.
  lastStartMs: 8_000,
  properties: ['hs_additional_domains'],
  filterGroups: (domains) =>
    domains.map((value) => ({
      filters: [{ propertyName: 'hs_additional_domains', operator: 'CONTAINS_TOKEN', value }],
    })),
  valuesIn: ({ hs_additional_domains: all = '' }, domains) => {
    const held = all.split(';').map((domain) => domain.trim().toLowerCase());
    return domains.filter((each) => domainForms(each).some((form) => held.includes(form)));
  },
};

/** The searchable phone properties of a type -> the property that each follows. */
const phoneProperties: Record<string, Record<string, string>> = {
  [objectTypeIds.contact]: {
    hs_searchable_calculated_phone_number: 'phone',
    hs_searchable_calculated_mobile_number: 'mobilephone',
  },
  [objectTypeIds.company]: { hs_searchable_calculated_phone_number: 'phone' },
};

/**
 * Contacts and companies by a phone number. HubSpot's searchable form has no calling code, so that numbers of several
 * countries may have the same one: the record's own number decides, where it has one that can be read.
 */
export function phoneSearch(objectType: string): RecordSearch {
  const properties = phoneProperties[objectType] ?? {};
  return {
    properties: Object.entries(properties).flat(),
    filterGroups: (phones) =>
      Object.keys(properties).map((propertyName) => ({
        filters: [{ propertyName, operator: 'IN', values: [...new Set(phones.flatMap(phoneForms))] }],
      })),
    valuesIn: (record, phones) =>
      phones.filter((phone) =>
        Object.entries(properties).some(([searchable, own]) => {
          if (!phoneForms(phone).includes(record[searchable] ?? '')) return false;
          const held = record[own] === undefined ? undefined : (phoneIn(record[own]) ?? perhapsPhone(record[own])); // prettier-ignore
          return held === undefined || isSamePhone(held, phone);
        }),
      ),
  };
}

/** Records by the property that holds their name, in every spelling that `readings` give for a value. */
export function nameSearch(objectType: string, property: string, readings: Reading[]): RecordSearch {
  const keyOf = remembered(foldName);
  const byName = new Map(readings.map((reading) => [reading.value, reading]));
  const spellings = (name: string) => spellingsOf(byName.get(name) ?? { by: 'name', value: name });
  return {
    properties: [property],
    filterGroups: (names) => [
      {
        filters: [{ propertyName: property, operator: 'IN', values: [...new Set(names.flatMap(spellings))] }],
      },
    ],
    valuesIn: (record, names) => {
      const key = foldName(record[property] ?? '');
      return names.filter((name) => keyOf(name) === key);
    },
  };
}

/** The spellings of a name in lower case, composed and decomposed, as many as fit into one search. */
function spellingsOf(reading: Reading): string[] {
  const forms = [...formsOf(reading), reading.value.normalize('NFD')].map((form) => form.toLowerCase());
  let characters = 0;
  return [...new Set(forms)].filter((form, index) => {
    characters += JSON.stringify(form).length;
    return index === 0 || characters <= charactersPerValue;
  });
}

/** The result for each text, computed once: every record of a page is compared with every name of a search. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    results.set(text, result);
    return result;
  };
}

/** Contacts by first and last name. HubSpot finds every combination of the names; the exact ones are chosen from them. */
export function contactNameSearch(): RecordSearch {
  const keysOf = remembered((name) => new Set(contactNames(name).map(contactKey)));
  return {
    properties: ['firstname', 'lastname'],
    filterGroups: contactNameFilters,
    valuesIn: ({ firstname = '', lastname = '' }, names) => {
      const key = contactKey({ first: firstname, last: lastname });
      return names.filter((name) => keysOf(name).has(key));
    },
  };
}

function contactKey({ first, last }: ContactName): string {
  return `${foldName(first)}\n${foldName(last)}`;
}

function contactNameFilters(names: string[]): FilterGroup[] {
  const splits = names.flatMap((name) => contactNames(name));
  const full = splits.filter(({ first, last }) => first !== '' && last !== '');
  const firstOnly = splits.filter(({ last }) => last === '');
  const lastOnly = splits.filter(({ first }) => first === '');
  const isIn = (part: keyof ContactName, of: ContactName[]) => ({
    propertyName: propertyOf[part],
    operator: 'IN' as const,
    values: [...new Set(of.flatMap((name) => spellingsOf({ by: 'name', value: name[part] })))],
  });
  const isEmpty = (part: keyof ContactName) => ({
    propertyName: propertyOf[part],
    operator: 'NOT_HAS_PROPERTY' as const,
  });
  return [
    ...(full.length > 0 ? [{ filters: [isIn('first', full), isIn('last', full)] }] : []),
    ...(firstOnly.length > 0 ? [{ filters: [isIn('first', firstOnly), isEmpty('last')] }] : []),
    ...(lastOnly.length > 0 ? [{ filters: [isEmpty('first'), isIn('last', lastOnly)] }] : []),
  ];
}

const propertyOf = { first: 'firstname', last: 'lastname' } as const;
