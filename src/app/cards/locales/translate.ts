import type { Fill, Messages, Translate } from './messages';

/** The card's voice in one language. */
export interface Voice {
  language: string;
  t: Translate;
  /** A number as it is written in that language. */
  number: (value: number) => string;
  /** A point in time, in the account's time zone. */
  time: (ms: number) => string;
  date: (ms: number) => string;
  /** Words in a row: "a, b, c". */
  list: (words: string[]) => string;
}

/** Makes the voice of a language; times are told in the time zone of the account. */
export function createVoice(language: string, messages: Messages, timeZone: string): Voice {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const times = dateFormat(language, timeZone, { timeStyle: 'short' });
  const dates = dateFormat(language, timeZone, { dateStyle: 'medium' });
  // `unit` would leave Japanese without commas.
  const lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  const number = (value: number) => numbers.format(value);
  const t = (key: keyof Messages, fills: Record<string, Fill> = {}) => {
    const message = messages[key];
    const text =
      typeof message === 'string' ? message : (message[plural.select(Number(fills['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const fill = fills[name] ?? '';
      return typeof fill === 'number' ? number(fill) : fill;
    });
  };
  return {
    language,
    t: t as Translate,
    number,
    time: (ms) => times.format(ms),
    date: (ms) => dates.format(ms),
    list: (words) => lists.format(words),
  };
}

/** A time zone that this runtime does not know leaves the user's own. */
function dateFormat(language: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, options);
  }
}
