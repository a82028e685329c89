import { fromAnswer, from, reducerOf } from '../../state/transitions';
import type { ChosenRecord } from '../../panel/selection';
import type { RunView } from '../../run/chunked-run';
import type { CallError } from '../../sdk/sdk';
import type { ColumnChoice } from './column-choice';
import type { PastedLine } from './pasted-line';
import type { PastedText, TextContext } from './reading/pasted-text';

/** What the user has said about the text: how its numbers are meant, that it is a list, that its first row is no heading. */
export type Said = Pick<TextContext, 'numbers' | 'shape' | 'firstRow'>;

/** A number that may be one or several. */
export type NumberQuestion = Omit<Extract<PastedText, { kind: 'askNumbers' }>, 'kind'>;

/** The state of pasting: the text, the questions about it, the look-up, and its result. */
export type Pasting =
  | { name: 'writing'; text: string; isEmpty: boolean }
  | { name: 'askingNumbers'; text: string; said: Said; question: NumberQuestion }
  | { name: 'asking'; text: string; said: Said; choice: ColumnChoice; titles: readonly string[] }
  | { name: 'resolving'; text: string; request: number; run: RunView; unused: readonly string[] }
  | {
      name: 'resolved';
      text: string;
      lines: readonly PastedLine[];
      /** Headings and titles, which are not looked up. */
      unused: readonly string[];
      /** The number of the look-up of the unused lines, while it is awaited. */
      lookingUp?: number | undefined;
      error?: CallError | undefined;
    };

/** Events of pasting. `request` is the number of the look-up they belong to. */
export type PasteEvent =
  | { type: 'pasteWritten'; text: string }
  | { type: 'pasteEmpty' }
  | { type: 'numbersAsked'; said: Said; question: NumberQuestion }
  | { type: 'columnAsked'; said: Said; choice: ColumnChoice; titles: readonly string[] }
  | { type: 'columnChosen'; column: number }
  | { type: 'furtherColumnsSet'; isAlone: boolean }
  | { type: 'resolveStarted'; request: number; run: RunView; unused: readonly string[] }
  | {
      type: 'resolveEnded';
      request: number;
      lines: readonly PastedLine[];
      error?: CallError | undefined;
    }
  | { type: 'unusedStarted'; request: number }
  | { type: 'unusedEnded'; request: number; lines: readonly PastedLine[]; error?: CallError | undefined }
  | { type: 'linePicked'; index: number; picked: ChosenRecord | undefined }
  | { type: 'mendStarted'; request: number; index: number; text: string }
  | { type: 'mendEnded'; request: number; index: number; line: PastedLine; error?: CallError | undefined }
  | { type: 'pasteReopened' };

/** The initial state. */
export const emptyPaste = { name: 'writing', text: '', isEmpty: false } as const satisfies Pasting;

/** The next state of pasting. */
export const pastingReducer = reducerOf<Pasting, PasteEvent>({
  pasteWritten: from(['writing'], ({ name }, { text }) => ({ name, text, isEmpty: false })),
  pasteEmpty: from(['writing', 'askingNumbers', 'asking'], ({ text }) => ({ ...emptyPaste, text, isEmpty: true })), // prettier-ignore
  numbersAsked: from(['writing', 'asking'], ({ text }, { said, question }) => ({
    name: 'askingNumbers',
    text,
    said,
    question,
  })),
  columnAsked: from(['writing', 'askingNumbers', 'asking'], ({ text }, { said, choice, titles }) => ({
    name: 'asking',
    text,
    said,
    choice,
    titles,
  })),
  columnChosen: from(['asking'], (state, { column }) => ({
    ...state,
    choice: { ...state.choice, main: column },
  })),
  furtherColumnsSet: from(['asking'], (state, { isAlone }) => ({
    ...state,
    choice: { ...state.choice, isAlone },
  })),
  resolveStarted: from(
    ['writing', 'askingNumbers', 'asking', 'resolved'],
    ({ text }, { request, run, unused }) => ({ name: 'resolving', text, request, run, unused }),
  ),
  resolveEnded: fromAnswer(['resolving'], ({ text, unused }, { lines, error }) => ({
    name: 'resolved',
    text,
    lines,
    unused,
    error,
  })),
  unusedStarted: from(['resolved'], (state, { request }) => ({
    ...state,
    error: undefined,
    lookingUp: request,
  })),
  unusedEnded: from(['resolved'], (state, { request, lines, error }) =>
    state.lookingUp === request
      ? { ...state, error, lookingUp: undefined, unused: [], lines: [...state.lines, ...lines] }
      : state,
  ),
  linePicked: from(['resolved'], (state, { index, picked }) => ({
    ...state,
    lines: state.lines.map((line, at) => (at === index ? { ...line, picked } : line)),
  })),
  // The reason of the line stays until the answer, so that its row stays where the user is.
  mendStarted: from(['resolved'], (state, { index, text, request }) => ({
    ...state,
    error: undefined,
    lines: state.lines.map((line, at) => (at === index ? { ...line, text, mending: request } : line)),
  })),
  mendEnded: from(['resolved'], (state, { index, request, line, error }) =>
    isMended(state, index, request)
      ? { ...state, error, lines: state.lines.map((each, at) => (at === index ? line : each)) }
      : state,
  ),
  pasteReopened: from(['askingNumbers', 'asking', 'resolved'], ({ text }) => ({ ...emptyPaste, text })),
});

/** Whether a line still waits for this look-up of its correction, and not for that of a newer one. */
export function isMended(pasting: Pasting | undefined, index: number, request: number): boolean {
  return pasting?.name === 'resolved' && pasting.lines[index]?.mending === request;
}

/** Whether records may still be added by a look-up. */
export function isLookingUp(pasting: Pasting): boolean {
  return (
    pasting.name === 'resolving' ||
    (pasting.name === 'resolved' &&
      (pasting.lookingUp !== undefined || pasting.lines.some(({ mending }) => mending !== undefined)))
  );
}
