import type { LinkableObjectType, PreviewStatus } from '@bulk-associate/contract';
import type { KnownRecords } from '../records/known-records';
import { readAfterRun } from '../run/after-run';
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
import { nextKey, notesOf } from '../run/notes';
import { operationRun, previewRun, type PairContext } from '../run/pair-runs';
import type { AnchoredRecord } from '../run/pairs';
import { undoRun } from '../run/undo-run';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { areAllNew, directUpTo, freshPreviewOf, previewInBackground } from './selection-preview';
import { pairsIn } from './draft-pairs';
import type { Draft, NoteState, PanelEvent, PanelState, Result } from './state';

type EndListener = (result: Result) => void;

interface RunContext {
  /** The record being viewed. Undefined where every pair names its anchor. */
  record: RecordKey | undefined;
  sdk: Pick<Sdk, 'call' | 'clock' | 'refreshRecord' | 'user' | 'language' | 'timeZone'>;
  known: Pick<KnownRecords, 'forgetStatuses' | 'named'>;
  getState: () => PanelState;
  getDraft: () => Draft | undefined;
  dispatch: (event: PanelEvent) => void;
  nextRequest: () => number;
}

/** The actions from the preview of a selection to the undo of its run. */
export function createRunActions({
  record,
  sdk,
  known,
  getState,
  getDraft,
  dispatch,
  nextRequest,
}: RunContext) {
  const { call, clock } = sdk;
  const endListeners = new Set<EndListener>();
  let afterRun = Promise.resolve();
  let notes = Promise.resolve();

  function contextOf({ id }: LinkableObjectType, [first]: readonly AnchoredRecord[]): PairContext {
    const from = first?.anchor ?? record;
    if (!from) throw new Error('A pair names its anchor where no record is being viewed.');
    return { from, toObjectType: id, call, clock };
  }

  /** Previews a small selection while the user goes on selecting. Runs after each change of the state. */
  const preview = previewInBackground({
    clock,
    getDraft: () => (getState().name === 'choosing' ? getDraft() : undefined),
    read: async (draft) => {
      const pairs = pairsIn(draft);
      const { results, error } = await previewRun(contextOf(draft.type, pairs), draft.operation, pairs).run();
      return error ? undefined : reviewedOf(pairs, results);
    },
    onRead: (read) => dispatch({ type: 'previewed', preview: read }),
  });

  /** Carries out a run or its undo on some lines of a ledger, enters the results, and notifies the listeners. */
  async function perform(
    { ledger, type, operation, phase, key: before }: RunOf,
    indexes: number[],
  ): Promise<void> {
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const context = contextOf(type, lines);
    const run = (phase === 'undo' ? undoRun : operationRun)(context, operation, lines);
    const request = nextRequest();
    dispatch({ type: 'runStarted', request, run, of: { operation, phase } });
    const ending = await run.run();
    const { stopped, error } = ending;
    const entered =
      phase === 'undo' ? enterUndo(ledger, indexes, ending) : enterRun(ledger, indexes, ending, operation);
    const endedAt = clock.now();
    const key = nextKey(before, endedAt);
    const result = { ledger: entered, type, operation, phase, endedAt, stopped, error, key };
    known.forgetStatuses();
    dispatch({ type: 'runEnded', request, result });
    sdk.refreshRecord();
    for (const listener of [...endListeners]) listener(result);
    if (getDraft()?.note) saveNotes(result, indexes);
    if (phase === 'undo') return;
    afterRun = readAfterRun(context, type, operation, entered).then((after) =>
      dispatch({ type: 'afterRunRead', endedAt: result.endedAt, after }),
    );
    await afterRun;
  }

  /** Saves the notes about a run, after those of the run before. Each call may be repeated: a note that is there stays alone. */
  function saveNotes(result: Result, indexes: readonly number[]): void {
    const { endedAt, ledger } = result;
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const wanted = notesOf(result, lines, { sdk, known, record });
    if (wanted.length === 0) return;
    const setNote = (note: NoteState) => dispatch({ type: 'noteChanged', endedAt, note });
    const save = async () => {
      for (const note of wanted) {
        const reply = await call('save_note', note);
        if (!reply.ok) return setNote({ name: 'failed', error: reply.error, retry: start });
      }
      setNote({ name: 'saved' });
      sdk.refreshRecord();
    };
    const start = () => {
      setNote({ name: 'saving' });
      notes = notes.then(save);
    };
    start();
  }

  /**
   * Reads what associating would do with each selected record, without changing anything in HubSpot, and shows it. With
   * `isDirect`, the records are associated instead if all are new.
   */
  async function check(isDirect: boolean): Promise<void> {
    const draft = getDraft();
    const pairs = draft && pairsIn(draft);
    if (!draft || !pairs || pairs.length === 0) return;
    const { type, operation } = draft;
    const associate = (reviewed: readonly Reviewed[]) =>
      perform(runOf(draft, reviewed), [...reviewed.keys()]);
    const fresh = freshPreviewOf(draft, clock.now());
    if (fresh && getState().name === 'choosing') {
      if (isDirect && areAllNew(fresh.reviewed)) return associate(fresh.reviewed);
      return dispatch({ type: 'reviewOpened', reviewed: fresh.reviewed });
    }
    const run = previewRun(contextOf(type, pairs), operation, pairs);
    const request = nextRequest();
    dispatch({ type: 'checkStarted', request, run });
    const { results, error } = await run.run();
    if (error) return dispatch({ type: 'checkFailed', request, error });
    const reviewed = reviewedOf(pairs, results);
    const state = getState();
    const isAwaited = state.name === 'checking' && state.request === request;
    if (isAwaited && isDirect && areAllNew(reviewed)) return associate(reviewed);
    dispatch({ type: 'checked', request, reviewed });
  }

  return {
    /** To be called after each change of the state. */
    preview,

    /** Calls the listener when a run ends. Returns the function that removes the listener. */
    onEnded(listener: EndListener): () => void {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },

    /** Shows what associating would do with each selected record. Changes nothing in HubSpot. */
    review: () => check(false),

    /** Associates the selected records if all are new. Otherwise shows the review. For a selection that `isDirect`. */
    associateNow: () => check(true),

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
  };
}

function reviewedOf(
  pairs: readonly AnchoredRecord[],
  results: readonly (FunctionOutcome | undefined)[],
): Reviewed[] {
  return pairs.map((pair, index) => {
    const { status = 'unknown', labels, movesFrom } = results[index] ?? {};
    return { ...pair, status: status as PreviewStatus, labels, movesFrom };
  });
}

/** What a run is performed on. */
type RunOf = Pick<Result, 'ledger' | 'type' | 'operation' | 'phase' | 'key'>;

function runOf({ type, operation }: Draft, reviewed: readonly Reviewed[]): RunOf {
  return { ledger: openLedger(reviewed, operation), type, operation, phase: 'run' };
}
