import {
  Button,
  DateInput,
  Input,
  MultiSelect,
  NumberInput,
  SearchInput,
  Select,
  StatusTag,
  Tabs,
  TextArea,
} from '@hubspot/ui-extensions';
import type { FilterProperty, SearchFilter } from '@bulk-associate/contract';
import { openCard, settle, until } from '../../../testing/card';
import { FakeSdk } from '../../../testing/fake-sdk';

const properties: FilterProperty[] = [
  { name: 'city', label: 'City', type: 'string', group: 'Contact information' },
  { name: 'employees', label: 'Employees', type: 'number' },
  { name: 'createdate', label: 'Create date', type: 'datetime' },
  { name: 'birthday', label: 'Birthday', type: 'date' },
  { name: 'vip', label: 'VIP', type: 'bool' },
  {
    name: 'stage',
    label: 'Stage',
    type: 'enumeration',
    options: [
      { value: 'lead', label: 'Lead' },
      { value: 'mql', label: 'Qualified' },
    ],
  },
  { name: 'old_stage', label: 'Stage', type: 'string' },
  { name: 'associations.company', label: 'Companies', type: 'association' },
];

/** A card whose panel is open at the search. */
async function withSearch(sdk = new FakeSdk()) {
  sdk.functions.properties = properties;
  const card = openCard(sdk);
  await card.openPanel();
  await card.sees('Record 1');
  const select = (name: string, value: unknown) =>
    card.renderer.find(Select, { name }).trigger('onChange', value as never);
  const searched = () => sdk.searches.at(-1);
  /** Fills in the fields of a filter that are open. */
  const fill = async (
    property: string,
    operator: SearchFilter['operator'] | undefined,
    value?: () => void,
  ) => {
    await card.sees('Property');
    select('filter-property', property);
    await card.sees('Condition');
    if (operator) select('filter-operator', operator);
    await settle();
    value?.();
    await settle();
  };
  const type = (value: string) => () => card.renderer.find(Input).trigger('onInput', value as never);
  /** Adds a filter on the city. */
  const add = async (button: string, city: string) => {
    card.press(button);
    await fill('city', undefined, type(city));
    card.press('Apply filter');
    await card.sees(`City contains ${city}`);
  };
  return {
    ...card,
    select,
    searched,
    fill,
    type,
    add,
    groups: () => searched()?.filterGroups,
    tag: (words: string) => card.renderer.find(StatusTag, ({ text }) => text === words),
    tags: () => card.renderer.findAll(StatusTag).map(({ text }) => text),
    options: (name: string) => card.renderer.find(Select, { name }).props.options.map(({ label }) => label),
  };
}

describe('a filter', () => {
  it('is added in words, and is HubSpot’s own in the search', async () => {
    const card = await withSearch();
    expect(card.groups()).toEqual([]);
    await card.add('Add filter', 'Berlin');
    expect(card.tags()).toEqual(['City contains Berlin']);
    expect(card.groups()).toEqual([
      { filters: [{ propertyName: 'city', operator: 'CONTAINS_TOKEN', value: 'Berlin' }] },
    ]);
  });

  it('offers the properties with their groups, and whether there are associations, and reads them only when they are needed', async () => {
    const card = await withSearch();
    const reads = () => card.sdk.functions.calls.filter(({ uid }) => uid === 'describe_properties');
    expect(reads()).toEqual([]);
    card.press('Add filter');
    await card.sees('Property');
    expect(card.options('filter-property')).toEqual([
      'City (Contact information)',
      'Employees',
      'Create date',
      'Birthday',
      'VIP',
      'Stage (stage)',
      'Stage (old_stage)',
      'Associations with Companies',
    ]);
    expect(reads().map(({ parameters }) => parameters)).toEqual([{ objectType: '0-1', language: 'en' }]);
  });

  type Card = Awaited<ReturnType<typeof withSearch>>;
  const day = (year: number, month: number, date: number) => ({ year, month, date });
  it.each<
    [
      string,
      string,
      SearchFilter['operator'],
      (card: Card) => void,
      Omit<SearchFilter, 'propertyName' | 'operator'>,
    ]
  >([
    ['City is Berlin', 'city', 'EQ', (card) => card.type('Berlin')(), { value: 'Berlin' }],
    [
      // HubSpot compares a list in lower case.
      'City is any of berlin, bonn',
      'city',
      'IN',
      ({ renderer }) => renderer.find(TextArea).trigger('onInput', 'Berlin\n Bonn \n\nberlin' as never),
      { values: ['berlin', 'bonn'] },
    ],
    ['City is unknown', 'city', 'NOT_HAS_PROPERTY', () => undefined, {}],
    [
      'Employees is at least 1,000',
      'employees',
      'GTE',
      ({ renderer }) => renderer.find(NumberInput).trigger('onChange', 1000 as never),
      { value: '1000' },
    ],
    [
      'Employees is between 5 and 9',
      'employees',
      'BETWEEN',
      ({ renderer }) => {
        renderer.find(NumberInput, { name: 'filter-value' }).trigger('onChange', 5 as never);
        renderer.find(NumberInput, { name: 'filter-highValue' }).trigger('onChange', 9 as never);
      },
      { value: '5', highValue: '9' },
    ],
    [
      // The account is in Berlin.
      'Create date is on or before Jan 5, 2026',
      'createdate',
      'LTE',
      ({ renderer }) => renderer.find(DateInput).trigger('onChange', day(2026, 0, 5) as never),
      { value: String(Date.UTC(2026, 0, 5, 23) - 1) },
    ],
    [
      'Birthday is on or after Jan 5, 2026',
      'birthday',
      'GTE',
      ({ renderer }) => renderer.find(DateInput).trigger('onChange', day(2026, 0, 5) as never),
      { value: String(Date.UTC(2026, 0, 5)) },
    ],
    ['VIP is Yes', 'vip', 'EQ', (card) => card.select('filter-value', 'true'), { value: 'true' }],
    [
      'Stage is none of Lead, Qualified',
      'stage',
      'NOT_IN',
      ({ renderer }) => renderer.find(MultiSelect).trigger('onChange', ['lead', 'mql'] as never),
      { values: ['lead', 'mql'] },
    ],
    [
      'Associations with Companies do not exist',
      'associations.company',
      'NOT_HAS_PROPERTY',
      () => undefined,
      {},
    ],
  ])('can be “%s”', async (words, property, operator, value, expected) => {
    const card = await withSearch();
    card.press('Add filter');
    await card.fill(property, operator, () => value(card));
    card.press('Apply filter');
    await card.sees(words);
    expect(card.groups()).toEqual([{ filters: [{ propertyName: property, operator, ...expected }] }]);
  });

  it('is joined by and within a line, by or between lines', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    await card.add('Add “and”', 'Bonn');
    await card.add('Add “or”', 'Ulm');
    expect(card.groups()?.map(({ filters }) => filters.map(({ value }) => value))).toEqual([
      ['Berlin', 'Bonn'],
      ['Ulm'],
    ]);
  });

  it('is changed by a press, and removed by its icon or in its fields', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    await card.add('Add “and”', 'Bonn');
    card.tag('City contains Berlin').trigger('onClick');
    await card.sees('Save filter');
    card.type('Ulm')();
    card.press('Save filter');
    await card.sees('City contains Ulm');
    expect(card.tags()).toEqual(['City contains Ulm', 'City contains Bonn']);
    card.tag('City contains Ulm').trigger('onRemoveClick');
    await settle();
    card.tag('City contains Bonn').trigger('onClick');
    await card.sees('Remove filter');
    card.press('Remove filter');
    await card.sees('Add filter');
    expect(card.groups()).toEqual([]);
  });

  it('is left as it was where its fields are closed', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    card.tag('City contains Berlin').trigger('onClick');
    await card.sees('Save filter');
    card.type('Ulm')();
    card.press('Cancel');
    await settle();
    expect(card.tags()).toEqual(['City contains Berlin']);
  });

  it.each<[string, string, SearchFilter['operator'] | undefined, (card: Card) => void]>([
    ['Enter a value.', 'city', undefined, (card) => card.type(' ')()],
    ['Enter a value.', 'stage', undefined, () => undefined],
    [
      'The first value must not be greater than the second.',
      'employees',
      'BETWEEN',
      ({ renderer }) => {
        renderer.find(NumberInput, { name: 'filter-value' }).trigger('onChange', 10 as never);
        renderer.find(NumberInput, { name: 'filter-highValue' }).trigger('onChange', 9 as never);
      },
    ],
    ['characters longer than HubSpot allows', 'city', undefined, (card) => card.type('x'.repeat(3000))()],
  ])('is not taken with “%s”', async (words, property, operator, value) => {
    const card = await withSearch();
    card.press('Add filter');
    await card.fill(property, operator, () => value(card));
    card.press('Apply filter');
    await card.sees(words);
    expect(card.groups()).toEqual([]);
  });

  it('that is not finished stays in its fields while another source is looked at', async () => {
    const card = await withSearch();
    card.press('Add filter');
    await card.fill('city', 'EQ', card.type('Ber'));
    card.renderer.find(Tabs).trigger('onSelectedChange', 'paste' as never);
    await card.sees('Find these records');
    card.renderer.find(Tabs).trigger('onSelectedChange', 'search' as never);
    await card.sees('Property');
    expect(card.renderer.find(Input).props.value).toBe('Ber');
    card.press('Apply filter');
    await card.sees('City is Ber');
    card.press('Add “and”');
    await card.sees('Property');
    expect(card.renderer.find(Select, { name: 'filter-property' }).props.value).toBeUndefined();
  });

  it('is never put in the place of another: its fields close where one is removed', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    card.press('Add “and”');
    await card.fill('city', undefined, card.type('Bonn'));
    card.tag('City contains Berlin').trigger('onRemoveClick');
    await settle();
    expect(card.hasButton('Apply filter')).toBe(false);
    expect(card.groups()).toEqual([]);
  });

  it('needs a property', async () => {
    const card = await withSearch();
    card.press('Add filter');
    await card.sees('Property');
    card.press('Apply filter');
    await card.sees('Select a property.');
  });

  it.each([
    ['Add “and”', 6, 'HubSpot allows at most 6 filters with “and”.'],
    ['Add “or”', 5, 'HubSpot allows at most 5 alternatives with “or”.'],
  ])('is not taken by “%s” beyond %i, with a sentence', async (button, most, words) => {
    const card = await withSearch();
    await card.add('Add filter', 'C1');
    for (let n = 2; n <= most; n += 1) await card.add(button, `C${n}`);
    card.press(button);
    await card.fill('city', undefined, card.type('more'));
    card.press('Apply filter');
    await card.sees(words);
    expect(card.tags()).toHaveLength(most);
  });

  it('stays, like the words, while another source or object type is looked at, and after a run', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    card.renderer.find(SearchInput).trigger('onInput', 'ada' as never);
    const isSearched = async () => {
      await card.sees('City contains Berlin');
      await until(
        () => card.searched()?.query === 'ada',
        () => 'the matches of “ada”',
      );
      expect(card.searched()).toMatchObject({ filterGroups: [{}] });
    };
    await isSearched();
    card.renderer.find(Tabs).trigger('onSelectedChange', 'paste' as never);
    await card.sees('Find these records');
    card.renderer.find(Tabs).trigger('onSelectedChange', 'search' as never);
    await isSearched();
    card.select('object-type', '0-2');
    await card.sees('Search Companies');
    expect([card.searched()?.query, card.groups()]).toEqual(['', []]);
    card.select('object-type', '0-1');
    await isSearched();
    card.tick('Record 1');
    await card.sees('Associate 1 contact');
    card.press('Associate 1 contact');
    await card.sees('Copy report');
    card.press('Associate more');
    await isSearched();
  });

  it('holds for all matches that are selected', async () => {
    const sdk = new FakeSdk();
    sdk.page = { total: 12 };
    const card = await withSearch(sdk);
    await card.add('Add filter', 'Berlin');
    card.press('Select all 12 matches');
    await card.sees('Now in your selection');
    const call = sdk.functions.calls.find(({ uid }) => uid === 'collect_records');
    expect(call?.parameters).toMatchObject({ source: { query: '', filterGroups: card.groups() } });
  });
});

describe('a filter that no longer works', () => {
  const change = async (
    left: FilterProperty[],
    property: string,
    fill: (card: Awaited<ReturnType<typeof withSearch>>) => void,
  ) => {
    const card = await withSearch();
    card.press('Add filter');
    await card.fill(property, undefined, () => fill(card));
    card.press('Apply filter');
    await settle();
    // HubSpot refuses the next search: the properties are read again.
    card.sdk.functions.properties = left;
    card.sdk.functions.fail('collect_records', { code: 'HUBSPOT_REJECTED', message: 'HubSpot says no.' });
    card.sdk.page = { status: 'failed', records: [] };
    card.renderer.find(SearchInput).trigger('onInput', 'x' as never);
    return card;
  };

  it.each([
    ['This property is no longer there.', properties.slice(1)],
    [
      'This condition does not fit the property any more.',
      [{ ...properties[1], name: 'city' } as FilterProperty],
    ],
  ])('says at the condition: %s', async (words, left) => {
    const card = await change(left, 'city', (open) => open.type('Berlin')());
    await card.sees(words);
    expect(card.renderer.find(StatusTag).props.variant).toBe('danger');
    expect(card.text()).not.toContain('HubSpot says no.');
  });

  it('says that an option was removed', async () => {
    const stage = { ...properties[5], options: [{ value: 'mql', label: 'Qualified' }] } as FilterProperty;
    const card = await change([stage], 'stage', ({ renderer }) =>
      renderer.find(MultiSelect).trigger('onChange', ['lead'] as never),
    );
    await card.sees('An option of this filter is no longer there.');
  });

  it('says what HubSpot refuses, at the condition that it names', async () => {
    const card = await withSearch();
    await card.add('Add filter', 'Berlin');
    await card.add('Add “or”', 'Bonn');
    card.sdk.functions.fail('collect_records', {
      code: 'HUBSPOT_REJECTED',
      message: 'HubSpot says no.',
      filter: { group: 1, filter: 0 },
    });
    card.sdk.page = { status: 'failed', records: [] };
    card.renderer.find(SearchInput).trigger('onInput', 'x' as never);
    await card.sees('HubSpot refused this');
    // The search of the second filter may still be on its way when the words are entered.
    const bonn = () => card.tag('City contains Bonn').props.variant;
    await until(
      () => bonn() === 'danger',
      () => `danger, but ${String(bonn())}`,
    );
    expect(card.tag('City contains Berlin').props.variant).toBe('info');
  });
});

describe('the columns and the order of the search', () => {
  const open = async () => {
    const card = await withSearch();
    card.press('Columns and sorting');
    await card.sees('Columns beside the name');
    const choose = async (...names: string[]) => {
      card.renderer.find(MultiSelect).trigger('onChange', names as never);
      await settle();
    };
    return { ...card, choose };
  };

  it('are the selected properties, in words, and are kept for the object type', async () => {
    const card = await open();
    card.sdk.page = {
      records: [
        {
          id: '1001',
          properties: {
            firstname: 'Ada',
            stage: 'mql',
            createdate: '2026-03-01T12:00:00Z',
            email: 'ada@x.example',
          },
        },
      ],
    };
    await card.choose('stage', 'createdate');
    await card.sees('Stage');
    expect(card.text()).toMatch(/Ada .*Qualified .*Mar 1, 2026/);
    // What tells records of one name apart is read all the same.
    expect(card.searched()?.properties).toEqual(expect.arrayContaining(['stage', 'createdate', 'email']));
    card.press('Done');
    card.select('object-type', '0-2');
    await card.sees('Search Companies');
    card.select('object-type', '0-1');
    await card.sees('Qualified');
  });

  it('are three at most, with a sentence', async () => {
    const card = await open();
    await card.choose('city', 'employees', 'vip', 'stage');
    expect(card.renderer.find(MultiSelect).props).toMatchObject({
      error: true,
      validationMessage: 'The table shows the first 3.',
    });
    expect(card.searched()?.properties).not.toContain('stage');
  });

  it('sort by any property, in both directions, or as HubSpot does', async () => {
    const card = await open();
    card.select('sort-property', 'employees');
    await card.sees('Direction');
    expect(card.searched()?.sort).toEqual({ property: 'employees', descending: false });
    card.select('sort-direction', true);
    await settle();
    expect(card.searched()?.sort).toEqual({ property: 'employees', descending: true });
    card.select('sort-property', '');
    await settle();
    expect(card.searched()?.sort).toBeUndefined();
  });

  it('are left where a search fails because of the order: its property may be gone', async () => {
    const card = await open();
    card.select('sort-property', 'employees');
    await card.sees('Direction');
    card.sdk.page = { status: 'failed', records: [] };
    card.select('sort-direction', true);
    await card.sees('Not available now');
    card.sdk.page = {};
    card.press('Try again');
    await card.sees('Record 1');
    expect(card.searched()?.sort).toBeUndefined();
  });

  it('show nothing of what every object has: a property may be called “constructor”', async () => {
    const sdk = new FakeSdk();
    const card = await withSearch(sdk);
    sdk.functions.properties = [{ name: 'constructor', label: 'Builder', type: 'string' }];
    card.press('Columns and sorting');
    await card.sees('Columns beside the name');
    card.renderer.find(MultiSelect).trigger('onChange', ['constructor'] as never);
    await card.sees('Builder');
    expect(card.text()).toMatch(/Record 1 .*--/);
  });

  it('leave out properties of a type that the card does not know', async () => {
    const sdk = new FakeSdk();
    const card = await withSearch(sdk);
    const future = { name: 'place', label: 'Place', type: 'location' } as unknown as FilterProperty;
    sdk.functions.properties = [future, ...properties];
    card.press('Add filter');
    await card.sees('Property');
    expect(card.options('filter-property')).not.toContain('Place');
  });

  it('say why the properties could not be read, and read them again', async () => {
    const sdk = new FakeSdk();
    sdk.functions.fail('describe_properties', { code: 'RATE_LIMITED', message: '…' });
    const card = await withSearch(sdk);
    card.press('Columns and sorting');
    await card.sees('HubSpot asks for fewer calls');
    sdk.functions.restore('describe_properties');
    card.press('Try again');
    await card.sees('Columns beside the name');
    expect(card.renderer.findAll(Button).length).toBeGreaterThan(0);
  });
});
