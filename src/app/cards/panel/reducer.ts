import { emptyPaste, pastingReducer } from '../choose/paste/pasting';
import { collectingReducer } from '../choose/collecting';
import { fromAnswer, from, reducerOf } from '../state/transitions';
import { enterAfterRun } from '../run/ledger';
import {
  firstSource,
  isOf,
  openDraft,
  searchOf,
  selectionKey,
  selectionOf,
  type Draft,
  type PanelEvent,
  type PanelState,
  type Result,
  type StepEvent,
} from './state';
import { emptySelection, withoutRecords, withRecords, type Selection } from './selection';

/**
 * The panel's next state. An event that does not fit the state changes nothing. Nor does the answer to a request that
 * the state no longer waits for.
 */
export function panelReducer(state: PanelState, event: PanelEvent): PanelState {
  const next = stepReducer(state, event);
  if (!('draft' in next)) return next;
  const { draft } = next;
  const pasting = pastingReducer(draft.pasting, event);
  const collecting = collectingReducer(draft.collecting, event);
  const isSame = pasting === draft.pasting && collecting === draft.collecting;
  return isSame ? next : withDraft(next, { pasting, collecting });
}

/** The states in which what was read after the last run may arrive. */
const afterRuns = [
  'choosing',
  'checking',
  'checkFailed',
  'reviewing',
  'confirming',
  'finished',
  'confirmingUndo',
] as const;

const stepReducer = reducerOf<PanelState, StepEvent>({
  describeStarted: from(['opening', 'unavailable'], (_, { request }) => ({ name: 'opening', request })),
  described: fromAnswer(['opening'], (_, { types, preferred }) => {
    const type = types.find(({ id }) => id === preferred) ?? types[0];
    return type ? { name: 'choosing', draft: openDraft(types, type) } : { name: 'nothingToLink' };
  }),
  describeFailed: fromAnswer(['opening'], (_, { error }) => ({ name: 'unavailable', error })),

  typeChosen: from(['choosing'], (state, { objectType }) => {
    const { types, pasting } = state.draft;
    const type = types.find(({ id }) => id === objectType);
    const operation = { name: state.draft.operation.name };
    return type ? withDraft(state, { type, operation, ...withoutFound(pasting) }) : state;
  }),
  operationChosen: from(['choosing'], (state, { name }) => {
    const { operation, pasting } = state.draft;
    if (operation.name === name) return state;
    return withDraft(state, {
      operation: { name },
      source: firstSource[name],
      ...withoutFound(pasting),
    });
  }),
  labelChosen: from(['choosing'], (state, { label }) =>
    withDraft(state, { operation: { name: state.draft.operation.name, ...(label && { label }) } }),
  ),
  sourceChosen: from(['choosing'], (state, { source }) => withDraft(state, { source })),
  searchChanged: from(['choosing'], (state, { change }) => {
    const { searches, operation, type } = state.draft;
    const changed = { ...searchOf(state.draft), ...change };
    return withDraft(state, { searches: { ...searches, [selectionKey(operation, type.id)]: changed } });
  }),
  columnsChosen: from(['choosing'], (state, { columns }) => {
    const { columns: before, type } = state.draft;
    return withDraft(state, { columns: { ...before, [type.id]: columns } });
  }),
  // Not during a review: records added then would not be sent, and the start of the run would drop them.
  added: from(
    ['choosing', 'running', 'finished', 'confirmingUndo', 'undoing'],
    (state, { objectType, records }) =>
      state.draft.type.id === objectType
        ? withSelection(state, withRecords(selectionOf(state.draft), records))
        : state,
  ),
  removed: from(['choosing', 'reviewing'], (state, { ids }) => {
    const next = withSelection(state, withoutRecords(selectionOf(state.draft), ids));
    if (next.name === 'choosing') return next;
    const { draft } = next;
    const reviewed = next.reviewed.filter(({ record }) => selectionOf(draft).has(record.id));
    return reviewed.length > 0 ? { ...next, reviewed } : { name: 'choosing', draft };
  }),
  cleared: from(['choosing'], (state) => withSelection(state, emptySelection)),

  previewed: from(['choosing'], (state, { preview }) =>
    isOf(preview, state.draft) ? withDraft(state, { preview }) : state,
  ),
  reviewOpened: from(['choosing'], ({ draft }, { reviewed }) => ({ name: 'reviewing', draft, reviewed })),
  checkStarted: from(['choosing', 'checkFailed', 'reviewing'], ({ draft }, { request, run }) => ({
    name: 'checking',
    draft,
    request,
    run,
  })),
  checked: fromAnswer(['checking'], ({ draft }, { reviewed }) => ({ name: 'reviewing', draft, reviewed })),
  checkFailed: fromAnswer(['checking'], ({ draft }, { error }) => ({ name: 'checkFailed', draft, error })),
  wentBack: from(['checking', 'checkFailed', 'reviewing', 'confirming', 'confirmingUndo'], (state) => {
    if (state.name === 'confirming') return { ...state, name: 'reviewing' };
    if (state.name === 'confirmingUndo')
      return { name: 'finished', draft: state.draft, result: state.result };
    return { name: 'choosing', draft: state.draft };
  }),
  confirmAsked: from(['reviewing'], (state) => ({ ...state, name: 'confirming' })),

  runStarted: from(
    ['choosing', 'checking', 'reviewing', 'confirming', 'finished', 'confirmingUndo'],
    (state, { request, run, of }) => {
      if (state.name === 'confirmingUndo') {
        return { name: 'undoing', draft: state.draft, result: state.result, request, run, of };
      }
      const { draft } = state.name === 'finished' ? state : emptied(state);
      return { name: 'running', draft, request, run, of };
    },
  ),
  // What was previewed before the run is no longer known: the run may have changed it.
  runEnded: fromAnswer(['running', 'undoing'], ({ draft: { preview: _, ...draft } }, { result }) => ({
    name: 'finished',
    draft: { ...draft, last: result },
    result,
  })),

  afterRunRead: from(afterRuns, (state, { endedAt, after }) => {
    const { last } = state.draft;
    if (last?.endedAt !== endedAt) return state;
    return withLast(state, { ...last, ledger: enterAfterRun(last.ledger, after) });
  }),

  noteChosen: from(['choosing', 'reviewing', 'confirming', 'confirmingUndo'], (state, { note }) =>
    withDraft(state, { note }),
  ),
  noteChanged: from([...afterRuns, 'running', 'undoing'], (state, { endedAt, note }) => {
    const { last } = state.draft;
    return last?.endedAt === endedAt ? withLast(state, { ...last, note }) : state;
  }),

  undoAsked: from(['finished'], (state) => ({ ...state, name: 'confirmingUndo' })),
  sinceRead: from(['confirmingUndo'], (state, { endedAt, since }) =>
    state.result.endedAt === endedAt ? { ...state, since } : state,
  ),

  lastReopened: from(['choosing', 'reviewing'], (state) => {
    const { draft } = state;
    return draft.last ? { name: 'finished', draft, result: draft.last } : state;
  }),
  startedOver: from(['finished'], ({ draft }) => ({ name: 'choosing', draft })),
});

type WithDraft = Extract<PanelState, { draft: Draft }>;

function withDraft<State extends WithDraft>(state: State, change: Partial<Draft>): State {
  return { ...state, draft: { ...state.draft, ...change } };
}

/** The last result in another form, also where it is shown. */
function withLast<State extends WithDraft>(state: State, last: Result): State {
  const next = withDraft(state, { last });
  return 'result' in next && next.result.endedAt === last.endedAt ? { ...next, result: last } : next;
}

function withSelection<State extends WithDraft>(state: State, selection: Selection): State {
  const { selections, operation, type } = state.draft;
  return withDraft(state, {
    selections: { ...selections, [selectionKey(operation, type.id)]: selection },
  });
}

/** What is found for one object type or operation may not fit another: only the pasted text is kept. */
function withoutFound({ text }: Draft['pasting']): Pick<Draft, 'pasting' | 'collecting'> {
  return { pasting: { ...emptyPaste, text }, collecting: { name: 'idle' } };
}

/** Clears the selection, which the ledger of the run now holds, and what was pasted or collected. */
function emptied<State extends WithDraft>(state: State): State {
  return withDraft(withSelection(state, emptySelection), {
    pasting: emptyPaste,
    collecting: { name: 'idle' },
  });
}
