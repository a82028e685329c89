import { en, faces, languageFor, languages } from './index';
import { actionMessages, actions } from './action/index';
import { en as englishAction } from './action/en';
import { backEndMessages, backEnds, english as englishBackEnd } from './back-end/index';
import { closest } from './languages';
import type { Message } from './messages';
import { en as englishFace } from './face/en';
import { panels } from './panel/index';
import { en as englishPanel } from './panel/en';

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

type Part = Readonly<Record<string, Message>>;
const parts: [language: string, part: string, messages: Part, english: Part][] = [
  ...Object.entries(faces).map(([name, face]): (typeof parts)[0] => [name, 'face', face, englishFace]),
  ...Object.entries(panels).map(([name, panel]): (typeof parts)[0] => [name, 'panel', panel, englishPanel]),
  ...Object.entries(actions).map(([name, one]): (typeof parts)[0] => [name, 'action', one, englishAction]),
  ...Object.entries(backEnds).map(([name, one]): (typeof parts)[0] => [
    name,
    'back-end',
    one,
    englishBackEnd,
  ]),
  ['en', 'panel', englishPanel, englishPanel],
];

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

  it('of the bulk action are in every language of the card, and in English in any other', () => {
    expect(Object.keys(actions).sort()).toEqual([...languages].sort());
    expect(actionMessages('xx')).toBe(englishAction);
  });

  it('of the back end have names that no part of the card has', () => {
    expect(Object.keys(englishBackEnd).filter((key) => key in en)).toEqual([]);
  });

  it('of the back end are in every language of the card, and in English in any other', () => {
    expect(Object.keys(backEnds).sort()).toEqual([...languages].sort());
    expect(backEndMessages('xx')).toBe(englishBackEnd);
  });

  it('are each in one part', () => {
    expect(Object.keys(englishFace).filter((key) => key in englishPanel)).toEqual([]);
    expect(Object.keys(en)).toHaveLength(Object.keys(englishFace).length + Object.keys(englishPanel).length);
  });

  it('are in both parts of every language', () => {
    expect(Object.keys(faces).sort()).toEqual([...languages].sort());
    expect(['en', ...Object.keys(panels)].sort()).toEqual([...languages].sort());
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
    ['fr-ca', 'fr'],
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
