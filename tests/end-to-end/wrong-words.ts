import { en, faces, type Language, type Message } from '@bulk-associate/messages';
import { actionMessages, english as englishAction } from '@bulk-associate/messages/action';
import { panels } from '@bulk-associate/messages/panel';
import type { Page } from 'playwright-core';
import { literally } from './literally';

/** In the page: every text that is drawn or read out. */
const texts = `[...document.querySelectorAll('main, main *, [role=dialog], [role=dialog] *')].flatMap((one) => {
  const isDrawn = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const named = ['aria-label', 'placeholder', 'title'].map((name) => one.getAttribute(name));
  return [isDrawn ? one.textContent : '', ...named].filter(Boolean);
})`;

const messages: Readonly<Record<string, Message>> = { ...en, ...englishAction };
const forms = (message: Message | undefined): string[] =>
  message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message);

/** A message of fewer letters beside its places may be any text. */
const fewLetters = 5;

/** What may stand in a place of a message. */
const inPlace = (place: string) => (place === '{n}' ? '[\\d.,\\s]+' : '.+');

/** A whole text that is this message of English; undefined if that may be any text. */
function patternOf(form: string): RegExp | undefined {
  const literals = form.split(/\{\w+\}/);
  if (literals.join('').replace(/[^a-z]/gi, '').length < fewLetters) return undefined;
  const parts = form
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? inPlace(part) : literally(part)));
  return new RegExp(`^${parts.join('')}$`, 's');
}

/** A message without what two languages may write differently in the same words: capitals, and spaces that do not break. */
const plain = (form: string) => form.toLowerCase().replace(/\s/g, ' ');

/** The messages of English that are not the same in the language. */
function englishPatterns(language: Language): RegExp[] {
  if (language === 'en') return [];
  const translated: Readonly<Record<string, Message>> = {
    ...faces[language],
    ...panels[language],
    ...actionMessages(language),
  };
  const known = new Set(Object.values(translated).flatMap(forms).map(plain));
  return Object.values(messages)
    .flatMap(forms)
    .filter((form) => !known.has(plain(form)))
    .flatMap((form) => patternOf(form) ?? []);
}

const patterns = new Map<Language, RegExp[]>();

/** What of a page a person with this language should not read: keys and places of messages, and English. */
export async function wrongWordsOn(page: Page, language: Language): Promise<string[]> {
  const english = patterns.get(language) ?? englishPatterns(language);
  patterns.set(language, english);
  const isWrong = (text: string) =>
    (/^[a-z]/.test(text) && text in messages) ||
    /\{\w+\}|\bundefined\b|\bNaN\b/.test(text) ||
    english.some((one) => one.test(text));
  const drawn = await page.evaluate<string[]>(texts);
  return [...new Set(drawn.map((text) => text.trim()))].filter(isWrong);
}
