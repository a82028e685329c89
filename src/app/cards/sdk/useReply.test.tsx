import { useState } from 'react';
import { Button, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { FakeSdk } from '../testing/fake-sdk';
import { SdkProvider } from './SdkProvider';
import { useReply } from './useReply';

/** Draws the names of the segments that a query finds, and a button for each other query. */
function Names() {
  const [query, setQuery] = useState('a');
  const { reply } = useReply('find_segments', { objectType: '0-1', query });
  return (
    <>
      <Text>{reply?.ok ? reply.segments.map(({ name }) => name).join() : 'waiting'}</Text>
      <Button onClick={() => setQuery('b')}>b</Button>
    </>
  );
}

/** Renders the query a; `answer` lets the call of a query return. */
async function setUp() {
  const sdk = new FakeSdk();
  const answers = new Map<string, () => void>();
  sdk.functions.replace('find_segments', async ({ query }) => {
    await new Promise<void>((resolve) => answers.set(query, resolve));
    return { ok: true, segments: [{ id: '1', name: `found ${query}` }] };
  });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(
    <SdkProvider value={sdk}>
      <Names />
    </SdkProvider>,
  );
  await settle();
  const showB = async () => {
    renderer.find(Button).trigger('onClick');
    await settle();
  };
  const answer = async (query: string) => {
    answers.get(query)?.();
    await settle();
  };
  return { showB, answer, text: () => renderer.find(Text).text };
}

const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the reply of a function', () => {
  it('is undefined until the function has answered to the present parameters', async () => {
    const { showB, answer, text } = await setUp();
    expect(text()).toBe('waiting');
    await answer('a');
    expect(text()).toBe('found a');
    await showB();
    expect(text()).toBe('waiting');
  });

  it('is not replaced by a late reply to earlier parameters', async () => {
    const { showB, answer, text } = await setUp();
    await showB();
    await answer('b');
    await answer('a');
    expect(text()).toBe('found b');
  });
});
