import { en, type Message } from '@bulk-associate/messages';
import type { Fill, SomeMessages, Translate, TranslateFace } from './messages';

/** Messages, numbers and dates in one language. */
export interface Translator {
  language: string;
  t: Translate;
  /** Formats a number. */
  number: (value: number) => string;
  /** Formats a time of day; `ms` are milliseconds since 1970. */
  time: (ms: number) => string;
  /** Formats a date; `ms` are milliseconds since 1970. */
  date: (ms: number) => string;
  /** Formats a day; `ms` is its midnight in UTC, as HubSpot has it for properties without a time. */
  day: (ms: number) => string;
  /** Joins words: "a, b, c". */
  list: (words: string[]) => string;
}

/** A translator of what is drawn before the panel is open. */
export interface FaceTranslator extends Omit<Translator, 't'> {
  t: TranslateFace;
}

/**
 * Makes the translator for a language. Messages that are missing are those of `english`. Dates and times are those of
 * `timeZone`, the time zone of the account.
 */
export function createTranslator(
  language: string,
  messages: SomeMessages,
  timeZone: string,
  english: Readonly<Record<string, Message>> = en,
): Translator {
  const plurals = new Intl.PluralRules(language);
  const englishPlurals = new Intl.PluralRules('en');
  const numbers = new Intl.NumberFormat(language);
  const times = dateFormat(language, timeZone, { timeStyle: 'short' });
  const dates = dateFormat(language, timeZone, { dateStyle: 'medium' });
  const days = dateFormat(language, 'UTC', { dateStyle: 'medium' });
  // The type `unit` would join Japanese words without commas.
  const lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  const number = (value: number) => numbers.format(value);
  const t = (key: string, fills: Record<string, Fill> = {}) => {
    const own = messages[key];
    const message = own ?? english[key] ?? '';
    const form = (own ? plurals : englishPlurals).select(Number(fills['n']));
    const text = typeof message === 'string' ? message : (message[form] ?? message.other);
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
    day: (ms) => days.format(ms),
    list: (words) => lists.format(words),
  };
}

/** Falls back to the user's own time zone if the runtime does not know `timeZone`. */
export function dateFormat(language: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, options);
  }
}
