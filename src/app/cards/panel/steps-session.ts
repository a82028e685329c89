import type { HostedRuns } from '../back-end/hosted-runs';
import { createKnownRecords } from '../records/known-records';
import type { AnchoredRecord } from '../run/pairs';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { observable } from '../state/observable';
import { panelReducer } from './reducer';
import { createRunActions } from './run-actions';
import { isDirect } from './selection-preview';
import { initialState, type Draft, type PanelEvent, type PanelState } from './state';

/** Clicks within this time after the buttons have changed are ignored. */
const doubleClickMs = 400;

/** The part of the SDK that a session uses. */
export type SessionSdk = Pick<
  Sdk,
  'call' | 'clock' | 'portalId' | 'refreshRecord' | 'user' | 'language' | 'timeZone'
>;

/** The part of a session that the steps after the choice need, wherever the choice is made. */
export type StepsSession = ReturnType<typeof createSteps>['steps'] & {
  /** Reads the object types that can be linked. Starts the session; called again, it retries. */
  open: () => Promise<void>;
  /** Takes pairs out of the review. */
  leaveOut: (pairs: readonly AnchoredRecord[]) => void;
};

/**
 * Creates the steps of a session: the actions from the review to the undo, and the state that they change. Every answer goes
 * to the reducer with the number of its request, so that late answers are dropped. `record`: the record being viewed, unless
 * every pair names its anchor. `reduce`: the reducer, where there are more events than those of the panel. `hosted`: the
 * runs of the record, where a back end keeps them.
 */
export function createSteps<Event = PanelEvent>(
  record: RecordKey | undefined,
  sdk: SessionSdk,
  reduce: (state: PanelState, event: Event | PanelEvent) => PanelState = (state, event) =>
    panelReducer(state, event as PanelEvent),
  hosted?: HostedRuns,
) {
  const { clock } = sdk;
  const { get: getState, set, subscribe } = observable<PanelState>(initialState);
  const known = createKnownRecords(record, sdk);
  let requests = 0;
  let shownScreen = '';
  let shownAt = 0;

  function dispatch(event: Event | PanelEvent): void {
    set(reduce(getState(), event));
    const draft = getDraft();
    const screen = `${getState().name} ${draft?.pasting.name} ${draft && isDirect(draft)}`;
    if (screen !== shownScreen) shownAt = clock.now();
    shownScreen = screen;
    preview();
  }

  function getDraft(): Draft | undefined {
    const state = getState();
    return 'draft' in state ? state.draft : undefined;
  }

  function nextRequest(): number {
    requests += 1;
    return requests;
  }

  const { preview, ...runs } = createRunActions({
    record,
    sdk,
    known,
    runs: hosted,
    getState,
    getDraft,
    dispatch,
    nextRequest,
  });

  const steps = {
    subscribe,
    getState,
    known,
    ...runs,

    /**
     * Wraps the handler of a button whose action depends on the state. It ignores the second click of a double click,
     * which would trigger an action whose label the user has not read.
     */
    ignoreDoubleClick: (run: () => void) => () => {
      if (clock.now() - shownAt >= doubleClickMs) run();
    },

    back(): void {
      const state = getState();
      if (state.name === 'checking') state.run.stop();
      dispatch({ type: 'wentBack' });
    },

    /** Shows the result of the last run again. It can still be undone. */
    showLast: () => dispatch({ type: 'lastReopened' }),

    startOver: () => dispatch({ type: 'startedOver' }),

    /** Chooses whether runs of this session leave a note. */
    chooseNote: (note: boolean) => dispatch({ type: 'noteChosen', note }),
  };
  return { steps, dispatch, getDraft, nextRequest };
}
