import type { LabelChoice, LinkableObjectType, RunNote } from '@bulk-associate/contract';
import { emptyPaste, type PasteEvent, type Pasting } from '../choose/paste/pasting';
import type { CollectEvent, Collecting } from '../choose/collecting';
import { emptySearch, type SearchSettings } from '../choose/search/settings';
import type { RunView } from '../run/chunked-run';
import type { Since } from '../run/changed-since';
import type { AfterRun, Phase, Reviewed } from '../run/ledger';
import type { Operation, OperationName } from '../run/operation';
import type { Anchor } from '../run/pairs';
import type { RunOf } from '../run/performed';
import type { CallError } from '../sdk/sdk';
import { emptySelection, type ChosenRecord, type Selection } from './selection';

/** Where records can be selected from. `suggested` is offered where there is anything to suggest. */
export const sources = {
  associate: ['suggested', 'search', 'paste', 'segment'],
  remove: ['associated', 'paste', 'search', 'segment'],
} as const satisfies Record<OperationName, readonly string[]>;
export type Source = (typeof sources)[OperationName][number];

/** The source that each operation begins with. */
export const firstSource = { associate: 'search', remove: 'associated' } as const satisfies Record<
  OperationName,
  Source
>;

/** What a run does. */
export interface RunKind {
  operation: Operation;
  phase: Phase;
}

/** How far the notes about a run are. One that failed says why, and may be tried again. */
export interface NoteState {
  state: RunNote['state'];
  error?: CallError;
  retry?: () => void;
}

/** The result of a run or of its undo. */
export interface Result extends RunOf {
  /** Milliseconds since 1970. */
  endedAt: number;
  stopped: boolean;
  /** Why the run ended early. */
  error?: CallError | undefined;
  /** The note about it, if there is to be one. */
  note?: NoteState | undefined;
}

/** What a preview belongs to. */
export type PreviewKey = Pick<SelectionPreview, 'selection' | 'operation' | 'anchors' | 'leftOut'>;

/** What an operation would do with a selection. It belongs to exactly this selection: a change makes a new one. */
export interface SelectionPreview {
  selection: Selection;
  operation: Operation;
  anchors?: readonly Anchor[] | undefined;
  leftOut?: ReadonlySet<string> | undefined;
  reviewed: readonly Reviewed[];
  /** Milliseconds since 1970. */
  at: number;
}

/** What every state after the opening carries: the selection so far, and how records are being added to it. */
export interface Draft {
  types: readonly LinkableObjectType[];
  type: LinkableObjectType;
  /** What is done with the selected records. Its label is one of the object type. */
  operation: Operation;
  source: Source;
  /** The selection of each operation and object type, by `selectionKey`. */
  selections: Readonly<Record<string, Selection>>;
  /** The records that the selected ones are associated with, of one object type. Absent: the record being viewed. */
  anchors?: readonly Anchor[];
  /** Pairs of selected records and anchors that are left out, by `pairKey`. */
  leftOut?: ReadonlySet<string>;
  pasting: Pasting;
  collecting: Collecting;
  /** The search of each operation and object type, by `selectionKey`. */
  searches: Readonly<Record<string, SearchSettings>>;
  /** The properties that the search shows of each object type, where a person has selected them. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** The last preview of a small selection. */
  preview?: SelectionPreview;
  /** Whether runs leave a note on the timelines of the records that they change associations of. */
  note?: boolean;
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
  | { name: 'running'; draft: Draft; request: number; run: RunView; of: RunKind }
  | { name: 'finished'; draft: Draft; result: Result }
  /** `since`: what has changed since the run, where that is read. */
  | { name: 'confirmingUndo'; draft: Draft; result: Result; since?: Since }
  | { name: 'undoing'; draft: Draft; result: Result; request: number; run: RunView; of: RunKind };

/** Events of the panel's steps. `request` is the number of the request that an answer belongs to. */
export type StepEvent =
  | { type: 'describeStarted'; request: number }
  | { type: 'described'; request: number; types: readonly LinkableObjectType[]; preferred: string }
  | { type: 'describeFailed'; request: number; error: CallError }
  | { type: 'typeChosen'; objectType: string }
  | { type: 'operationChosen'; name: OperationName }
  | { type: 'labelChosen'; label: LabelChoice | undefined }
  | { type: 'sourceChosen'; source: Source }
  | { type: 'searchChanged'; change: Partial<SearchSettings> }
  | { type: 'columnsChosen'; columns: readonly string[] }
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
  | { type: 'runStarted'; request: number; run: RunView; of: RunKind }
  | { type: 'runEnded'; request: number; result: Result }
  | { type: 'afterRunRead'; endedAt: number; after: ReadonlyMap<string, AfterRun> }
  | { type: 'noteChosen'; note: boolean }
  | { type: 'noteChanged'; endedAt: number; note: NoteState }
  | { type: 'undoAsked' }
  | { type: 'sinceRead'; endedAt: number; since: Since }
  | { type: 'startedOver' }
  | { type: 'lastReopened' };

/** All events of the panel. */
export type PanelEvent = StepEvent | PasteEvent | CollectEvent;

/** The state before the first request. */
export const initialState: PanelState = { name: 'opening', request: 0 };

/** The initial draft: associating, by a search, and an empty selection. */
export function openDraft(types: readonly LinkableObjectType[], type: LinkableObjectType): Draft {
  return {
    types,
    type,
    operation: { name: 'associate' },
    source: firstSource.associate,
    selections: {},
    pasting: emptyPaste,
    collecting: { name: 'idle' },
    searches: {},
    columns: {},
  };
}

/** The key of a selection: what is selected to be associated is not selected to be removed. */
export function selectionKey({ name }: Operation, objectType: string): string {
  return `${name} ${objectType}`;
}

/** The selection of the chosen operation and object type. */
export function selectionOf({ selections, operation, type }: Draft): Selection {
  return selections[selectionKey(operation, type.id)] ?? emptySelection;
}

/** The search of the chosen operation and object type. */
export function searchOf({ searches, operation, type }: Draft): SearchSettings {
  return searches[selectionKey(operation, type.id)] ?? emptySearch;
}

/** What a preview of the draft as it is belongs to. */
export function previewKey(draft: Draft): PreviewKey {
  const { operation, anchors, leftOut } = draft;
  return { selection: selectionOf(draft), operation, anchors, leftOut };
}

/** Whether a preview is that of the draft as it is. */
export function isOf(preview: PreviewKey, draft: Draft): boolean {
  return Object.entries(previewKey(draft)).every(
    ([name, value]) => preview[name as keyof PreviewKey] === value,
  );
}
