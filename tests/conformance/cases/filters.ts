import { operatorsOf, type FilterOperator, type FilterType } from '@bulk-associate/contract';
import { jsonObjectsIn, textOf } from '@bulk-associate/engine';
import { pairOf, type Account } from '../account';
import { comesTrue } from '../comes-true';
import { doesNotHold, holds, untold, type ConformanceCase, type Finding } from '../findings';
import { isDone, refusalIn, type Reply } from '../reply';
import { customObject } from './definitions';
import { finds, isSearchable } from './searches';

const [contact, company] = ['0-1', '0-2'];

interface Condition {
  propertyName: string;
  operator: FilterOperator;
  value?: string;
  highValue?: string;
  values?: string[];
}

/** A search of contacts by conditions that all have to be met. */
function filtered(account: Account, ...filters: Condition[]): Promise<Reply> {
  return account.call('POST', account.paths.searchObjects(contact), { filterGroups: [{ filters }] });
}

const withId = (id: string): Condition => ({ propertyName: 'hs_object_id', operator: 'EQ', value: id });

interface Expectation {
  condition: Condition;
  found: boolean;
}

const meets = (
  propertyName: string,
  operator: FilterOperator,
  rest: Partial<Condition> = {},
): Expectation => ({
  condition: { propertyName, operator, ...rest },
  found: true,
});
const fails = (...given: Parameters<typeof meets>): Expectation => ({ ...meets(...given), found: false });

function nameOf({ propertyName, operator, value, values }: Condition): string {
  return [propertyName, operator, value ?? values?.join(',')].filter((part) => part !== undefined).join(' ');
}

/** Which conditions a contact meets, one search each. */
async function settle(account: Account, id: string, expectations: Expectation[]): Promise<Finding> {
  if (!(await isSearchable(account, id, contact))) return untold('search does not know the record yet');
  const wrong: string[] = [];
  for (const { condition, found } of expectations) {
    const reply = await filtered(account, withId(id), condition);
    if (!isDone(reply)) wrong.push(`${nameOf(condition)}: ${refusalIn(reply)}`);
    else if (finds(reply, id) !== found)
      wrong.push(`${nameOf(condition)} ${found ? 'does not find' : 'finds'} the contact`);
  }
  const seen = expectations.map(({ condition }) => nameOf(condition)).join('; ');
  return wrong.length === 0 ? holds(`as believed: ${seen}`) : doesNotHold(wrong.join('; '));
}

/** A contact with these properties, and what it is found by. */
function contactCase(
  name: string,
  properties: Record<string, string>,
  expectations: Expectation[],
): ConformanceCase {
  return {
    name,
    writes: { contacts: 1 },
    async run(account) {
      const [id = ''] = await account.create('contacts', contact, [{ lastname: account.newName(), ...properties }]);
      return settle(account, id, expectations);
    },
  };
} // prettier-ignore

/** Whether HubSpot refuses a condition, and where `named` is given, names that. */
async function refused(account: Account, condition: Condition, named = ''): Promise<Finding> {
  const reply = await filtered(account, condition);
  if (isDone(reply)) return doesNotHold(`${nameOf(condition)} is not refused`);
  const seen = `${nameOf(condition)}: ${reply.text.slice(0, 300)}`;
  return reply.status === 400 && reply.text.includes(named) ? holds(seen) : doesNotHold(seen);
}

function refusedCase(name: string, condition: Condition, named: string): ConformanceCase {
  return { name, writes: {}, run: (account) => refused(account, condition, named) };
}

/** Free mail: HubSpot makes no company of it. */
const emailDomain: ConformanceCase = {
  name: 'email-domain',
  writes: { contacts: 1 },
  async run(account) {
    const email = `${account.newName().toLowerCase().replace(/\W+/g, '-')}@Gmail.com`;
    const [id = ''] = await account.create('contacts', contact, [{ email }]);
    return settle(account, id, [
      meets('hs_email_domain', 'EQ', { value: 'gmail.com' }),
      meets('hs_email_domain', 'IN', { values: ['gmail.com', 'alder.example'] }),
      fails('hs_email_domain', 'EQ', { value: 'alder.example' }),
    ]);
  },
};

/** A property of each type, and a value of it. Of dates without a time there is none that every account has. */
const properties: Partial<Record<FilterType, [name: string, value: string]>> = {
  string: ['firstname', 'probe'],
  number: ['hs_object_id', '1'],
  datetime: ['createdate', '1767225600000'],
  enumeration: ['lifecyclestage', 'lead'],
  bool: ['hs_email_optout', 'true'],
  association: ['associations.company', ''],
};

const operatorsByType: ConformanceCase = {
  name: 'operators-by-type',
  writes: {},
  async run(account) {
    const refused: string[] = [];
    let count = 0;
    for (const [type, [propertyName, value]] of Object.entries(properties) as [FilterType, [string, string]][]) {
      for (const operator of operatorsOf[type]) {
        count += 1;
        const reply = await filtered(account, conditionOf(propertyName, operator, value));
        if (!isDone(reply)) refused.push(`${type} ${operator}: ${refusalIn(reply)}`);
      }
    }
    return refused.length === 0
      ? holds(`all ${count} operators are taken`)
      : doesNotHold(refused.join('; '));
  },
}; // prettier-ignore

function conditionOf(propertyName: string, operator: FilterOperator, value: string): Condition {
  if (operator === 'HAS_PROPERTY' || operator === 'NOT_HAS_PROPERTY') return { propertyName, operator };
  if (operator === 'IN' || operator === 'NOT_IN') return { propertyName, operator, values: [value] };
  return { propertyName, operator, value, ...(operator === 'BETWEEN' && { highValue: value }) };
}

/** Search learns of a link some seconds after it was made. */
const associationFilter: ConformanceCase = {
  name: 'association-filter',
  writes: { contacts: 2, companies: 1 },
  async run(account) {
    const [linked = '', alone = ''] = await account.contacts(2);
    const [partner = ''] = await account.companies(1);
    await account.link(contact, company, [pairOf(linked, partner)]);
    await comesTrue(account, async () => {
      const has: Condition = { propertyName: 'associations.company', operator: 'HAS_PROPERTY' };
      const reply = await filtered(account, withId(linked), has);
      return !isDone(reply) || finds(reply, linked);
    });
    const ofLinked = await settle(account, linked, [
      meets('associations.company', 'HAS_PROPERTY'),
      fails('associations.company', 'NOT_HAS_PROPERTY'),
      meets('associations.company', 'EQ', { value: partner }),
    ]);
    if (ofLinked.verdict !== 'holds') return ofLinked;
    return settle(account, alone, [
      fails('associations.company', 'HAS_PROPERTY'),
      meets('associations.company', 'NOT_HAS_PROPERTY'),
      fails('associations.company', 'EQ', { value: partner }),
    ]);
  },
};

/** The label of a property, or of a group of them, in a language. */
async function labelIn(
  account: Account,
  path: string,
  locale: string,
  named: string,
): Promise<string | undefined> {
  const reply = await account.call('GET', `${path}?locale=${locale}`);
  const found = jsonObjectsIn(reply.body['results']).find(({ name }) => name === named);
  return textOf(found?.['label']);
}

const propertiesLocale: ConformanceCase = {
  name: 'properties-locale',
  writes: {},
  async run(account) {
    const asked = [
      { path: account.paths.properties(contact), named: 'firstname' },
      { path: account.paths.propertyGroups(contact), named: 'contactinformation' },
    ];
    const seen: string[] = [];
    let isTranslated = true;
    for (const { path, named } of asked) {
      const [english, japanese] = [
        await labelIn(account, path, 'en', named),
        await labelIn(account, path, 'ja', named),
      ];
      seen.push(`${named} is "${english}" in English, "${japanese}" in Japanese`);
      isTranslated &&=
        english !== undefined && english !== japanese && /\p{Script=Han}/u.test(japanese ?? '');
    }
    return isTranslated ? holds(seen.join('; ')) : doesNotHold(seen.join('; '));
  },
};

const propertiesLanguages: ConformanceCase = {
  name: 'properties-languages',
  writes: {},
  async run(account) {
    const firstNameIn = (language: string) =>
      labelIn(account, account.paths.properties(contact), language, 'firstname');
    const english = await firstNameIn('en');
    const labels: [language: string, label: string | undefined][] = [];
    for (const language of ['de', 'fr', 'es', 'pt-br']) labels.push([language, await firstNameIn(language)]);
    const seen = `the label of firstname is ${labels.map(([language, label]) => `"${label}" in ${language}`).join(', ')}`;
    return labels.every(([, label]) => label !== undefined && label !== english)
      ? holds(seen)
      : doesNotHold(seen);
  },
};

const filterLimits: ConformanceCase = {
  name: 'filter-limits',
  writes: {},
  async run(account) {
    const known = { propertyName: 'email', operator: 'HAS_PROPERTY' };
    const search = (...sizes: number[]) => {
      const filterGroups = sizes.map((size) => ({ filters: Array.from({ length: size }, () => known) }));
      return account.call('POST', account.paths.searchObjects(contact), { filterGroups });
    };
    const allowed = [await search(6, 6, 6), await search(1, 1, 1, 1, 1)].filter((reply) => !isDone(reply));
    const refused = [await search(6, 6, 6, 1), await search(7), await search(1, 1, 1, 1, 1, 1)];
    if (allowed[0]) return doesNotHold(`18 filters or 5 groups: ${refusalIn(allowed[0])}`);
    if (refused.some(isDone)) return doesNotHold('19 filters, 7 in a group or 6 groups are not refused');
    const seen = refused.map(refusalIn).join('; ');
    return refused.every(({ status }) => status === 400) ? holds(seen) : doesNotHold(seen);
  },
};

const searchBody: ConformanceCase = {
  name: 'search-body',
  writes: {},
  async run(account) {
    const ofLength = (length: number) => {
      const body = { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ', value: '' }] }] };
      const missing = length - JSON.stringify(body).length;
      const filters = [{ propertyName: 'email', operator: 'EQ', value: 'x'.repeat(missing) }];
      return account.call('POST', account.paths.searchObjects(contact), { filterGroups: [{ filters }] });
    };
    const [fits, long] = [await ofLength(3_000), await ofLength(3_001)];
    if (!isDone(fits)) return doesNotHold(`3,000 characters: ${refusalIn(fits)}`);
    return isDone(long) ? doesNotHold('3,001 characters are not refused') : holds(refusalIn(long));
  },
};

const customAssociation: ConformanceCase = {
  name: 'filter-custom-association',
  writes: {},
  async run(account) {
    const custom = await customObject(account);
    if (typeof custom === 'string') return untold(custom);
    const propertyName = `associations.${custom.type}`;
    return refused(account, { propertyName, operator: 'HAS_PROPERTY' });
  },
};

/** Conditions of a search: what they find, by type, and what HubSpot refuses. */
export const filterCases: readonly ConformanceCase[] = [
  operatorsByType,
  emailDomain,
  associationFilter,
  propertiesLocale,
  propertiesLanguages,
  filterLimits,
  searchBody,
  contactCase('filter-without-value', {}, [
    meets('city', 'NEQ', { value: 'Berlin' }),
    meets('city', 'NOT_IN', { values: ['berlin'] }),
    meets('city', 'NOT_CONTAINS_TOKEN', { value: 'Berlin' }),
    meets('hs_lead_status', 'NOT_IN', { values: ['NEW'] }),
  ]),
  contactCase('filter-multiple-choice', { hs_buying_role: 'CHAMPION;END_USER' }, [
    meets('hs_buying_role', 'IN', { values: ['END_USER'] }),
    fails('hs_buying_role', 'IN', { values: ['BLOCKER'] }),
    fails('hs_buying_role', 'NOT_IN', { values: ['CHAMPION'] }),
  ]),
  contactCase('filter-enumeration-case', { hs_lead_status: 'IN_PROGRESS', city: 'Berlin' }, [
    meets('hs_lead_status', 'IN', { values: ['IN_PROGRESS'] }),
    fails('hs_lead_status', 'IN', { values: ['in_progress'] }),
    fails('city', 'IN', { values: ['Berlin'] }),
  ]),
  contactCase('filter-removed-option', { hs_lead_status: 'NEW' }, [
    fails('hs_lead_status', 'IN', { values: ['AN_OPTION_THAT_IS_NOT_THERE'] }),
    meets('hs_lead_status', 'IN', { values: ['NEW', 'AN_OPTION_THAT_IS_NOT_THERE'] }),
  ]),
  contactCase('filter-tokens', { company: 'Alder Works (Berlin)' }, [
    meets('company', 'CONTAINS_TOKEN', { value: 'berlin' }),
    meets('company', 'CONTAINS_TOKEN', { value: 'berl*' }),
    fails('company', 'CONTAINS_TOKEN', { value: 'berl' }),
  ]),
  contactCase('filter-dates', { closedate: '2026-03-01T12:00:00Z' }, [
    meets('closedate', 'GTE', { value: String(Date.UTC(2026, 2, 1, 12)) }),
    fails('closedate', 'LTE', { value: String(Date.UTC(2026, 2, 1, 11)) }),
    meets('closedate', 'BETWEEN', { value: String(Date.UTC(2026, 2, 1)), highValue: String(Date.UTC(2026, 2, 1, 12)) }),
  ]),
  refusedCase('filter-unknown-property', { propertyName: 'no_such_property', operator: 'EQ', value: 'x' }, 'no_such_property'),
  refusedCase('filter-wrong-value', { propertyName: 'hs_object_id', operator: 'GT', value: 'many' }, 'hs_object_id'),
  customAssociation,
]; // prettier-ignore
