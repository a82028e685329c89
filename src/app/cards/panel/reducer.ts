import { emptyPaste, pastingReducer, type PasteEvent } from '../choose/paste/pasting';
import { collectingReducer, type CollectEvent } from '../choose/collecting';
import { openDesk, trayOf, type Desk, type PanelEvent, type PanelState } from './state';
import { Tray } from './tray';

type Of<Type extends PanelEvent['type']> = Extract<PanelEvent, { type: Type }>;
type Moves = { [Type in PanelEvent['type']]: (state: PanelState, event: Of<Type>) => PanelState };

/**
 * The panel's next state. An event that does not fit the state changes nothing, and so does the late answer to a
 * request that is no longer waited for.
 */
export function panelReducer(state: PanelState, event: PanelEvent): PanelState {
  return (moves[event.type] as (state: PanelState, event: PanelEvent) => PanelState)(state, event);
}

const moves: Moves = {
  describeStarted: (state, { request }) =>
    state.name === 'opening' || state.name === 'unavailable' ? { name: 'opening', request } : state,
  described: (state, event) => {
    if (state.name !== 'opening' || state.request !== event.request) return state;
    const { types, preferred } = event;
    const type = types.find(({ id }) => id === preferred) ?? types[0];
    return type ? { name: 'choosing', desk: openDesk(types, type) } : { name: 'nothing' };
  },
  describeFailed: (state, { request, error }) =>
    state.name === 'opening' && state.request === request ? { name: 'unavailable', error } : state,

  typeChosen: (state, { objectType }) =>
    choosing(state, (desk) => {
      const type = desk.types.find(({ id }) => id === objectType);
      // What is pasted is looked up anew for another type.
      const pasting = { ...emptyPaste, text: desk.pasting.text } as const;
      return type ? { ...desk, type, pasting, collecting: { name: 'idle' } } : desk;
    }),
  wayChosen: (state, { way }) => choosing(state, (desk) => ({ ...desk, way })),
  added: (state, { objectType, records }) =>
    choosing(state, (desk) =>
      objectType === desk.type.id ? withTray(desk, trayOf(desk).with(records)) : desk,
    ),
  removed: (state, { ids }) => choosing(state, (desk) => withTray(desk, trayOf(desk).without(ids))),
  cleared: (state) => choosing(state, (desk) => withTray(desk, Tray.empty)),

  pasteWritten: pasting,
  pasteEmpty: pasting,
  columnAsked: pasting,
  columnChosen: pasting,
  resolveStarted: pasting,
  resolveEnded: pasting,
  linePicked: pasting,
  pasteReopened: pasting,
  collectStarted: collecting,
  collectedPage: collecting,
  collectEnded: collecting,

  checkStarted: (state, { request, run }) =>
    state.name === 'choosing' || state.name === 'uncheckable' || state.name === 'reviewing'
      ? { name: 'checking', desk: state.desk, request, run }
      : state,
  checked: (state, { request, reviewed }) =>
    state.name === 'checking' && state.request === request
      ? { name: 'reviewing', desk: state.desk, reviewed }
      : state,
  checkFailed: (state, { request, error }) =>
    state.name === 'checking' && state.request === request
      ? { name: 'uncheckable', desk: state.desk, error }
      : state,
  takenOut: (state, { ids }) => {
    if (state.name !== 'reviewing') return state;
    const out = new Set(ids);
    const reviewed = state.reviewed.filter(({ record }) => !out.has(record.id));
    const desk = withTray(state.desk, trayOf(state.desk).without(ids));
    return reviewed.length > 0 ? { ...state, desk, reviewed } : { name: 'choosing', desk };
  },
  wentBack: (state) => {
    switch (state.name) {
      case 'checking':
      case 'uncheckable':
      case 'reviewing':
        return { name: 'choosing', desk: state.desk };
      case 'confirming':
        return { name: 'reviewing', desk: state.desk, reviewed: state.reviewed };
      case 'confirmingUndo':
        return { name: 'finished', desk: state.desk, result: state.result };
      default:
        return state;
    }
  },
  confirmAsked: (state) => (state.name === 'reviewing' ? { ...state, name: 'confirming' } : state),

  runStarted: (state, { request, run, before }) =>
    state.name === 'reviewing' || state.name === 'confirming' || state.name === 'finished'
      ? { name: 'running', desk: state.desk, request, run, before }
      : state,
  runEnded: (state, { request, result }) =>
    state.name === 'running' && state.request === request ? finished(emptied(state.desk), result) : state,

  undoAsked: (state) =>
    state.name === 'finished' ? { name: 'confirmingUndo', desk: state.desk, result: state.result } : state,
  undoStarted: (state, { request, run }) =>
    state.name === 'confirmingUndo'
      ? { name: 'undoing', desk: state.desk, result: state.result, request, run }
      : state,
  undoEnded: (state, { request, result }) =>
    state.name === 'undoing' && state.request === request ? finished(state.desk, result) : state,

  lastReopened: (state) =>
    (state.name === 'choosing' || state.name === 'reviewing') && state.desk.last
      ? { name: 'finished', desk: state.desk, result: state.desk.last }
      : state,
  startedOver: (state) => (state.name === 'finished' ? { name: 'choosing', desk: state.desk } : state),
};

function finished(desk: Desk, result: Extract<PanelState, { name: 'finished' }>['result']): PanelState {
  return { name: 'finished', desk: { ...desk, last: result }, result };
}

function choosing(state: PanelState, change: (desk: Desk) => Desk): PanelState {
  return state.name === 'choosing' ? { name: 'choosing', desk: change(state.desk) } : state;
}

function pasting(state: PanelState, event: PasteEvent): PanelState {
  return choosing(state, (desk) => ({ ...desk, pasting: pastingReducer(desk.pasting, event) }));
}

function collecting(state: PanelState, event: CollectEvent): PanelState {
  return choosing(state, (desk) => ({ ...desk, collecting: collectingReducer(desk.collecting, event) }));
}

function withTray(desk: Desk, tray: Tray): Desk {
  return { ...desk, trays: { ...desk.trays, [desk.type.id]: tray } };
}

/** After a run its records are in the ledger; what was pasted has done its work. */
function emptied(desk: Desk): Desk {
  return { ...withTray(desk, Tray.empty), pasting: emptyPaste, collecting: { name: 'idle' } };
}
