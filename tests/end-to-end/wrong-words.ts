import { en, faces, type Language, type Message } from '@bulk-associate/messages';
import { actionMessages, english as englishAction } from '@bulk-associate/messages/action';
import { panels } from '@bulk-associate/messages/panel';
import type { Page } from 'playwright-core';

/** In the page: every text that is drawn or read out, those of the page's own left column included. */
const texts = `[...document.querySelectorAll('main, [role=dialog]')].flatMap((part) => [part, ...part.querySelectorAll('*')])
  .flatMap((one) => {
    const drawn = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') ? [one.textContent] : [];
    return [...drawn, one.getAttribute('aria-label'), one.getAttribute('placeholder'), one.getAttribute('title')];
  })
  .filter(Boolean)`;

const messages: Readonly<Record<string, Message>> = { ...en, ...englishAction };
const forms = (message: Message | undefined): string[] =>
  message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message);

/** Fewer letters than this beside the places of a message may be anything. */
const fewLetters = 5;

/** A whole text that is this message of English, with anything in its places; undefined if that may be any text. */
function patternOf(form: string): RegExp | undefined {
  const parts = form.split(/\{\w+\}/);
  if (parts.join('').replace(/[^a-z]/gi, '').length < fewLetters) return undefined;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 's');
}

/** The messages of English that are not the same in the language. */
function englishPatterns(language: Language): RegExp[] {
  if (language === 'en') return [];
  const translated: Readonly<Record<string, Message>> = {
    ...faces[language],
    ...panels[language],
    ...actionMessages(language),
  };
  const known = new Set(Object.values(translated).flatMap(forms));
  return Object.values(messages)
    .flatMap(forms)
    .filter((form) => !known.has(form))
    .flatMap((form) => patternOf(form) ?? []);
}

const patterns = new Map<Language, RegExp[]>();

/** What of a page a person with this language should not read: keys and places of messages, and English. */
export async function wrongWordsOn(page: Page, language: Language): Promise<string[]> {
  const english = patterns.get(language) ?? englishPatterns(language);
  patterns.set(language, english);
  const isWrong = (text: string) =>
    text in messages || /\{\w+\}|\bundefined\b|\bNaN\b/.test(text) || english.some((one) => one.test(text));
  const drawn = await page.evaluate<string[]>(texts);
  return [...new Set(drawn.map((text) => text.trim()))].filter(isWrong);
}
