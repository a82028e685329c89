import fc from 'fast-check';
import type { AnswerOf } from '@bulk-associate/contract';
import { en, faces } from '@bulk-associate/messages';
// eslint-disable-next-line no-restricted-imports -- what the function answers
import { panels } from '@bulk-associate/messages/panel';
import { FakeSdk } from '../testing/fake-sdk';
import { createPanelLoader } from './panel-loader';
import { createTranslator } from './translator';

type Answered = AnswerOf<'read_messages'>;

/** A loader of Japanese, whose function answers when `answer` is called, and whose waits end when `timeIsUp` is. */
function setUp() {
  const sdk = new FakeSdk();
  const waits: (() => void)[] = [];
  const answers: ((reply: { ok: true } & Answered) => void)[] = [];
  sdk.functions.replace('read_messages', () => new Promise((resolve) => answers.push(resolve)));
  const clock = { now: () => 0, sleep: () => new Promise<void>((resolve) => waits.push(resolve)) };
  const loader = createPanelLoader('ja', { call: sdk.call, clock });
  const answer = async (messages: unknown = panels.ja, language = 'ja') => {
    answers.shift()?.({ ok: true, language, messages: messages as Answered['messages'] });
    await settle();
  };
  const timeIsUp = async () => {
    for (const end of waits.splice(0)) end();
    await settle();
  };
  return { sdk, loader, answer, timeIsUp, asked: () => sdk.functions.calls.length };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the messages of the panel', () => {
  it('are loaded once, and waited for', async () => {
    const { loader, answer, asked } = setUp();
    void loader.load();
    void loader.load();
    expect(loader.get()).toEqual({ isWaiting: true, messages: {} });
    await answer();
    void loader.load();
    expect(loader.get()).toEqual({ isWaiting: false, messages: panels.ja });
    expect(asked()).toBe(1);
  });

  it('are not loaded for English, which is there', () => {
    const sdk = new FakeSdk();
    const loader = createPanelLoader('en', sdk);
    void loader.load();
    expect(loader.get()).toEqual({ isWaiting: false, messages: {} });
    expect(sdk.functions.calls).toEqual([]);
  });

  it('are waited for until a while after all else is there, and then are in English', async () => {
    const { loader, timeIsUp } = setUp();
    void loader.load();
    await timeIsUp();
    expect(loader.get().isWaiting).toBe(true);
    void loader.hurry();
    expect(loader.get().isWaiting).toBe(true);
    await timeIsUp();
    expect(loader.get()).toEqual({ isWaiting: false, messages: {} });
  });

  it('that come late are used when the panel opens the next time, and not before', async () => {
    const { loader, answer, timeIsUp } = setUp();
    void loader.load();
    void loader.hurry();
    await timeIsUp();
    loader.useLate();
    await answer();
    expect(loader.get().messages).toEqual({});
    loader.useLate();
    expect(loader.get().messages).toEqual(panels.ja);
  });

  it('that came in time are not taken away when the wait ends', async () => {
    const { loader, answer, timeIsUp } = setUp();
    void loader.load();
    void loader.hurry();
    await answer();
    await timeIsUp();
    expect(loader.get().messages).toEqual(panels.ja);
  });

  it('that cannot be loaded are in English, and are asked for again at the next start only', async () => {
    const { sdk, loader } = setUp();
    sdk.functions.fail('read_messages', { code: 'NO_ANSWER', message: '…' });
    await loader.load();
    expect(loader.get()).toEqual({ isWaiting: false, messages: {} });
    sdk.functions.restore('read_messages');
    loader.useLate();
    void loader.hurry();
    expect(sdk.functions.calls).toHaveLength(1);
    await loader.load();
    expect(loader.get().messages).toEqual(panels.ja);
  });

  it('in another language than this one are not used', async () => {
    const { loader, answer } = setUp();
    void loader.load();
    await answer(panels.ja, 'en');
    expect(loader.get()).toEqual({ isWaiting: false, messages: {} });
  });
});

describe('an answer with messages', () => {
  it.each([
    ['that is missing', undefined],
    ['that is no text', 5],
    ['that is nothing', null],
    ['that is empty', ' '],
    ['without a placeholder', 'を再試行'],
    ['with a placeholder that nothing fills', '{n}件を{x}'],
    ['without the form for all other numbers', { one: '{n}' }],
    ['with a form that is no text', { other: '{n}', one: 1 }],
    ['with a form that lacks a placeholder', { other: '{n}', one: '1' }],
    ['that is a list', ['{n}']],
  ])('has English for a message %s, and the others', async (_, resultRetry) => {
    const { loader, answer } = setUp();
    void loader.load();
    await answer({ ...panels.ja, resultRetry });
    const { t } = createTranslator('ja', loader.get().messages, 'UTC');
    expect(t('resultRetry', { n: 1 })).toBe('Retry 1 record');
    expect(t('resultSendRest', { n: 1 })).toBe('残りの1件を送信');
  });

  it('adds no message that the card does not know', async () => {
    const { loader, answer } = setUp();
    void loader.load();
    await answer({ ...panels.ja, ofTheNextVersion: '…' });
    expect(loader.get().messages).toEqual(panels.ja);
  });

  it('never keeps a message from being said, whatever is in it', async () => {
    const names = JSON.stringify(en).match(/(?<=\{)\w+(?=\})/g) ?? [];
    const fills = Object.fromEntries(names.map((name) => [name, 1]));
    const keys = fc.constantFrom(...Object.keys(en));
    const messages = fc.dictionary(fc.oneof(keys, fc.string()), fc.anything());
    await fc.assert(
      fc.asyncProperty(fc.oneof(messages, fc.anything()), async (given) => {
        const { loader, answer } = setUp();
        void loader.load();
        await answer(given ?? {});
        const { t } = createTranslator('ja', { ...loader.get().messages, ...faces.ja }, 'UTC');
        expect(loader.get().isWaiting).toBe(false);
        const say = t as (key: string, fills: object) => string;
        for (const key of Object.keys(en)) expect(say(key, fills)).toMatch(/\S/);
      }),
    );
  });
});
