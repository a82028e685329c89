import type { LinkableObjectType } from '@bulk-associate/contract';
import { emptyPaste, type PasteEvent, type Pasting } from '../choose/paste/pasting';
import type { CollectEvent, Collecting } from '../choose/collecting';
import type { RunView } from '../run/chunked-run';
import type { Ledger, Operation, Reviewed } from '../run/ledger';
import type { CallError } from '../sdk/sdk';
import { emptySelection, type ChosenRecord, type Selection } from './selection';

/** Where records can be chosen from. */
export const sources = ['search', 'paste', 'segment'] as const;
export type Source = (typeof sources)[number];

/** The result of a run, after associating or undoing. */
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

/** What associating a selection would do. It belongs to exactly this selection: a change makes a new one. */
export interface SelectionPreview {
  selection: Selection;
  reviewed: readonly Reviewed[];
  /** Milliseconds since 1970. */
  at: number;
}

/** What every state after the opening carries: the choice so far, and how records are being added to it. */
export interface Draft {
  types: readonly LinkableObjectType[];
  type: LinkableObjectType;
  source: Source;
  /** The selection of each object type, by type id. */
  selections: Readonly<Record<string, Selection>>;
  pasting: Pasting;
  collecting: Collecting;
  /** The last preview of a small selection. */
  preview?: SelectionPreview;
  /** The last run in this session. */
  last?: Result;
}

/** Every state the panel can be in. */
export type PanelState =
  /** Reading the object types that can be linked. */
  | { name: 'opening'; request: number }
  | { name: 'unavailable'; error: CallError }
  /** This account defines no associations with records of this type. */
  | { name: 'nothingToLink' }
  | { name: 'choosing'; draft: Draft }
  /** Reading what associating would do. */
  | { name: 'checking'; draft: Draft; request: number; run: RunView }
  | { name: 'checkFailed'; draft: Draft; error: CallError }
  | { name: 'reviewing'; draft: Draft; reviewed: readonly Reviewed[] }
  /** Asking for confirmation, because there are many records. */
  | { name: 'confirming'; draft: Draft; reviewed: readonly Reviewed[] }
  | { name: 'running'; draft: Draft; request: number; run: RunView }
  | { name: 'finished'; draft: Draft; result: Result }
  | { name: 'confirmingUndo'; draft: Draft; result: Result }
  | { name: 'undoing'; draft: Draft; result: Result; request: number; run: RunView };

/** Events of the panel's steps. `request` is the number of the request that an answer belongs to. */
export type StepEvent =
  | { type: 'describeStarted'; request: number }
  | { type: 'described'; request: number; types: readonly LinkableObjectType[]; preferred: string }
  | { type: 'describeFailed'; request: number; error: CallError }
  | { type: 'typeChosen'; objectType: string }
  | { type: 'sourceChosen'; source: Source }
  | { type: 'added'; objectType: string; records: readonly ChosenRecord[] }
  | { type: 'removed'; ids: readonly string[] }
  | { type: 'cleared' }
  | { type: 'previewed'; preview: SelectionPreview }
  | { type: 'reviewOpened'; reviewed: readonly Reviewed[] }
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

/** All events of the panel. */
export type PanelEvent = StepEvent | PasteEvent | CollectEvent;

/** The state before the first request. */
export const initialState: PanelState = { name: 'opening', request: 0 };

/** The initial draft: a search, and an empty selection. */
export function openDraft(types: readonly LinkableObjectType[], type: LinkableObjectType): Draft {
  return { types, type, source: 'search', selections: {}, pasting: emptyPaste, collecting: { name: 'idle' } };
}

/** The selection of the chosen object type. */
export function selectionOf({ selections, type }: Draft): Selection {
  return selections[type.id] ?? emptySelection;
}
