import { Checkbox, Select, Tab, Tabs } from '@hubspot/ui-extensions';
import type { Suggestion } from '@bulk-associate/contract';
import { openCard, settle } from '../../testing/card';
import { someRecords } from '../../testing/fake-functions';
import { FakeSdk } from '../../testing/fake-sdk';

const [first, second, third] = someRecords(3) as [
  Suggestion['records'][0],
  Suggestion['records'][0],
  Suggestion['records'][0],
];
const byDomain: Suggestion = {
  reason: 'email_domain',
  common: 'acme.example',
  through: [],
  records: [first, second],
  more: false,
};
const throughDeals: Suggestion = {
  reason: 'shared_record',
  throughType: '2-77',
  through: [
    { id: '51', label: 'Van' },
    { id: '52', label: 'Bus' },
    { id: '53', label: 'Cab' },
    { id: '54', label: 'Bike' },
  ],
  records: [{ ...third, detail: 'ada@acme.example', through: [0, 1] }],
  more: false,
};

function sdkWith(...suggestions: Suggestion[]): FakeSdk {
  const sdk = new FakeSdk();
  sdk.functions.suggestions = suggestions;
  return sdk;
}

/** A card whose panel is open. */
async function withPanel(sdk: FakeSdk) {
  const card = openCard(sdk);
  await card.openPanel();
  await card.sees('Record 1');
  const tabs = () => card.renderer.findAll(Tab).map(({ props }) => props.title);
  return {
    ...card,
    tabs,
    show: (source: string) => card.renderer.find(Tabs).trigger('onSelectedChange', source as never),
    selected: () => card.renderer.find(Tabs).props.selected,
    tickedBoxes: () =>
      card.renderer
        .findAll(Checkbox)
        .filter(({ props }) => props.checked)
        .map(({ text }) => text),
    asked: () =>
      sdk.functions.calls.filter(({ uid }) => uid === 'suggest_records').map((call) => call.parameters),
  };
}

const suggestedPanel = async (...suggestions: Suggestion[]) => {
  const card = await withPanel(sdkWith(...suggestions));
  await card.sees('Suggested (');
  card.show('suggested');
  return card;
};

describe('the suggested records', () => {
  it('are the first tab, with their number, and the panel stays at the search when they arrive', async () => {
    const sdk = sdkWith();
    let answer: () => void = () => undefined;
    sdk.functions.replace('suggest_records', async ({ reasons }) => {
      if (!reasons) await new Promise<void>((resolve) => (answer = resolve));
      return { ok: true, suggestions: reasons ? [] : [byDomain, throughDeals] };
    });
    const card = await withPanel(sdk);
    expect(card.tabs()).toEqual(['Search', 'Paste', 'Segment']);
    answer();
    await card.sees('Suggested (3)');
    expect(card.tabs()).toEqual(['Suggested (3)', 'Search', 'Paste', 'Segment']);
    expect(card.selected()).toBe('search');
  });

  it('have no tab where there are none, nor where associations are removed', async () => {
    const card = await withPanel(sdkWith());
    expect(card.tabs()).toEqual(['Search', 'Paste', 'Segment']);
    const other = await suggestedPanel(byDomain);
    other.renderer.find(Select, { name: 'operation' }).trigger('onChange', 'remove' as never);
    await other.sees('No Contacts are associated');
    expect(other.tabs()).toEqual(['Associated', 'Paste', 'Search', 'Segment']);
  });

  it.each<[Suggestion, string]>([
    [byDomain, 'Same email domain: acme.example'],
    [{ ...byDomain, reason: 'company_domain' }, 'Domain of the email: acme.example'],
    [{ ...byDomain, reason: 'same_name', common: 'Acme' }, 'Same company name: Acme'],
    [throughDeals, 'Associated with the same records: 4 Cars'],
    [{ ...throughDeals, through: [{ id: '51', label: 'Van' }] }, 'Associated with the same records: Van'],
    [{ ...throughDeals, throughType: '0-99' }, 'Associated with the same records: 4 records'],
  ])('stand below their reason', async (suggestion, reason) => {
    const card = await suggestedPanel(suggestion);
    await card.sees(reason);
    expect(card.text()).not.toContain('Van Van');
  });

  it('of colleagues say so, who are contacts as the record being viewed is', async () => {
    const sdk = sdkWith({ ...throughDeals, throughType: '0-1' });
    sdk.record = { objectType: '0-1', id: '7' };
    const card = openCard(sdk);
    await card.openPanel();
    await card.sees('Suggested (1)');
    card.renderer.find(Tabs).trigger('onSelectedChange', 'suggested' as never);
    await card.sees('Associated with other contacts of the same companies: 4 contacts');
  });

  it('name the records through which they are suggested', async () => {
    const card = await suggestedPanel({
      ...throughDeals,
      records: [
        { ...first, through: [0, 1] },
        { ...second, through: [0, 1, 2, 3] },
      ],
    });
    await card.sees('2 of 4 Cars: Van, Bus');
    await card.sees('4 of 4 Cars: Van, Bus, Cab and 1 more');
  });

  it.each([
    ['There are more.', { more: true }],
    ['These are the first 2 of 512.', { more: true, total: 512 }],
  ])('say “%s” where not all are shown', async (words, more) => {
    const card = await suggestedPanel({ ...byDomain, ...more });
    await card.sees(words);
  });

  it('are selected one by one, or all of one reason', async () => {
    const card = await suggestedPanel(byDomain, throughDeals);
    card.press('Select all 2');
    await card.sees('Your selection: 2 contacts');
    expect(card.tickedBoxes()).toEqual(['Record 1', 'Record 2']);
    card.press('Remove the 2 shown');
    await card.sees('Select all 2');
    expect(card.tickedBoxes()).toEqual([]);
    card.tick('Record 3');
    await card.sees('Your selection: 1 contact');
  });

  it('are kept for the session, and read again after a run', async () => {
    const card = await suggestedPanel(byDomain);
    card.show('search');
    card.show('suggested');
    await card.sees('Same email domain');
    const before = card.asked().filter((parameters) => !('reasons' in (parameters as object)));
    expect(before).toEqual([
      { objectType: '0-2', id: '7', ownDomains: ['own.example'], toObjectType: '0-1' },
    ]);
    card.press('Select all 2');
    await card.sees('Associate 2 contacts');
    card.press('Associate 2 contacts');
    await card.sees('Copy report');
    card.sdk.functions.suggestions = [];
    card.press('Associate more');
    await card.sees('No further Contacts share a domain');
    expect(card.asked().filter((parameters) => !('reasons' in (parameters as object)))).toHaveLength(2);
  });

  it('that could not be read leave the search as it is, and can be read again', async () => {
    const sdk = sdkWith(byDomain);
    sdk.functions.fail('suggest_records', { code: 'RATE_LIMITED', message: '…' });
    const card = await withPanel(sdk);
    await card.sees('Suggested');
    expect(card.text()).not.toContain('HubSpot asks for fewer calls');
    card.show('suggested');
    await card.sees('HubSpot asks for fewer calls');
    sdk.functions.restore('suggest_records');
    card.press('Try again');
    await card.sees('Same email domain: acme.example');
  });
});

describe('the face of the card', () => {
  const words = 'contacts with the email domain acme.example are not associated yet.';

  it('says how many share the domain, and opens the panel there', async () => {
    const card = openCard(sdkWith(byDomain));
    await card.sees(`2 ${words}`);
    // Below the button, which would move away from a pointer.
    expect(card.text()).toMatch(/Associate records .* 2 contacts with the email domain/);
    expect(card.sdk.functions.calls.map(({ parameters }) => parameters)).toContainEqual({
      objectType: '0-2',
      id: '7',
      ownDomains: ['own.example'],
      toObjectType: '0-1',
      reasons: ['email_domain'],
    });
    card.press('Show suggestions');
    await card.sees('Select all 2');
    expect(card.renderer.find(Tabs).props.selected).toBe('suggested');
  });

  it.each([
    ['More than 200', { more: true, records: someRecords(200) }],
    ['512', { more: true, total: 512 }],
  ])('says “%s” where not all were read', async (count, change) => {
    const card = openCard(sdkWith({ ...byDomain, ...change }));
    await card.sees(`${count} ${words}`);
    expect(card.text().includes('More than')).toBe(count.startsWith('More than'));
  });

  it('suggests companies to a contact', async () => {
    const sdk = sdkWith({ ...byDomain, reason: 'company_domain', records: [first] });
    sdk.record = { objectType: '0-1', id: '7' };
    const card = openCard(sdk);
    await card.sees('1 company with the domain of this email, acme.example, is not associated yet.');
  });

  it.each([
    ['2', {}],
    ['more than 2', { more: true }],
  ])('has the account’s own name of the object type: %s', async (count, change) => {
    const sdk = sdkWith({ ...byDomain, ...change });
    sdk.functions.types = sdk.functions.types.map((type) =>
      type.id === '0-1' ? { ...type, singular: 'Client', plural: 'Clients' } : type,
    );
    const card = openCard(sdk);
    await card.sees(`Clients with the domain acme.example that are not associated yet: ${count}.`);
  });

  it.each<[string, (sdk: FakeSdk) => void]>([
    ['nothing is suggested', () => undefined],
    [
      'the suggestions could not be read',
      (sdk) => sdk.functions.fail('suggest_records', { code: 'INTERNAL', message: '…' }),
    ],
  ])('is as it was where %s', async (_, prepare) => {
    const sdk = sdkWith();
    prepare(sdk);
    const card = openCard(sdk);
    await card.sees('Associate records');
    await settle();
    expect(card.hasButton('Show suggestions')).toBe(false);
    expect(card.text()).not.toMatch(/fault|not associated yet/);
  });

  it('asks for no suggestions before its own counts are there, nor for records of other types', async () => {
    const counting = sdkWith(byDomain);
    Object.assign(counting, { useLinkedCount: () => ({ status: 'loading' }) });
    const deal = sdkWith(byDomain);
    deal.record = { objectType: '0-3', id: '7' };
    for (const sdk of [counting, deal]) {
      await openCard(sdk).sees('Associate records');
      await settle();
      expect(sdk.functions.calls.map(({ uid }) => uid)).not.toContain('suggest_records');
    }
  });

  it('counts again after a run, and the panel of its button stays open', async () => {
    const card = openCard(sdkWith(byDomain));
    await card.sees(`2 ${words}`);
    card.press('Show suggestions');
    await card.sees('Select all 2');
    card.press('Select all 2');
    await card.sees('Associate 2 contacts');
    card.sdk.functions.suggestions = [];
    card.press('Associate 2 contacts');
    await card.sees('2 contacts associated with Acme.');
    expect(card.hasButton('Copy report')).toBe(true);
    expect(card.text()).not.toContain(words);
  });
});
