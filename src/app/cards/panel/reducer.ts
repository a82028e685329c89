import { emptyPaste, pastingReducer } from '../choose/paste/pasting';
import { collectingReducer } from '../choose/collecting';
import { answerIn, from, reducerOf } from './moves';
import { openDesk, selectionOf, type Desk, type PanelEvent, type PanelState, type StepEvent } from './state';
import { emptySelection, withoutRecords, withRecords, type Selection } from './selection';

/**
 * The panel's next state. An event that does not fit the state changes nothing, and so does the late answer to a
 * request that is no longer waited for.
 */
export function panelReducer(state: PanelState, event: PanelEvent): PanelState {
  const next = stepReducer(state, event);
  if (!('desk' in next)) return next;
  const { desk } = next;
  const pasting = pastingReducer(desk.pasting, event);
  const collecting = collectingReducer(desk.collecting, event);
  const isSame = pasting === desk.pasting && collecting === desk.collecting;
  return isSame ? next : withDesk(next, { pasting, collecting });
}

const stepReducer = reducerOf<PanelState, StepEvent>({
  describeStarted: from(['opening', 'unavailable'], (_, { request }) => ({ name: 'opening', request })),
  described: answerIn(['opening'], (_, { types, preferred }) => {
    const type = types.find(({ id }) => id === preferred) ?? types[0];
    return type ? { name: 'choosing', desk: openDesk(types, type) } : { name: 'nothing' };
  }),
  describeFailed: answerIn(['opening'], (_, { error }) => ({ name: 'unavailable', error })),

  typeChosen: from(['choosing'], (state, { objectType }) => {
    const { types, pasting } = state.desk;
    const type = types.find(({ id }) => id === objectType);
    // What is pasted is looked up anew for another type.
    const anew = { pasting: { ...emptyPaste, text: pasting.text }, collecting: { name: 'idle' } } as const;
    return type ? withDesk(state, { type, ...anew }) : state;
  }),
  wayChosen: from(['choosing'], (state, { way }) => withDesk(state, { way })),
  // Not while a choice is reviewed: what came in then would be neither sent nor kept.
  added: from(
    ['choosing', 'running', 'finished', 'confirmingUndo', 'undoing'],
    (state, { objectType, records }) =>
      state.desk.type.id === objectType
        ? withSelection(state, withRecords(selectionOf(state.desk), records))
        : state,
  ),
  removed: from(['choosing', 'reviewing'], (state, { ids }) => {
    const next = withSelection(state, withoutRecords(selectionOf(state.desk), ids));
    if (next.name === 'choosing') return next;
    const { desk } = next;
    const reviewed = next.reviewed.filter(({ record }) => selectionOf(desk).has(record.id));
    return reviewed.length > 0 ? { ...next, reviewed } : { name: 'choosing', desk };
  }),
  cleared: from(['choosing'], (state) => withSelection(state, emptySelection)),

  checkStarted: from(['choosing', 'uncheckable', 'reviewing'], ({ desk }, { request, run }) => ({
    name: 'checking',
    desk,
    request,
    run,
  })),
  checked: answerIn(['checking'], ({ desk }, { reviewed }) => ({ name: 'reviewing', desk, reviewed })),
  checkFailed: answerIn(['checking'], ({ desk }, { error }) => ({ name: 'uncheckable', desk, error })),
  wentBack: from(['checking', 'uncheckable', 'reviewing', 'confirming', 'confirmingUndo'], (state) => {
    if (state.name === 'confirming') return { ...state, name: 'reviewing' };
    if (state.name === 'confirmingUndo') return { ...state, name: 'finished' };
    return { name: 'choosing', desk: state.desk };
  }),
  confirmAsked: from(['reviewing'], (state) => ({ ...state, name: 'confirming' })),

  runStarted: from(['reviewing', 'confirming', 'finished', 'confirmingUndo'], (state, { request, run }) => {
    if (state.name === 'confirmingUndo') return { ...state, name: 'undoing', request, run };
    const { desk } = state.name === 'finished' ? state : emptied(state);
    return { name: 'running', desk, request, run };
  }),
  runEnded: answerIn(['running', 'undoing'], ({ desk }, { result }) => ({
    name: 'finished',
    desk: { ...desk, last: result },
    result,
  })),

  undoAsked: from(['finished'], (state) => ({ ...state, name: 'confirmingUndo' })),

  lastReopened: from(['choosing', 'reviewing'], (state) => {
    const { desk } = state;
    return desk.last ? { name: 'finished', desk, result: desk.last } : state;
  }),
  startedOver: from(['finished'], ({ desk }) => ({ name: 'choosing', desk })),
});

type WithDesk = Extract<PanelState, { desk: Desk }>;

function withDesk<State extends WithDesk>(state: State, change: Partial<Desk>): State {
  return { ...state, desk: { ...state.desk, ...change } };
}

function withSelection<State extends WithDesk>(state: State, selection: Selection): State {
  const { selections, type } = state.desk;
  return withDesk(state, { selections: { ...selections, [type.id]: selection } });
}

/** In a run its records are in the ledger; what was pasted has done its work. */
function emptied<State extends WithDesk>(state: State): State {
  return withDesk(withSelection(state, emptySelection), {
    pasting: emptyPaste,
    collecting: { name: 'idle' },
  });
}
