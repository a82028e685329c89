import { FakeFunctions } from '../testing/fake-functions';
import { rememberReplies } from './remembered-replies';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const asked = { objectType: '0-1' };

function setUp() {
  const functions = new FakeFunctions();
  return { functions, replies: rememberReplies(functions.call) };
}

describe('the replies of a session', () => {
  it('are there after the call, and are not asked for twice', async () => {
    const { functions, replies } = setUp();
    replies.request('describe_properties', asked);
    replies.request('describe_properties', { ...asked });
    expect(replies.get('describe_properties', asked)).toBeUndefined();
    await settle();
    expect(replies.get('describe_properties', asked)).toEqual({ ok: true, properties: [] });
    replies.request('describe_properties', asked);
    expect(functions.calls).toHaveLength(1);
  });

  it('are kept for each parameters', async () => {
    const { functions, replies } = setUp();
    replies.request('describe_properties', asked);
    replies.request('describe_properties', { objectType: '0-2' });
    await settle();
    expect(functions.calls).toHaveLength(2);
  });

  it('tell their listeners when they arrive', async () => {
    const { replies } = setUp();
    const versions: number[] = [];
    replies.subscribe(() => versions.push(replies.getVersion()));
    replies.request('describe_properties', asked);
    await settle();
    expect(versions).toEqual([1]);
  });

  it('are asked for again after a failure, where a person wants that', async () => {
    const { functions, replies } = setUp();
    functions.fail('describe_properties', { code: 'NO_ANSWER', message: '…' });
    replies.request('describe_properties', asked);
    await settle();
    expect(replies.get('describe_properties', asked)).toMatchObject({ ok: false });
    functions.restore('describe_properties');
    replies.retry('describe_properties', asked);
    expect(replies.get('describe_properties', asked)).toBeUndefined();
    await settle();
    expect(replies.get('describe_properties', asked)).toMatchObject({ ok: true });
  });

  it('are forgotten, also those that are still to arrive, and no others', async () => {
    const { functions, replies } = setUp();
    const suggest = { objectType: '0-2', id: '7', toObjectType: '0-1' };
    replies.request('describe_properties', asked);
    replies.request('suggest_records', suggest);
    replies.forget('suggest_records');
    await settle();
    expect(replies.get('suggest_records', suggest)).toBeUndefined();
    expect(replies.get('describe_properties', asked)).toMatchObject({ ok: true });
    replies.request('suggest_records', suggest);
    expect(functions.calls).toHaveLength(3);
  });
});
