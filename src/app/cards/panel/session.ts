import {
  objectTypeIds,
  type LabelChoice,
  type LinkableObjectType,
  type PreviewStatus,
  type RecordRef,
} from '@bulk-associate/contract';
import type { CollectSource } from '../choose/collecting';
import { collectAll } from '../choose/collect-all';
import { createPasteActions } from '../choose/paste/paste-actions';
import {
  enterRun,
  enterUndo,
  indexesOf,
  openLedger,
  undoable,
  type FunctionOutcome,
  type Line,
  type Reviewed,
} from '../run/ledger';
import { createKnownRecords } from '../records/known-records';
import { observable } from '../state/observable';
import { operationRun, previewRun, undoRun, type PairContext } from '../run/pair-runs';
import type { OperationName } from '../run/operation';
import { readAfterRun } from '../run/after-run';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { panelReducer } from './reducer';
import { areAllNew, directUpTo, freshPreviewOf, isDirect, previewInBackground } from './selection-preview';
import type { ChosenRecord } from './selection';
import {
  initialState,
  selectionOf,
  type Draft,
  type PanelEvent,
  type PanelState,
  type Result,
  type Source,
} from './state';

/** Clicks within this time after the buttons have changed are ignored. */
const doubleClickMs = 400;

/** The part of the SDK that a session uses. */
export type SessionSdk = Pick<Sdk, 'call' | 'clock' | 'portalId' | 'refreshRecord'>;

type EndListener = (result: Result) => void;

/** How all records of a source are added. */
interface CollectOptions {
  total?: number;
  thenReview?: boolean;
}

/** The actions of the panel, and its state. */
export type Session = ReturnType<typeof createSession>;

/**
 * Creates the session of one record: the actions of the panel and the state that they change. A session does not end when
 * the panel is closed, so that a run continues. Every answer goes to the reducer with the number of its request, so that
 * late answers are dropped.
 */
export function createSession(record: RecordKey, sdk: SessionSdk) {
  const { call, clock } = sdk;
  const { get: getState, set, subscribe } = observable<PanelState>(initialState);
  const endListeners = new Set<EndListener>();
  const known = createKnownRecords(record, sdk);
  let requests = 0;
  let afterRun = Promise.resolve();
  let shownScreen = '';
  let shownAt = 0;

  function dispatch(event: PanelEvent): void {
    set(panelReducer(getState(), event));
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

  /** Whether a record of the chosen object type is the record being viewed. */
  function isSelf(id: string): boolean {
    return id === record.id && getDraft()?.type.id === record.objectType;
  }

  const paste = createPasteActions({ sdk, getDraft, dispatch, nextRequest, isSelf });

  function add(records: readonly RecordRef[]): void {
    const objectType = getDraft()?.type.id;
    if (objectType === undefined) return;
    dispatch({ type: 'added', objectType, records: records.filter(({ id }) => !isSelf(id)) });
  }

  /** Stops collecting at once. Records collected so far stay in the selection. */
  function stopCollecting(): void {
    dispatch({ type: 'collectStopped' });
  }

  function pairs({ id }: LinkableObjectType): PairContext {
    return { from: record, toObjectType: id, call, clock };
  }

  /** Previews a small selection while the user goes on selecting. Runs after each change of the state. */
  const preview = previewInBackground({
    clock,
    getDraft: () => (getState().name === 'choosing' ? getDraft() : undefined),
    read: async (draft) => {
      const records = [...selectionOf(draft).values()];
      const { results, error } = await previewRun(pairs(draft.type), draft.operation, records).run();
      return error ? undefined : reviewedOf(records, results);
    },
    onRead: (read) => dispatch({ type: 'previewed', preview: read }),
  });

  /** Carries out a run or its undo on some lines of a ledger, enters the results, and notifies the listeners. */
  async function perform({ ledger, type, operation, phase }: RunOf, indexes: number[]): Promise<void> {
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const context = pairs(type);
    const run =
      phase === 'undo'
        ? undoRun(context, operation, lines)
        : operationRun(context, operation, lines.map(({ record: each }) => each)); // prettier-ignore
    const request = nextRequest();
    dispatch({ type: 'runStarted', request, run, of: { operation, phase } });
    const ending = await run.run();
    const { stopped, error } = ending;
    const entered =
      phase === 'undo' ? enterUndo(ledger, indexes, ending) : enterRun(ledger, indexes, ending, operation);
    const result = { ledger: entered, type, operation, phase, endedAt: clock.now(), stopped, error };
    known.forgetStatuses();
    dispatch({ type: 'runEnded', request, result });
    sdk.refreshRecord();
    for (const listener of [...endListeners]) listener(result);
    if (phase === 'undo') return;
    afterRun = readAfterRun(context, type, operation, entered).then((after) =>
      dispatch({ type: 'afterRunRead', endedAt: result.endedAt, after }),
    );
    await afterRun;
  }

  /**
   * Reads what associating would do with each selected record, without changing anything in HubSpot, and shows it. With
   * `isDirect`, the records are associated instead if all are new.
   */
  async function check(isDirect: boolean): Promise<void> {
    const draft = getDraft();
    if (!draft || selectionOf(draft).size === 0) return;
    const { type, operation } = draft;
    const associate = (reviewed: readonly Reviewed[]) =>
      perform(runOf(draft, reviewed), [...reviewed.keys()]);
    const fresh = freshPreviewOf(draft, clock.now());
    if (fresh && getState().name === 'choosing') {
      if (isDirect && areAllNew(fresh.reviewed)) return associate(fresh.reviewed);
      return dispatch({ type: 'reviewOpened', reviewed: fresh.reviewed });
    }
    const records = [...selectionOf(draft).values()];
    const run = previewRun(pairs(type), operation, records);
    const request = nextRequest();
    dispatch({ type: 'checkStarted', request, run });
    const { results, error } = await run.run();
    if (error) return dispatch({ type: 'checkFailed', request, error });
    const reviewed = reviewedOf(records, results);
    const state = getState();
    const isAwaited = state.name === 'checking' && state.request === request;
    if (isAwaited && isDirect && areAllNew(reviewed)) return associate(reviewed);
    dispatch({ type: 'checked', request, reviewed });
  }

  return {
    subscribe,
    getState,
    known,
    paste,
    isSelf,
    add,
    stopCollecting,

    /** Calls the listener when a run ends. Returns the function that removes the listener. */
    onEnded(listener: EndListener): () => void {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },

    /** Reads the object types that can be linked. Starts the session; called again, it retries. */
    async open(): Promise<void> {
      const request = nextRequest();
      dispatch({ type: 'describeStarted', request });
      const { objectType } = record;
      const reply = await call('describe_objects', { objectType });
      if (!reply.ok) return dispatch({ type: 'describeFailed', request, error: reply.error });
      const preferred = objectType === objectTypeIds.contact ? objectTypeIds.company : objectTypeIds.contact;
      dispatch({ type: 'described', request, types: reply.objectTypes, preferred });
    },

    chooseType(objectType: string): void {
      paste.stop();
      dispatch({ type: 'typeChosen', objectType });
    },

    /** Chooses the operation. What is selected for another is kept. */
    chooseOperation(name: OperationName): void {
      paste.stop();
      dispatch({ type: 'operationChosen', name });
    },

    /** Chooses the label that is given or removed, one of the object type's; undefined for none. */
    chooseLabel: (label: LabelChoice | undefined) => dispatch({ type: 'labelChosen', label }),

    chooseSource: (source: Source) => dispatch({ type: 'sourceChosen', source }),

    /** Removes records from the selection and from its review. */
    remove: (ids: readonly string[]) => dispatch({ type: 'removed', ids }),

    clear(): void {
      stopCollecting();
      dispatch({ type: 'cleared' });
    },

    /**
     * Wraps the handler of a button whose action depends on the state. It ignores the second click of a double click,
     * which would trigger an action whose label the user has not read.
     */
    ignoreDoubleClick: (run: () => void) => () => {
      if (clock.now() - shownAt >= doubleClickMs) run();
    },

    /**
     * Adds all records of a search or a segment to the selection. `total`: how many there are, where that is known.
     * `thenReview`: shows their review once all are added.
     */
    async collect(source: CollectSource, { total, thenReview = false }: CollectOptions = {}): Promise<void> {
      const objectType = getDraft()?.type.id;
      if (objectType === undefined) return;
      const request = nextRequest();
      dispatch({ type: 'collectStarted', request, source, total });
      const isStopped = () => {
        const collecting = getDraft()?.collecting;
        return collecting?.name !== 'collecting' || collecting.request !== request;
      };
      const ending = await collectAll({ call, clock, objectType, source, isStopped }, (page) => {
        const others = page.records.filter(({ id }) => !isSelf(id));
        dispatch({ type: 'added', objectType, records: others });
        dispatch({ type: 'collectedPage', request, found: others.length, total: page.total });
      });
      const isWanted = thenReview && !isStopped() && !ending.error;
      dispatch({ type: 'collectEnded', request, ending });
      if (isWanted) await check(false);
    },

    /** Shows what associating would do with each selected record. Changes nothing in HubSpot. */
    review: () => check(false),

    /** Associates the selected records if all are new. Otherwise shows the review. For a selection that `isDirect`. */
    associateNow: () => check(true),

    back(): void {
      const state = getState();
      if (state.name === 'checking') state.run.stop();
      dispatch({ type: 'wentBack' });
    },

    /** Carries out the operation on the reviewed records. Asks for confirmation first above `directUpTo` records. */
    async carryOut(): Promise<void> {
      const state = getState();
      if (!('reviewed' in state)) return;
      const run = runOf(state.draft, state.reviewed);
      const indexes = indexesOf(run.ledger, ({ outcome }) => outcome === 'not_sent');
      if (state.name === 'reviewing' && indexes.length > directUpTo)
        return dispatch({ type: 'confirmAsked' });
      if (indexes.length > 0) await perform(run, indexes);
    },

    /** Sends some lines of the finished run again, such as the failed ones. */
    async sendAgain(fits: (line: Line) => boolean): Promise<void> {
      const state = getState();
      if (state.name !== 'finished') return;
      const indexes = indexesOf(state.result.ledger, fits);
      if (indexes.length > 0) await perform({ ...state.result, phase: 'run' }, indexes);
    },

    stop(): void {
      const state = getState();
      if ('run' in state) state.run.stop();
    },

    askUndo: () => dispatch({ type: 'undoAsked' }),

    /** Makes each pair of the finished run as it was before it. */
    async undo(): Promise<void> {
      if (getState().name !== 'confirmingUndo') return;
      // The undo needs the labels that HubSpot gave by itself.
      await afterRun;
      const state = getState();
      if (state.name !== 'confirmingUndo') return;
      await perform({ ...state.result, phase: 'undo' }, undoable(state.result.ledger));
    },

    /** Shows the result of the last run again. It can still be undone. */
    showLast: () => dispatch({ type: 'lastReopened' }),

    startOver: () => dispatch({ type: 'startedOver' }),
  };
}

function reviewedOf(
  records: readonly ChosenRecord[],
  results: readonly (FunctionOutcome | undefined)[],
): Reviewed[] {
  return records.map((record, index) => {
    const { status = 'unknown', labels, movesFrom } = results[index] ?? {};
    return { record, status: status as PreviewStatus, labels, movesFrom };
  });
}

/** What a run is performed on. */
type RunOf = Pick<Result, 'ledger' | 'type' | 'operation' | 'phase'>;

function runOf({ type, operation }: Draft, reviewed: readonly Reviewed[]): RunOf {
  return { ledger: openLedger(reviewed, operation), type, operation, phase: 'run' };
}
