import { en, faces, languages, type Message } from './index';
import { actionMessages } from './action/index';
import { backEndFaces, backEnds } from './back-end/index';
import { notes } from './note/index';
import { panels } from './panel/index';

/**
 * Words that no message uses, by language, each with the word that is used instead. They would be second words for what
 * has HubSpot's word already, so that a reader would look for a difference.
 */
const unused: Readonly<Record<string, readonly [RegExp, string][]>> = {
  en: [
    [/\b(un|re)?link(s|ed|ing)?\b/i, 'associate, association; for an address: URL'],
    [/\b(connect|attach|relate|tie|join)(s|ed|ing)?\b/i, 'associate'],
    [/\b(relation|relationship)s?\b/i, 'association'],
    [/\b(choice|choose|chosen|choosing|pick(s|ed)?)\b/i, 'selection, select'],
    [/\btak(e|es|en|ing) (it |them )?out\b/i, 'remove'],
    [/\b(dissociate|disassociate|detach|delink)(s|d|ed)?\b/i, 'remove the association'],
    [/\blists? of (contacts|companies|deals|tickets|members)\b/i, 'segment'],
    [/\b(fields?|attributes?)\b/i, 'property'],
    [/\bcriteri(a|on)\b/i, 'filter'],
    [/\brecommend/i, 'suggest'],
    [/\brevert(s|ed)?\b|\broll(ed)? back\b/i, 'undo'],
  ],
  ja: [
    [/リンク/, '関連付け、URL'],
    [/紐付|ひも付|紐づ|ひもづ/, '関連付け'],
    [/関連づけ/, '関連付け'],
    [/取り消/, '元に戻す'],
    [/プロパティ(?!ー)/, 'プロパティー'],
    [/フィルタ(?!ー)/, 'フィルター'],
    [/推奨|レコメンド/, 'おすすめ'],
    [/接続(する|した|済み)/, '関連付け'],
  ],
};

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));

describe.each(languages)('the words of the language %s', (language) => {
  const shared = language === 'en' ? en : { ...faces[language], ...panels[language] };
  const { outcome, types, ...note } = notes[language];
  const noted = Object.entries({ ...note, ...outcome, ...types }).map(([key, text]) => [`note ${key}`, text]);
  const messages: Readonly<Record<string, Message>> = {
    ...shared,
    ...actionMessages(language),
    ...backEnds[language],
    ...backEndFaces[language],
    ...Object.fromEntries(noted),
  };
  const rules = unused[language] ?? [];

  it('have a list of words that are not used', () => expect(rules).not.toEqual([]));

  it.each(rules)('leave out %s', (word, instead) => {
    const wrong = Object.entries(messages)
      .filter(([, message]) => forms(message).some((form) => word.test(form)))
      .map(([key]) => `${key}: use “${instead}”`);
    expect(wrong).toEqual([]);
  });
});
