import type { LineStatus, RecordRef } from '@bulk-associate/contract';
import type { RunView } from '../../run/chunked-run';
import type { CallError } from '../../sdk/sdk';
import type { Refusal } from './refusal';
import type { Column } from './table';

/** What became of one pasted value. */
export interface PastedLine {
  value: string;
  /** `self`: the record being viewed. `refused`: not asked for, `refusal` says why. */
  status: LineStatus | 'self' | 'refused';
  refusal?: Refusal;
  /** The candidates, with `several`. */
  records: RecordRef[];
  /** The candidate a person picked. */
  picked?: RecordRef;
}

/** Pasting: a text, perhaps a question which column is meant, the look-up, and what came of each value. */
export type Pasting =
  | { name: 'writing'; text: string; isEmpty: boolean }
  | { name: 'asking'; text: string; columns: Column[]; column: number | undefined }
  | { name: 'resolving'; text: string; request: number; run: RunView }
  | { name: 'resolved'; text: string; lines: readonly PastedLine[]; stopped: boolean; error?: CallError };

/** What happens while pasting; `request` tells which look-up it belongs to. */
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
      stopped: boolean;
      error?: CallError;
    }
  | { type: 'linePicked'; index: number; record: RecordRef | undefined }
  | { type: 'pasteReopened' };

/** Before anything is pasted. */
export const emptyPaste: Pasting = { name: 'writing', text: '', isEmpty: false };

/** The next state; an event that does not fit the state, or comes from an earlier request, changes nothing. */
export function pastingReducer(state: Pasting, event: PasteEvent): Pasting {
  const { name, text } = state;
  switch (event.type) {
    case 'pasteWritten':
      return name === 'writing' ? { name, text: event.text, isEmpty: false } : state;
    case 'pasteEmpty':
      return name === 'writing' ? { ...state, isEmpty: true } : state;
    case 'columnAsked':
      return name === 'writing' ? { ...event, name: 'asking', text } : state;
    case 'columnChosen':
      return name === 'asking' ? { ...state, column: event.column } : state;
    case 'resolveStarted':
      return name === 'resolving'
        ? state
        : { name: 'resolving', text, request: event.request, run: event.run };
    case 'resolveEnded':
      return name === 'resolving' && state.request === event.request ? resolved(text, event) : state;
    case 'linePicked':
      return name === 'resolved' ? { ...state, lines: pick(state.lines, event) } : state;
    case 'pasteReopened':
      return name === 'resolving' ? state : { name: 'writing', text, isEmpty: false };
  }
}

function resolved(text: string, event: Extract<PasteEvent, { type: 'resolveEnded' }>): Pasting {
  const { lines, stopped, error } = event;
  return { name: 'resolved', text, lines, stopped, ...(error && { error }) };
}

function pick(
  lines: readonly PastedLine[],
  { index, record }: Extract<PasteEvent, { type: 'linePicked' }>,
): readonly PastedLine[] {
  return lines.map((line, at) => {
    if (at !== index) return line;
    const { value, status, records } = line;
    return { value, status, records, ...(record && { picked: record }) };
  });
}
