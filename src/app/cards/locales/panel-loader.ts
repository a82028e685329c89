import { en, type Language, type Message } from '@bulk-associate/messages';
import type { Sdk } from '../sdk/sdk';
import { observable } from '../state/observable';
import type { SomeMessages } from './messages';

/** How long the panel waits for its messages once the card has all else that it needs. */
const graceMs = 2_000;

/** The messages that are loaded, and whether the panel is to wait for them. */
export interface LoadedMessages {
  isWaiting: boolean;
  messages: SomeMessages;
}

/** Loads the messages of the panel. */
export type PanelLoader = ReturnType<typeof createPanelLoader>;

/**
 * Creates the loader of the panel's messages in one language, of which `english` are all that there are. English is there
 * without a call. Where the messages do not come, or not in time, the panel is in English.
 */
export function createPanelLoader(
  language: Language,
  { call, clock }: Pick<Sdk, 'call' | 'clock'>,
  english: Readonly<Record<string, Message>> = en,
) {
  const { get, set, subscribe } = observable<LoadedMessages>({ isWaiting: false, messages: {} });
  let isAsked = language === 'en';
  /** Messages that came after the panel had stopped waiting. */
  let late: SomeMessages | undefined;

  const settle = (messages: SomeMessages) => set({ isWaiting: false, messages });

  return {
    language,
    get,
    subscribe,

    /** Asks for the messages, unless they are there or on their way. */
    async load(): Promise<void> {
      if (isAsked) return;
      isAsked = true;
      set({ isWaiting: true, messages: {} });
      const reply = await call('read_messages', { language });
      // Another language would not have the plural forms of this one.
      const isRight = reply.ok && reply.language === language;
      isAsked = isRight;
      const messages = isRight ? usable(reply.messages, english) : {};
      if (get().isWaiting) settle(messages);
      else if (isRight) late = messages;
    },

    /** Waits a little longer for the messages, and then no more. */
    async hurry(): Promise<void> {
      if (!get().isWaiting) return;
      await clock.sleep(graceMs);
      if (get().isWaiting) settle({});
    },

    /** Uses messages that came late. To be called as the panel opens: what is being read does not change. */
    useLate(): void {
      if (late) settle(late);
      late = undefined;
    },
  };
}

/** The messages of an answer that say the same as the English ones. Those of a newer function may be unknown, or different. */
function usable(
  messages: Readonly<Record<string, unknown>>,
  english: Readonly<Record<string, Message>>,
): SomeMessages {
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, wanted]) => {
      const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
      return isMessage(message) && hasPlacesOf(wanted, message) ? [[key, message]] : [];
    }),
  );
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return isText(value);
  return Object.hasOwn(value, 'other') && Object.values(value).every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function hasPlacesOf(english: Message, message: Message): boolean {
  const [wanted] = placesIn(english);
  return placesIn(message).every((places) => places === wanted);
}

/** The placeholders of each form. */
function placesIn(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  return forms.map((form) => [...new Set(form.match(/\{\w+\}/g))].sort().join());
}
