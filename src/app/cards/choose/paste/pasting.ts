import type { PastedParts, SaidOfText } from '@bulk-associate/contract';
import { fromAnswer, from, reducerOf } from '../../state/transitions';
import type { ChosenRecord } from '../../panel/selection';
import type { RunView } from '../../run/chunked-run';
import type { CallError } from '../../sdk/sdk';
import type { ColumnChoice } from './column-choice';
import type { PastedLine } from './pasted-line';

/** A number that may be one or several. */
export type NumberQuestion = Omit<Extract<PastedParts, { kind: 'askNumbers' }>, 'kind'>;

/** The states in which a person has yet to say something. `error`: why the text could not be read after that. */
export type Unread = { text: string; error?: CallError | undefined } & (
  | { name: 'writing'; problem?: 'pasteEmpty' | 'pasteTooLong' }
  | { name: 'askingNumbers'; said: SaidOfText; question: NumberQuestion }
  | { name: 'asking'; said: SaidOfText; choice: ColumnChoice; titles: readonly string[] }
);

/** The state of pasting: the text, its reading, the questions about it, the look-up, and its result. */
export type Pasting =
  | Unread
  /** The function takes the text apart. `before`: the state to which stopping leads back. */
  | { name: 'reading'; text: string; request: number; run: RunView; before: Unread }
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
  | { type: 'pasteRefused'; problem: 'pasteEmpty' | 'pasteTooLong' }
  | { type: 'readingStarted'; request: number; run: RunView }
  | { type: 'readingStopped' }
  | { type: 'readingFailed'; request: number; error: CallError }
  | { type: 'numbersAsked'; request: number; said: SaidOfText; question: NumberQuestion }
  | {
      type: 'columnAsked';
      request: number;
      said: SaidOfText;
      choice: ColumnChoice;
      titles: readonly string[];
    }
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
export const emptyPaste = { name: 'writing', text: '' } as const satisfies Pasting;

/** The next state of pasting. */
export const pastingReducer = reducerOf<Pasting, PasteEvent>({
  pasteWritten: from(['writing'], ({ name }, { text }) => ({ name, text })),
  pasteRefused: from(['writing', 'reading'], ({ text }, { problem }) => ({ ...emptyPaste, text, problem })),
  readingStarted: from(
    ['writing', 'askingNumbers', 'asking'],
    ({ error: _, ...before }, { request, run }) => ({
      name: 'reading',
      text: before.text,
      request,
      run,
      before,
    }),
  ),
  readingStopped: from(['reading'], ({ before }) => before),
  readingFailed: fromAnswer(['reading'], ({ before }, { error }) => ({ ...before, error })),
  numbersAsked: fromAnswer(['reading'], ({ text }, { said, question }) => ({
    name: 'askingNumbers',
    text,
    said,
    question,
  })),
  columnAsked: fromAnswer(['reading'], ({ text }, { said, choice, titles }) => ({
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
  resolveStarted: from(['writing', 'reading', 'resolved'], ({ text }, { request, run, unused }) => ({
    name: 'resolving',
    text,
    request,
    run,
    unused,
  })),
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
    pasting.name === 'reading' ||
    pasting.name === 'resolving' ||
    (pasting.name === 'resolved' &&
      (pasting.lookingUp !== undefined || pasting.lines.some(({ mending }) => mending !== undefined)))
  );
}
