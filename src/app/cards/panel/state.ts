import type { LinkableObjectType, RecordRef } from '@bulk-associate/contract';
import { emptyPaste, type PasteEvent, type Pasting } from '../choose/paste/pasting';
import type { CollectEvent, Collecting } from '../choose/collecting';
import type { RunView } from '../run/chunked-run';
import type { Ledger, Operation, Reviewed } from '../run/ledger';
import type { CallError } from '../sdk/sdk';
import { emptySelection, type Selection } from './selection';

/** Where records can be chosen from. */
export const sources = ['search', 'paste', 'segment'] as const;
export type Source = (typeof sources)[number];

/** What a run came to in the end, kept for the face. */
export interface Result {
  ledger: Ledger;
  type: LinkableObjectType;
  /** The operation that has just ended. */
  operation: Operation;
  /** Milliseconds since 1970. */
  endedAt: number;
  stopped: boolean;
  /** Why the run ended early. */
  error?: CallError | undefined;
}

/** What every state after the opening carries: the choice so far, and how records are being added to it. */
export interface Draft {
  types: readonly LinkableObjectType[];
  type: LinkableObjectType;
  source: Source;
  /** By object type, so that looking at another type loses nothing. */
  selections: Readonly<Record<string, Selection>>;
  pasting: Pasting;
  collecting: Collecting;
  /** The last run in this session. */
  last?: Result;
}

/** Every state the panel can be in. */
export type PanelState =
  /** Asking which object types can be linked. */
  | { name: 'opening'; request: number }
  | { name: 'unavailable'; error: CallError }
  /** This account links nothing to records of this type. */
  | { name: 'nothing' }
  | { name: 'choosing'; draft: Draft }
  /** Asking what associating would come to. */
  | { name: 'checking'; draft: Draft; request: number; run: RunView }
  | { name: 'uncheckable'; draft: Draft; error: CallError }
  | { name: 'reviewing'; draft: Draft; reviewed: readonly Reviewed[] }
  /** Asking once more, because it is many. */
  | { name: 'confirming'; draft: Draft; reviewed: readonly Reviewed[] }
  | { name: 'running'; draft: Draft; request: number; run: RunView }
  | { name: 'finished'; draft: Draft; result: Result }
  | { name: 'confirmingUndo'; draft: Draft; result: Result }
  | { name: 'undoing'; draft: Draft; result: Result; request: number; run: RunView };

/** What can happen to the panel as a whole; `request` tells which request an answer belongs to. */
export type StepEvent =
  | { type: 'describeStarted'; request: number }
  | { type: 'described'; request: number; types: readonly LinkableObjectType[]; preferred: string }
  | { type: 'describeFailed'; request: number; error: CallError }
  | { type: 'typeChosen'; objectType: string }
  | { type: 'sourceChosen'; source: Source }
  | { type: 'added'; objectType: string; records: readonly RecordRef[] }
  | { type: 'removed'; ids: readonly string[] }
  | { type: 'cleared' }
  | { type: 'checkStarted'; request: number; run: RunView }
  | { type: 'checked'; request: number; reviewed: readonly Reviewed[] }
  | { type: 'checkFailed'; request: number; error: CallError }
  | { type: 'wentBack' }
  | { type: 'confirmAsked' }
  | { type: 'runStarted'; request: number; run: RunView }
  | { type: 'runEnded'; request: number; result: Result }
  | { type: 'undoAsked' }
  | { type: 'startedOver' }
  | { type: 'lastReopened' };

/** Everything that can happen to the panel, and to what is in it. */
export type PanelEvent = StepEvent | PasteEvent | CollectEvent;

/** Before anything was asked. */
export const initialState: PanelState = { name: 'opening', request: 0 };

/** The draft at the start: a search, and nothing chosen. */
export function openDraft(types: readonly LinkableObjectType[], type: LinkableObjectType): Draft {
  return { types, type, source: 'search', selections: {}, pasting: emptyPaste, collecting: { name: 'idle' } };
}

/** The records of the type at hand that are chosen. */
export function selectionOf({ selections, type }: Draft): Selection {
  return selections[type.id] ?? emptySelection;
}
