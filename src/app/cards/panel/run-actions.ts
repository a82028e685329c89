import type { LinkableObjectType, NoteWish, PreviewStatus, ReportedOutcome } from '@bulk-associate/contract';
import type { HostedRuns } from '../back-end/hosted-runs';
import type { KnownRecords } from '../records/known-records';
import { readAfterRun } from '../run/after-run';
import {
  enterRun,
  enterUndo,
  indexesOf,
  openLedger,
  undoable,
  type Line,
  type Reviewed,
} from '../run/ledger';
import { nextKey, notesOf } from '../run/notes';
import { operationRun, previewRun, type PairContext } from '../run/pair-runs';
import type { AnchoredRecord } from '../run/pairs';
import type { Performed, RunOf } from '../run/performed';
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
  /** Present where a back end carries out runs by itself. */
  runs?: Pick<HostedRuns, 'perform' | 'changedSince'> | undefined;
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
  runs,
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

  /** A run or its undo on some lines of a ledger, for which the card calls app functions. */
  function performHere({ ledger, type, operation, phase }: RunOf, indexes: number[]): Performed {
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const run = (phase === 'undo' ? undoRun : operationRun)(contextOf(type, lines), operation, lines);
    const start = async () => {
      const ending = await run.run();
      const { stopped, error } = ending;
      const entered =
        phase === 'undo' ? enterUndo(ledger, indexes, ending) : enterRun(ledger, indexes, ending, operation);
      return { ledger: entered, stopped, error };
    };
    return { run, start };
  }

  /** Carries out a run or its undo on some lines of a ledger. `isNew`: nothing of it was sent before. */
  function perform(work: RunOf, indexes: number[], isNew = false): Promise<void> {
    const { language = 'en', timeZone } = sdk;
    const wish = getDraft()?.note ? { language, timeZone } : undefined;
    const performed = runs?.perform(work, indexes, isNew, wish) ?? performHere(work, indexes);
    return show(work, performed, indexes, wish);
  }

  /**
   * Starts a run and shows it, enters its result, notifies the listeners, and notes what was done to the lines at `indexes`.
   */
  async function show(
    { type, operation, phase, key: before }: RunOf,
    { run, start }: Performed,
    indexes: readonly number[] = [],
    wish?: NoteWish,
  ): Promise<void> {
    const request = nextRequest();
    dispatch({ type: 'runStarted', request, run, of: { operation, phase } });
    const ended = await start();
    const endedAt = clock.now();
    const result = {
      type,
      operation,
      phase,
      ...ended,
      endedAt,
      key: ended.note?.key ?? nextKey(before, endedAt),
    };
    known.forgetStatuses();
    dispatch({ type: 'runEnded', request, result });
    sdk.refreshRecord();
    for (const listener of [...endListeners]) listener(result);
    if (wish) saveNotes(result, indexes);
    // The back end reads by itself what HubSpot did in a run that it keeps.
    if (phase === 'undo' || result.kept) return;
    const { ledger } = result;
    afterRun = readAfterRun(contextOf(type, ledger), type, operation, ledger).then((after) =>
      dispatch({ type: 'afterRunRead', endedAt, after }),
    );
    await afterRun;
  }

  /**
   * Saves the notes about a run, after those of the run before, unless the back end has saved them. Each call may be repeated: a
   * note that is there stays alone.
   */
  function saveNotes(result: Result, indexes: readonly number[]): void {
    const { endedAt, ledger } = result;
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const wanted = notesOf(result, lines, { sdk, known, record });
    if (wanted.length === 0) return;
    const setNote = (note: NoteState) => dispatch({ type: 'noteChanged', endedAt, note });
    const save = async () => {
      for (const note of wanted) {
        const reply = await call('save_note', note);
        if (!reply.ok) return setNote({ state: 'failed', error: reply.error, retry: start });
      }
      setNote({ state: 'saved' });
      sdk.refreshRecord();
    };
    const start = () => {
      setNote({ state: 'saving' });
      notes = notes.then(save);
    };
    if (!result.note) start();
    else if (result.note.state === 'failed') setNote({ ...result.note, retry: start });
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
      perform(runOf(draft, reviewed), [...reviewed.keys()], true);
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

    show,

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
      if (indexes.length > 0) await perform(run, indexes, true);
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

    /** Asks for confirmation of the undo. Of a run that the back end keeps, also days later: what has changed is read. */
    async askUndo(): Promise<void> {
      dispatch({ type: 'undoAsked' });
      const state = getState();
      if (state.name !== 'confirmingUndo' || !state.result.kept || !runs) return;
      const { ledger, type, endedAt } = state.result;
      dispatch({ type: 'sinceRead', endedAt, since: 'reading' });
      const since = await runs.changedSince(contextOf(type, ledger), state.result);
      dispatch({ type: 'sinceRead', endedAt, since });
    },

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
  results: readonly (ReportedOutcome | undefined)[],
): Reviewed[] {
  return pairs.map((pair, index) => {
    const { status = 'unknown', labels, movesFrom } = results[index] ?? {};
    return { ...pair, status: status as PreviewStatus, labels, movesFrom };
  });
}

function runOf({ type, operation }: Draft, reviewed: readonly Reviewed[]): RunOf {
  return { ledger: openLedger(reviewed, operation), type, operation, phase: 'run' };
}
