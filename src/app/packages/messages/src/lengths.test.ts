import { en, faces, languages, type ActionKey, type BackEndKey, type Key, type Message } from './index';
import { actionMessages } from './action/index';
import { backEndMessages } from './back-end/index';
import { panels } from './panel/index';

type AnyKey = Key | ActionKey | BackEndKey;

/** The keys of the messages of one kind, by the parts that their names have in common. */
const keysLike = (pattern: RegExp) => Object.keys(en).filter((key) => pattern.test(key)) as Key[];

/**
 * The most characters of what has one line, as it is with 10,000 records. The panel is 420 px wide where it is narrowest,
 * and HubSpot's text of 14 px takes about 7.5 px a character.
 */
const kinds: readonly [kind: string, most: number, keys: readonly AnyKey[]][] = [
  // The sidebar's card is about 330 px wide; its padding and the button's take 80 px.
  [
    'button of the card',
    33,
    ['faceOpen', 'faceShowProgress', 'faceShowLast', 'faceShowSuggested', 'history'],
  ],
  // The padding of the panel and of the button takes 90 px.
  [
    'button of the panel',
    44,
    [
      ...keysLike(/^(carry_out|result_undo|undo_run|operation|deselect(_all)?|result_more)_/),
      ...(['close', 'back', 'stop', 'cancel', 'done', 'tryAgain', 'checkAgain', 'step_review'] as const),
      ...(['chooseReview', 'chooseReviewPairs', 'resultRetry', 'resultRetryPairs'] as const),
      ...(['resultSendRest', 'resultCopyRest', 'resultCopy'] as const),
      ...(['searchPage', 'searchPageOff', 'searchAll', 'searchAllCapped', 'suggestedAll'] as const),
      ...(['associatedPageOff', 'associatedAll', 'segmentMore', 'segmentAdd', 'segmentReview'] as const),
      ...(['pasteFind', 'pasteIsList', 'pasteChange', 'pasteCopy', 'pasteLookUp', 'pasteLooking'] as const),
      ...(['pasteUnusedLookUp', 'pasteLeaveOut', 'filterAdd', 'filterApply', 'filterSave'] as const),
      ...(['filterRemove', 'columnsOpen', 'actionReload', 'runLeave', 'historyOpen', 'historyBack'] as const),
      ...(['historyDelete', 'historyDeleteAll', 'admin', 'adminOpen'] as const),
    ],
  ],
  // Two stand side by side.
  ['small button beside another', 22, ['filterAnd', 'filterOr', 'pagePrevious', 'pageNext']],
  // Three steps share the width.
  ['step', 14, keysLike(/^step_/)],
  // Tabs scroll sideways; two should be in sight, each with a number: “ (10,000)”.
  ['tab of a source', 16, keysLike(/^source_/)],
  ['tab of a group', 25, keysLike(/^tab_/)],
  ['tab of an outcome', 28, keysLike(/^status_(?!undo_)/)],
  // Four columns share the width; a heading may take two lines.
  [
    'column heading',
    20,
    [
      ...keysLike(/^column_/),
      ...(['reason', 'pasteLine', 'pasteCorrection', 'segmentSize'] as const),
      ...(['source_segment', 'reportOutcome', 'reportLabels', 'reportDetail'] as const),
    ],
  ],
];

/** The width of a text in characters. Those of Japanese are twice as wide. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each > '\u2fff' ? 2 : 1), 0);

describe.each(languages)('in the language %s', (language) => {
  const messages: Readonly<Record<string, Message>> = {
    ...(language === 'en' ? en : { ...faces[language], ...panels[language] }),
    ...actionMessages(language),
    ...backEndMessages(language),
  };
  const counted = ['nContacts', 'nCompanies', 'nDeals', 'nTickets'];

  /** A message with a number of records. */
  function filled(key: string, n: number): string {
    const message = messages[key] ?? '';
    const form = new Intl.PluralRules(language).select(n);
    const text = typeof message === 'string' ? message : (message[form] ?? message.other);
    const number = new Intl.NumberFormat(language).format(n);
    return text
      .replace(/\{(n|cap)\}/g, number)
      .replace('{pairs}', () => filled('nAssociations', n))
      .replace('{records}', () => longest(counted.map((each) => filled(each, n))));
  }
  const longest = (texts: readonly string[]) =>
    texts.reduce((one, other) => (widthOf(one) < widthOf(other) ? other : one), '');

  it.each(kinds)('each %s has at most %i characters', (_, most, keys) => {
    expect(keys.length).toBeGreaterThan(2);
    const texts = keys.flatMap((key) => [1, 10_000].map((n) => [key, filled(key, n)] as const));
    expect(texts.filter(([, text]) => /[{}]/.test(text))).toEqual([]);
    const over = texts.filter(([, text]) => widthOf(text) > most);
    expect(over.map(([key, text]) => `${key} has ${widthOf(text)}: ${text}`)).toEqual([]);
  });
});
