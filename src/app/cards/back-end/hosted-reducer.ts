import { panelReducer } from '../panel/reducer';
import type { PanelEvent, PanelState, Result } from '../panel/state';
import { from, reducerOf } from '../state/transitions';

/** Events of runs that the back end keeps. */
export type HostedEvent =
  /** A run that goes on without the card is left, or its result. */
  | { type: 'runLeft' }
  /** The result of an earlier run is shown. */
  | { type: 'resultShown'; result: Result };

const ownReducer = reducerOf<PanelState, HostedEvent>({
  // One that the card carries out itself is not left: it would go on unseen.
  runLeft: from(
    ['running', 'undoing', 'reviewing', 'confirming', 'checkFailed', 'finished', 'confirmingUndo'],
    (state) => ('run' in state && !state.run.note?.() ? state : { name: 'choosing', draft: state.draft }),
  ),
  resultShown: from(['choosing'], ({ draft }, { result }) => ({ name: 'finished', draft, result })),
});

/** The panel's next state, where a back end keeps runs. */
export function hostedReducer(state: PanelState, event: PanelEvent | HostedEvent): PanelState {
  const next = ownReducer(state, event);
  return next === state ? panelReducer(state, event as PanelEvent) : next;
}
