import { en, faces, languageFor, languages } from './index';
import { actionMessages, actions } from './action/index';
import { en as englishAction } from './action/en';
import { backEndMessages, backEnds, english as englishBackEnd } from './back-end/index';
import { closest } from './languages';
import type { Message } from './messages';
import { en as englishFace } from './face/en';
import { notes } from './note/index';
import { panels } from './panel/index';
import { en as englishPanel } from './panel/en';

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

type Part = Readonly<Record<string, Message>>;
/** A note's words of one kind stand in an object of their own. */
const flat = ({ outcome, types, ...others }: (typeof notes)['en']): Part => ({
  ...others,
  ...outcome,
  ...types,
});
const flatNotes = Object.fromEntries(Object.entries(notes).map(([name, note]) => [name, flat(note)]));
const all: [part: string, languages: Readonly<Record<string, Part>>][] = [
  ['face', faces],
  ['panel', { en: englishPanel, ...panels }],
  ['action', actions],
  ['back-end', { en: englishBackEnd, ...backEnds }],
  ['note', flatNotes],
];
const parts = all.flatMap(([part, of]) =>
  Object.entries(of).map(([name, messages]) => [name, part, messages, of['en'] ?? {}] as const),
);

describe.each(parts)('%s of the %s', (language, _, messages, english) => {
  it('has the keys of English and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(messages))('has the right places in %s', (key, message) => {
    const wanted = places(forms(english[key] ?? '').at(-1) ?? '');
    for (const form of forms(message)) {
      expect(form.trim()).not.toBe('');
      expect(places(form)).toEqual(wanted);
    }
  });

  it('has each plural form that its grammar asks for, where it has more than one', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const message of Object.values(messages)) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).sort()).toEqual([...pluralCategories].sort());
    }
  });
});

describe('the messages', () => {
  it('of the bulk action have names that no other part has', () => {
    expect(Object.keys(englishAction).filter((key) => key in en)).toEqual([]);
  });

  it('of the bulk action are in English where the card has no such language', () => {
    expect(actionMessages('xx')).toBe(englishAction);
  });

  it('of the back end have names that no part of the card has', () => {
    expect(Object.keys(englishBackEnd).filter((key) => key in en)).toEqual([]);
  });

  it('of the back end are in English where the card has no such language', () => {
    expect(backEndMessages('xx')).toBe(englishBackEnd);
  });

  it('are each in one part', () => {
    expect(Object.keys(englishFace).filter((key) => key in englishPanel)).toEqual([]);
    expect(Object.keys(en)).toHaveLength(Object.keys(englishFace).length + Object.keys(englishPanel).length);
  });

  it.each(all)('of the %s are in every language of the card', (_, of) => {
    expect(Object.keys(of).sort()).toEqual([...languages].sort());
  });
});

const six = ['en', 'ja', 'de', 'fr', 'es', 'pt-br'];

describe('the language of the card', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA_jp', 'ja'],
    ['en-GB', 'en'],
    ['zh', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('is, for %p, %s', (tag, language) => expect(languageFor(tag)).toBe(language));

  it.each([
    ['de', 'de'],
    ['de-at', 'de'],
    ['fr-ca', 'fr'],
    ['es', 'es'],
    ['es-MX', 'es'],
    ['pt-BR', 'pt-br'],
    ['pt', 'pt-br'],
    ['pt_PT', 'pt-br'],
    ['pt-pt', 'pt-pt', ['pt-br', 'pt-pt']],
    ['zh-tw', undefined],
    ['f', undefined],
    ['', undefined],
  ])('is the same one, or one with the same first part: for %p, %p', (tag, language, known = six) =>
    expect(closest(known, tag)).toBe(language),
  );
});
