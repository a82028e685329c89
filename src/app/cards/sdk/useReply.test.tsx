import { Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { FakeSdk } from '../testing/fake-sdk';
import { SdkProvider } from './SdkProvider';
import { useReply } from './useReply';

/** Draws the names of the segments that a query finds. */
function Names({ query }: { query: string }) {
  const { reply } = useReply('find_segments', { objectType: '0-1', query });
  return <Text>{reply?.ok ? reply.segments.map(({ name }) => name).join() : 'waiting'}</Text>;
}

/** Renders queries; `answer` lets the call of a query return. */
function setUp() {
  const sdk = new FakeSdk();
  const answers = new Map<string, () => void>();
  sdk.functions.replace('find_segments', async ({ query }) => {
    await new Promise<void>((resolve) => answers.set(query, resolve));
    return { ok: true, segments: [{ id: '1', name: `found ${query}` }] };
  });
  const renderer = createRenderer('crm.record.tab');
  const show = async (query: string) => {
    renderer.render(
      <SdkProvider value={sdk}>
        <Names query={query} />
      </SdkProvider>,
    );
    await settle();
  };
  const answer = async (query: string) => {
    answers.get(query)?.();
    await settle();
  };
  return { show, answer, text: () => renderer.find(Text).text };
}

const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the reply of a function', () => {
  it('is undefined until the function has answered to the present parameters', async () => {
    const { show, answer, text } = setUp();
    await show('a');
    expect(text()).toBe('waiting');
    await answer('a');
    expect(text()).toBe('found a');
    await show('b');
    expect(text()).toBe('waiting');
  });

  it('is not replaced by a late reply to earlier parameters', async () => {
    const { show, answer, text } = setUp();
    await show('a');
    await show('b');
    await answer('b');
    await answer('a');
    expect(text()).toBe('found b');
  });
});
