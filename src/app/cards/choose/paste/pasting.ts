import type { LineStatus, RecordRef } from '@bulk-associate/contract';
import { fromAnswer, from, reducerOf } from '../../state/transitions';
import type { RunView } from '../../run/chunked-run';
import type { CallError } from '../../sdk/sdk';
import type { Refusal } from './refusal';
import type { Column } from './table';

/** One pasted value and the result of its look-up. */
export interface PastedLine {
  value: string;
  /** `self`: the record being viewed. `refused`: not looked up, for the reason in `refusal`. */
  status: LineStatus | 'self' | 'refused';
  refusal?: Refusal | undefined;
  /** The records found: one with `found`, the candidates with `several`. */
  records: RecordRef[];
  /** The candidate that the user picked. */
  picked?: RecordRef | undefined;
}

/** The state of pasting: the text, the choice of a column if it is a table, the look-up, and its result. */
export type Pasting =
  | { name: 'writing'; text: string; isEmpty: boolean }
  | { name: 'asking'; text: string; columns: Column[]; column: number | undefined }
  | { name: 'resolving'; text: string; request: number; run: RunView }
  | {
      name: 'resolved';
      text: string;
      lines: readonly PastedLine[];
      error?: CallError | undefined;
    };

/** Events of pasting. `request` is the number of the look-up they belong to. */
export type PasteEvent =
  | { type: 'pasteWritten'; text: string }
  | { type: 'pasteEmpty' }
  | { type: 'columnAsked'; columns: Column[]; column: number | undefined }
  | { type: 'columnChosen'; column: number }
  | { type: 'resolveStarted'; request: number; run: RunView }
  | {
      type: 'resolveEnded';
      request: number;
      lines: readonly PastedLine[];
      error?: CallError | undefined;
    }
  | { type: 'linePicked'; index: number; picked: RecordRef | undefined }
  | { type: 'pasteReopened' };

/** The initial state. */
export const emptyPaste = { name: 'writing', text: '', isEmpty: false } as const satisfies Pasting;

/** The next state of pasting. */
export const pastingReducer = reducerOf<Pasting, PasteEvent>({
  pasteWritten: from(['writing'], ({ name }, { text }) => ({ name, text, isEmpty: false })),
  pasteEmpty: from(['writing'], (state) => ({ ...state, isEmpty: true })),
  columnAsked: from(['writing'], ({ text }, { columns, column }) => ({
    name: 'asking',
    text,
    columns,
    column,
  })),
  columnChosen: from(['asking'], (state, { column }) => ({ ...state, column })),
  resolveStarted: from(['writing', 'asking', 'resolved'], ({ text }, { request, run }) => ({
    name: 'resolving',
    text,
    request,
    run,
  })),
  resolveEnded: fromAnswer(['resolving'], ({ text }, { lines, error }) => ({
    name: 'resolved',
    text,
    lines,
    error,
  })),
  linePicked: from(['resolved'], (state, { index, picked }) => ({
    ...state,
    lines: state.lines.map((line, at) => (at === index ? { ...line, picked } : line)),
  })),
  pasteReopened: from(['asking', 'resolved'], ({ text }) => ({ ...emptyPaste, text })),
});
