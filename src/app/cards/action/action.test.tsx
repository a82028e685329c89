import { Checkbox, Form, Input, Select, Table, Tag } from '@hubspot/ui-extensions';
import type { ResolvedLine } from '@bulk-associate/contract';
import { FakeActionSdk, openAction } from '../testing/action';
import { labels, someRecords } from '../testing/fake-functions';

/** Contacts 1 to `count` are selected; the records of a search are "Record 1" (1001) and so on. */
function sdkWith(count: number): FakeActionSdk {
  const sdk = new FakeActionSdk(Array.from({ length: count }, (_, index) => index + 1));
  sdk.page = { records: someRecords(25).map(({ id, label }) => ({ id, properties: { name: label } })) };
  return sdk;
}

async function opened(sdk = sdkWith(3)) {
  const action = openAction(sdk);
  await action.sees('Select at least one of them below.');
  const select = (name: string) => action.renderer.find(Select, ({ props }) => props.name === name);
  return {
    ...action,
    sdk,
    select,
    choose: (name: string, value: string) => select(name).trigger('onChange', value as never),
  };
}

/** Reviews three contacts with two anchors, and removes the first of the six pairs. */
async function leaveOneOut(action: Awaited<ReturnType<typeof opened>>): Promise<void> {
  action.press('Review');
  await action.sees('6 associations');
  action.press('Remove');
  await action.sees('5 associations');
}

/** The calls of a function, without those in the background. */
const sent = (sdk: FakeActionSdk, uid: string) =>
  sdk.functions.calls.filter((call) => call.uid === uid).map(({ parameters }) => parameters as Pairs);

interface Pairs {
  fromObjectType: string;
  toObjectType: string;
  inputs: { from: { id: string }; to: { id: string } }[];
  label?: object;
}

const idsOf = ({ inputs }: Pairs) => inputs.map(({ from, to }) => `${from.id} ${to.id}`);

describe('a bulk action', () => {
  it('says how many records are selected, and which of those that HubSpot passed are not counted', async () => {
    const action = await opened(new FakeActionSdk([1, '1', 2, 2 ** 53 + 2, '9007199254740993']));
    expect(action.text()).toContain('Selected in the list: 3 contacts');
    expect(action.text()).toContain('The list named 1 of them twice');
    expect(action.text()).toContain('1 more is left out');
  });

  it('says so where nothing is selected, and calls nothing', async () => {
    const sdk = new FakeActionSdk([]);
    const action = openAction(sdk);
    await action.sees('No record is selected');
    expect(sdk.functions.calls).toEqual([]);
  });

  it('shows why it cannot start, and starts again', async () => {
    const sdk = sdkWith(3);
    sdk.functions.fail('describe_objects', { code: 'MISSING_SCOPES', message: '…' });
    const action = openAction(sdk);
    await action.sees('permission');
    sdk.functions.restore('describe_objects');
    action.press('Try again');
    await action.sees('Select at least one of them below.');
  });

  it('associates every selected record with one anchor, from the anchor on', async () => {
    const action = await opened();
    action.tick('Record 1');
    await action.sees('3 contacts × 1 company = 3 associations');
    action.press('Associate 3 contacts');
    await action.sees('All done');
    expect(action.text()).toContain('3 contacts associated with Record 1.');
    const [call] = sent(action.sdk, 'associate_records');
    expect(call).toMatchObject({ fromObjectType: '0-2', toObjectType: '0-1' });
    expect(call && idsOf(call)).toEqual(['1001 1', '1001 2', '1001 3']);
    expect(action.text()).not.toContain('With Record 1');
  });

  it('makes each pair with several anchors, and shows which anchor a line belongs to', async () => {
    const action = await opened();
    action.tick('Record 1');
    action.tick('Record 2');
    await action.sees('3 contacts × 2 companies = 6 associations');
    action.press('Review');
    await action.sees('3 contacts will be associated with 2 companies.');
    expect(action.text()).toContain('6 associations');
    expect(action.text()).toMatch(/Name With Remove/);
    action.press('Create 6 associations');
    await action.sees('All done');
    expect(action.sdk.functions.linked.size).toBe(6);
    expect(action.text()).toMatch(/Record 1 .*Record 2/);
    action.press('Copy report');
    await action.sees('Copy report');
    expect(action.sdk.copied.split('\r\n')).toHaveLength(7);
  });

  it('leaves a single pair out of the review', async () => {
    const action = await opened();
    action.tick('Record 1');
    action.tick('Record 2');
    await leaveOneOut(action);
    action.press('Create 5 associations');
    await action.sees('All done');
    const [call] = sent(action.sdk, 'associate_records');
    expect(call && idsOf(call)).toEqual(['1002 1', '1001 2', '1002 2', '1001 3', '1002 3']);
  });

  it('does not bring back a pair that was left out, without another review', async () => {
    const action = await opened();
    action.tick('Record 1');
    action.tick('Record 2');
    // The preview in the background is there by then, and the review opens with it.
    const isPreviewed = () =>
      sent(action.sdk, 'preview_associations').some(({ inputs }) => inputs.length === 6);
    while (!isPreviewed()) await new Promise(setImmediate);
    await new Promise(setImmediate);
    await leaveOneOut(action);
    action.press('Back');
    await action.sees('3 contacts × 2 companies = 6 associations');
    await action.sees('1 of these is left out');
    action.press('Create 5 associations');
    await action.sees('All done');
    expect(action.sdk.functions.linked.size).toBe(5);
  });

  it('brings them back with other anchors', async () => {
    const action = await opened();
    action.tick('Record 1');
    action.tick('Record 2');
    await leaveOneOut(action);
    action.press('Back');
    action.tick('Record 3');
    await action.sees('3 contacts × 3 companies = 9 associations');
    await action.sees('Create 9 associations');
    expect(action.text()).not.toContain('left out');
  });

  it('is in the language of the user, with the messages of the panel that are loaded', async () => {
    const sdk = sdkWith(3);
    sdk.language = 'ja';
    const action = openAction(sdk);
    await action.sees('どのレコードに関連付けますか？');
    action.tick('Record 1');
    await action.sees('コンタクト3件 × 会社1件 = 関連付け3件');
    expect(sdk.functions.calls.filter(({ uid }) => uid === 'read_messages')).toHaveLength(1);
  });

  it('has a form for several anchors that fits where a name would stand: German declines the noun', async () => {
    const sdk = sdkWith(3);
    sdk.language = 'de';
    const action = openAction(sdk);
    await action.sees('Wählen Sie unten mindestens einen aus.');
    action.tick('Record 1');
    action.tick('Record 2');
    action.press('Prüfen');
    await action.sees('Zu den ausgewählten Datensätzen (2 Unternehmen) zuordnen: 3 Kontakte.');
  });

  it('undoes exactly what it has done, and retries what failed', async () => {
    const sdk = sdkWith(3);
    sdk.functions.linked.add('1001 2');
    sdk.functions.refused.add('3');
    const action = await opened(sdk);
    action.tick('Record 1');
    action.press('Review');
    await action.sees('Already associated (1)');
    action.press('Associate 2 contacts');
    await action.sees('Not everything went through');
    sdk.functions.refused.clear();
    action.press('Retry 1 record');
    await action.sees('All done');
    expect(sdk.functions.linked).toEqual(new Set(['1001 2', '1001 1', '1001 3']));
    action.press('Undo 2 associations');
    await action.sees('Remove the associations of 2 contacts with Record 1?');
    action.press('Remove 2 associations');
    await action.sees('2 undone');
    expect(sdk.functions.linked).toEqual(new Set(['1001 2']));
  });

  it('starts from the same selection again, with no anchor', async () => {
    const action = await opened();
    action.tick('Record 1');
    action.press('Associate 3 contacts');
    await action.sees('All done');
    action.press('Associate more');
    await action.sees('Select at least one of them below.');
    expect(action.text()).toContain('Selected in the list: 3 contacts');
  });

  it('says that its panel stays open during a run, and that it can be closed after it', async () => {
    const sdk = sdkWith(3);
    let answer: (() => void) | undefined;
    sdk.functions.replace('associate_records', async (parameters) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return sdk.functions.reply('associate_records', parameters);
    });
    const action = await opened(sdk);
    action.tick('Record 1');
    action.press('Associate 3 contacts');
    await action.sees('Keep this panel open');
    expect(action.hasButton('Close')).toBe(false);
    answer?.();
    await action.sees('You can close this panel now');
    action.press('Reload the list');
    expect(sdk.reloads).toBe(1);
    expect(sdk.closed).toEqual([]);
  });

  it('removes associations, after a review', async () => {
    const sdk = sdkWith(3);
    sdk.functions.linked.add('1001 1').add('1001 3');
    const action = await opened(sdk);
    action.choose('operation', 'remove');
    await action.sees('From which records should their associations be removed?');
    action.tick('Record 1');
    action.press('Review 3 records');
    await action.sees('To be removed (2)');
    action.press('Remove 2 associations');
    await action.sees('All done');
    expect(sdk.functions.linked.size).toBe(0);
    action.press('Undo 2 removals');
    await action.sees('Associate 2 contacts with Record 1 again?');
    action.press('Associate 2 records again');
    await action.sees('2 undone');
    expect(sdk.functions.linked).toEqual(new Set(['1001 1', '1001 3']));
  });

  it('gives the label of the direction from the anchor to the selected records', async () => {
    const sdk = sdkWith(2);
    sdk.functions.replace('describe_objects', ({ objectType }) => ({
      ok: true,
      objectTypes: sdk.functions.types.map((type) =>
        objectType === '0-2' && type.id === '0-1' ? { ...type, labels } : type,
      ),
    }));
    const action = await opened(sdk);
    action.tick('Record 1');
    action.choose('label', 'USER_DEFINED 28');
    await action.sees('Associate 2 contacts');
    action.press('Associate 2 contacts');
    await action.sees('Label: Decision maker');
    expect(sent(sdk, 'associate_records')[0]?.label).toEqual({ category: 'USER_DEFINED', typeId: 28 });
  });

  it('says whose name of a label it shows', async () => {
    const sdk = sdkWith(2);
    sdk.functions.replace('describe_objects', () => ({
      ok: true,
      objectTypes: sdk.functions.types.map((type) => ({ ...type, labels })),
    }));
    const action = await opened(sdk);
    const hint = 'as the records that you select below show it';
    expect(action.select('label').props.tooltip).toContain(hint);
    action.tick('Record 1');
    action.tick('Record 2');
    await action.sees('2 contacts × 2 companies');
    expect(action.select('label').props.tooltip).toContain(hint);
  });

  it('asks for anchors of another object type, and drops those of the former', async () => {
    const action = await opened();
    action.tick('Record 1');
    await action.sees('= 3 associations');
    action.choose('operation', 'remove');
    action.choose('object-type', '2-77');
    await action.sees('Select at least one of them below.');
    expect(action.select('operation').props.value).toBe('remove');
    expect(action.sdk.searches.at(-1)?.objectType).toBe('2-77');
  });

  it('takes twenty anchors at most', async () => {
    const action = await opened(sdkWith(1));
    for (let n = 1; n <= 25; n++) {
      if (n % 10 === 1)
        action.renderer.find(Table).trigger('onPageChange' as never, Math.ceil(n / 10) as never);
      await action.sees(`Record ${n}`);
      action.tick(`Record ${n}`);
    }
    await action.sees('These are 20');
    expect(action.renderer.findAll(Tag)).toHaveLength(20);
    const boxes = action.renderer.findAll(Checkbox).filter(({ props }) => props.name?.startsWith('anchor-'));
    expect(boxes.map(({ props }) => [props.checked, props.readOnly])).toEqual(Array(5).fill([false, true]));
    action.renderer.find(Tag).trigger('onClick');
    await action.sees('1 contact × 19 companies = 19 associations');
  });

  it('refuses more associations than one run takes', async () => {
    const action = await opened(sdkWith(5001));
    action.tick('Record 1');
    await action.sees('5,001 contacts × 1 company');
    action.tick('Record 2');
    await action.sees('At most 10,000 associations');
    expect(() => action.press('Review 10,002 associations')).toThrow(/disabled/);
  });

  it('carries out 2,000 records with one anchor, after it has asked for confirmation', async () => {
    const action = await opened(sdkWith(2000));
    action.tick('Record 1');
    action.press('Review 2,000 records');
    await action.sees('2,000 contacts will be associated with Record 1.');
    action.press('Associate 2,000 contacts');
    await action.sees('Associate 2,000 contacts with Record 1?');
    action.press('Associate 2,000 contacts');
    await action.sees('All done');
    expect(action.sdk.functions.linked.size).toBe(2000);
  });

  it('shows selected records that are gone, and sends them not', async () => {
    const sdk = sdkWith(3);
    sdk.functions.missing.add('2');
    const action = await opened(sdk);
    action.tick('Record 1');
    action.press('Review');
    await action.sees('Not found (1)');
    action.press('Associate 2 contacts');
    await action.sees('All done');
    expect(sent(sdk, 'associate_records').flatMap(idsOf)).toEqual(['1001 1', '1001 3']);
  });
});

describe('an anchor that is pasted', () => {
  async function pasted(answer: Partial<ResolvedLine>) {
    const sdk = sdkWith(3);
    sdk.functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value) => ({ value, status: 'not_found', records: [], ...answer })),
    }));
    const action = await opened(sdk);
    action.choosePaste();
    return action;
  }

  async function opened(sdk: FakeActionSdk) {
    const action = openAction(sdk);
    await action.sees('Select at least one of them below.');
    return {
      ...action,
      choosePaste: () => {
        const tabs = action.renderer.findAll('Tabs' as never)[0] as never as { trigger: (name: string, value: string) => void }; // prettier-ignore
        tabs.trigger('onSelectedChange', 'paste');
        action.renderer
          .find(Input)
          .trigger('onInput', 'https://app.hubspot.com/contacts/123/record/0-2/1001' as never);
        action.renderer.find(Form).trigger('onSubmit');
      },
    };
  }

  it.each<[string, Partial<ResolvedLine>, string]>([
    ['found', { status: 'found', records: [{ id: '1001', label: 'Acme' }] }, '3 contacts × 1 company = 3 associations'],
    ['one of several', { status: 'several', records: [{ id: '1', label: 'Acme' }, { id: '2', label: 'Acme' }] }, 'This fits more than one record'],
    ['not found', {}, 'This account has no such record'],
    ['a link to another account', { status: 'unreadable', reason: 'other_account' }, 'another HubSpot account'],
    ['more than one value', { status: 'unreadable', reason: 'several_values' }, 'Look up one record at a time'],
    ['one number or several', { status: 'unreadable', reason: 'unclear_number' }, 'Look up one record at a time'],
    ['unreadable', { status: 'unreadable' }, 'This cannot name a record of this object type.'],
    ['not looked up', { status: 'unknown' }, 'HubSpot'],
  ])('is %s', async (_, answer, words) => {
    const action = await pasted(answer);
    await action.sees(words);
  }); // prettier-ignore
});
