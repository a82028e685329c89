import { Form, Input, Select, Tabs, Tag } from '@hubspot/ui-extensions';
import type { ResolveParameters } from '@bulk-associate/contract';
import type { Reply } from '../sdk/sdk';
import { FakeActionSdk, openAction } from '../testing/action';
import { settle } from '../testing/card';
import { someRecords } from '../testing/fake-functions';

/** Contacts have emails of one domain, which a company has too; other values name a company of that id. */
const resolve = ({ objectType, values }: ResolveParameters): Reply<'resolve_records'> => ({
  ok: true,
  lines: values.map((value) => {
    const label = objectType === '0-1' ? `${value}@acme.example` : `Company ${value}`;
    return { value, status: 'found', records: [{ id: value === 'acme.example' ? '77' : value, label }] };
  }),
});

/** `until`: what the answers to look-ups wait for. */
function opened(until: Promise<void> = Promise.resolve()) {
  const sdk = new FakeActionSdk([1, 2, 3]);
  sdk.page = { records: someRecords(2).map(({ id, label }) => ({ id, properties: { name: label } })) };
  sdk.functions.replace('resolve_records', async (parameters) => {
    await until;
    return resolve(parameters);
  });
  const action = openAction(sdk);
  const ready = () => action.sees('Select at least one of them below.');
  return {
    ...action,
    sdk,
    ready,
    chooseType: (id: string) =>
      action.renderer
        .find(Select, ({ props }) => props.name === 'object-type')
        .trigger('onChange', id as never),
    type: () => action.renderer.find(Select, ({ props }) => props.name === 'object-type').props.value,
    paste: (value: string) => {
      action.renderer.find(Tabs).trigger('onSelectedChange', 'paste' as never);
      action.renderer.find(Input).trigger('onInput', value as never);
      action.renderer.find(Form).trigger('onSubmit');
    },
    tags: () => action.renderer.findAll(Tag).map(({ text }) => text),
  };
}

const suggestion = 'Companies with the email domain of the selected contacts';

describe('the anchors of a bulk action', () => {
  it('are suggested with the number of contacts that each is for', async () => {
    const action = opened();
    await action.sees(suggestion);
    await action.sees('Company acme.example');
    expect(action.text()).toContain('-- 3 contacts');
    action.tick('Company acme.example');
    await action.sees('3 contacts × 1 company');
  });

  it('are not suggested where another object type was chosen before the suggestions arrived', async () => {
    let release: () => void = () => undefined;
    const action = opened(new Promise<void>((letGo) => (release = letGo)));
    await action.ready();
    action.chooseType('2-77');
    await action.ready();
    release();
    await settle();
    expect(action.text()).not.toContain(suggestion);
    action.chooseType('0-2');
    // They are there already, and are read once.
    await action.sees(suggestion);
    const read = action.sdk.functions.calls.filter(({ uid }) => uid === 'resolve_records');
    expect(read).toHaveLength(2);
  });

  it('have each record once, however it was named', async () => {
    const action = opened();
    await action.ready();
    action.tick('Record 1');
    action.paste('1001');
    await action.sees('Company 1001');
    expect(action.tags()).toEqual(['Remove Record 1']);
  });

  it('are looked up as links of this account', async () => {
    const action = opened();
    await action.ready();
    action.paste('42');
    await action.sees('3 contacts × 1 company');
    const { parameters } = action.sdk.functions.calls.filter(({ uid }) => uid === 'resolve_records').at(-1) ?? {};
    expect(parameters).toEqual({ objectType: '0-2', values: ['42'], portalId: action.sdk.portalId });
  }); // prettier-ignore

  it('are those of the last value that was looked up, and not those of an earlier one', async () => {
    const action = opened();
    await action.sees(suggestion);
    const waiting = new Map<string, () => void>();
    action.sdk.functions.replace('resolve_records', async ({ values }: ResolveParameters) => {
      const [value = ''] = values;
      await new Promise<void>((letGo) => waiting.set(value, letGo));
      return { ok: true, lines: [{ value, status: 'found', records: [{ id: value, label: `Late ${value}` }] }] };
    }); // prettier-ignore
    action.paste('1');
    action.paste('2');
    while (waiting.size < 2) await new Promise(setImmediate);
    waiting.get('1')?.();
    await new Promise(setImmediate);
    expect(action.tags()).toEqual([]);
    waiting.get('2')?.();
    await action.sees('Late 2');
    expect(action.tags()).toEqual(['Remove Late 2']);
  });

  it('stay of the object type that was chosen, where its labels could not be read at first', async () => {
    const action = opened();
    await action.ready();
    action.sdk.functions.fail('describe_objects', { code: 'RATE_LIMITED', message: '…' });
    action.chooseType('2-77');
    await action.sees('HubSpot asks for fewer calls');
    action.sdk.functions.restore('describe_objects');
    action.press('Try again');
    await action.ready();
    expect(action.type()).toBe('2-77');
  });
});
