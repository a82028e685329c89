import {
  labelKey,
  maxRunLines,
  retriedOutcomes,
  withoutName,
  type LinkableObjectType,
  type NoteWish,
  type RunStatus,
} from '@bulk-associate/contract';
import type { Progress, RunView } from '../run/chunked-run';
import { readChangedSince } from '../run/changed-since';
import type { Ledger, Line } from '../run/ledger';
import type { Operation } from '../run/operation';
import type { Performance, Performed, RunOf } from '../run/performed';
import { isUnclear, waitAfter } from '../run/retry-policy';
import type { CallError, RecordKey, Sdk } from '../sdk/sdk';
import { observable } from '../state/observable';
import { isGoing, type BackEndReply, type CallBackEnd } from './call-back-end';
import { hostedReducer } from './hosted-reducer';
import { followRun, progressOf, type Followed, type FollowedRun } from './follow-run';
import { lineFrom, partsOf } from './run-lines';

/** The part of the SDK that these runs need. */
export type RunsSdk = Pick<Sdk, 'clock' | 'refreshRecord' | 'language'>;

/** The runs of one record that the back end keeps. */
export type HostedRuns = ReturnType<typeof createHostedRuns>;

/** What is known of the runs of the record. */
export interface KnownRuns {
  /** The newest first. Undefined until they were read. */
  runs: readonly RunStatus[] | undefined;
  /** Where older runs go on. */
  cursor?: string | undefined;
  /** Why they could not be read. */
  error?: CallError | undefined;
}

/** A run that has ended, with its lines. */
export type EndedRun = RunOf & Performance;

/**
 * Creates the runs of a record; without one, those whose lines each name their anchor, in whose histories they are. `note`: says
 * that a run goes on without the card.
 */
export function createHostedRuns(
  record: RecordKey | undefined,
  { clock, refreshRecord }: RunsSdk,
  { call, note }: { call: CallBackEnd; note: () => string },
) {
  const known = observable<KnownRuns>({ runs: undefined });
  const followed = new Map<string, FollowedRun>();
  /** Whether the back end is of a version that keeps no runs. */
  let isMissing = false;
  let mayAdminister: Promise<boolean> | undefined;

  /** Reads the runs of the record, or those older than the ones that are known. */
  async function load(isMore = false): Promise<void> {
    if (!record) return;
    const { runs: before = [], cursor } = known.get();
    const reply = await call('list_runs', { record, ...(isMore && cursor !== undefined && { cursor }) });
    if (!reply.ok) {
      isMissing = reply.error.code === 'INVALID_INPUT';
      return known.set({ ...known.get(), error: reply.error });
    }
    known.set({ runs: isMore ? [...before, ...reply.runs] : reply.runs, cursor: reply.cursor });
    for (const status of going()) follow(status);
  }

  /** Notes what was read of a run. */
  function enter(status: RunStatus): void {
    const { runs = [], ...more } = known.get();
    const isListed = runs.some(({ run }) => run === status.run);
    const listed = runs.map((each) => (each.run === status.run ? status : each));
    known.set({ ...more, runs: isListed ? listed : [status, ...runs] });
  }

  /** The runs that have not ended, the newest first. */
  function going(): RunStatus[] {
    return known.get().runs?.filter(isGoing) ?? [];
  }

  /** Follows a run. The same one is read once, however many parts of the card show it. */
  function follow(status: RunStatus): FollowedRun {
    const { run } = status;
    const other = followed.get(run);
    if (other) return other;
    const one = followRun(call, clock, status);
    followed.set(run, one);
    enter(status);
    one.subscribe(() => enter(one.get().status));
    void one.ended.then(() => {
      followed.delete(run);
      refreshRecord();
    });
    return one;
  }

  /** Makes a run of the card from one of the back end, which `begin` starts or finds. */
  function performedBy(
    work: RunOf,
    total: number,
    begin: (repeat: CallBackEnd, isStopped: () => boolean) => Promise<BackEndReply<'read_run'> | 'stopped'>,
  ): Performed {
    const progress = observable<Progress>({ phase: 'running', total, settled: 0, counts: {} });
    let one: FollowedRun | undefined;
    let stopped = false;

    const repeat: CallBackEnd = async (uid, parameters) => {
      for (let failures = 1; ; failures += 1) {
        const reply = await call(uid, parameters);
        const waitMs = reply.ok ? undefined : waitAfter(failures, reply.error);
        if (reply.ok || waitMs === undefined) return reply;
        progress.set({ ...progress.get(), phase: 'waiting', waitMs, error: reply.error });
        await clock.sleep(waitMs);
        progress.set({ phase: stopped ? 'stopping' : 'running', total, settled: 0, counts: {} });
      }
    };

    const isEnding = () => stopped && one !== undefined;
    const show = (read: Followed) => {
      const next = progressOf(read, clock.now());
      progress.set(isEnding() && next.phase !== 'ended' ? { ...next, phase: 'stopping' } : next);
    };

    async function start(): Promise<Performance> {
      const { ledger, kept } = work;
      const reply = await begin(repeat, () => stopped);
      if (reply === 'stopped') return { ledger, stopped, kept };
      if (!reply.ok) {
        const { error } = reply;
        // The run may have begun although no answer says so.
        if (isUnclear(error)) void load();
        return { ledger: isUnclear(error) ? unclear(ledger, error) : ledger, stopped, error, kept };
      }
      one = follow(reply.status);
      const follower = one;
      follower.subscribe(() => show(follower.get()));
      show(follower.get());
      if (stopped) sendStop();
      const { status, failed } = await follower.ended;
      const lines = failed ? failed.error : await readLines(status, ledger, repeat);
      if ('code' in lines) return { ledger: unclear(ledger, lines), stopped, error: lines, kept };
      return performanceOf(status, lines);
    }

    function sendStop(): void {
      if (!one) return;
      const follower = one;
      const { run } = follower.get().status;
      void repeat('stop_run', { run }).then(() => follower.hurry());
    }

    const run: RunView = {
      subscribe: (listener) => {
        // Who opens the panel sees at once how far it is.
        one?.hurry();
        return progress.subscribe(listener);
      },
      getProgress: progress.get,
      stop: () => {
        if (progress.get().phase === 'ended') return;
        stopped = true;
        progress.set({ ...progress.get(), phase: 'stopping' });
        sendStop();
      },
      note: () => one && note(),
      keptAs: () => work.kept?.run ?? one?.get().status.run,
    };
    return { run, start };
  }

  /** Reads all lines of a run. */
  async function readLines(
    { run, record: own }: RunStatus,
    earlier: Ledger,
    repeat: CallBackEnd,
  ): Promise<Line[] | CallError> {
    const lines: Line[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await repeat('read_run_lines', { run, ...(cursor !== undefined && { cursor }) });
      if (!page.ok) return page.error;
      for (const line of page.lines) lines.push(lineFrom(line, own, earlier));
      if (page.cursor === undefined) return lines;
      ({ cursor } = page);
    }
  }

  return {
    known,
    load,
    going,
    call,
    reduce: hostedReducer,
    changedSince: readChangedSince,

    /** Whether the panel shows the list of the runs; `undefined` where it was not opened for it. */
    history: observable<'list' | 'run' | undefined>(undefined),

    /** Whether the user may administer the app. Asked for once. */
    mayAdminister: () =>
      (mayAdminister ??= call('describe_access', {}).then((reply) => reply.ok && reply.mayAdminister)),

    /**
     * Hands a new run over, in parts, or continues or undoes one that the back end keeps. Undefined if the card carries it
     * out itself: one that it began itself, or one too long.
     */
    perform(work: RunOf, indexes: readonly number[], isNew: boolean, note?: NoteWish): Performed | undefined {
      const { ledger, type, operation, phase, kept } = work;
      const noted = note && { note };
      if (kept) {
        const outcomes = retriedOutcomes.filter((each) =>
          indexes.some((index) => ledger[index]?.outcome === each),
        );
        return performedBy(work, indexes.length, (repeat) =>
          phase === 'undo'
            ? repeat('undo_run', { ...kept, ...noted })
            : repeat('continue_run', { ...kept, outcomes, ...noted }),
        );
      }
      const of = record ?? ledger[0]?.anchor;
      if (!of || !isNew || isMissing || ledger.length > maxRunLines) return undefined;
      const { name, label } = operation;
      const newRun = {
        key: newKey(),
        record: { objectType: of.objectType, id: of.id },
        toObjectType: type.id,
        operation: { name, ...(label && { label: withoutName(label) }) },
        total: ledger.length,
        ...noted,
      };
      return performedBy(work, indexes.length, async (repeat, isStopped) => {
        const parts = partsOf(ledger);
        const [first = []] = parts;
        const started = await repeat('start_run', parts.length === 1 ? { ...newRun, lines: first } : newRun);
        if (!started.ok || started.status.state !== 'receiving') return started;
        const { run } = started.status;
        let position = 0;
        for (const lines of parts) {
          if (isStopped()) return 'stopped';
          const added = await repeat('add_run_lines', { run, position, lines });
          if (!added.ok) return added;
          position += lines.length;
        }
        return isStopped() ? 'stopped' : repeat('begin_run', { run });
      });
    },

    /** Reads the result of a run that has ended. */
    async read(status: RunStatus, types: readonly LinkableObjectType[]): Promise<EndedRun | CallError> {
      const lines = await readLines(status, [], call);
      if ('code' in lines) return lines;
      return { ...workOf(status, types), ...performanceOf(status, lines) };
    },

    /** A run that goes on, as the panel shows it. */
    shown(status: RunStatus, types: readonly LinkableObjectType[]): { work: RunOf; performed: Performed } {
      const work = workOf(status, types);
      const performed = performedBy(work, status.work.total, () => Promise.resolve({ ok: true, status }));
      return { work, performed };
    },
  };
}

/** What a run was performed on. Its lines are not read yet. */
function workOf(
  { toObjectType: id, phase, run, revision, ...status }: RunStatus,
  types: readonly LinkableObjectType[],
): RunOf {
  const type = types.find((each) => each.id === id) ?? unknownType(id);
  return { ledger: [], type, operation: operationOf(status, type), phase, kept: { run, revision } };
}

/** An object type that cannot be associated any more. */
export function unknownType(id: string): LinkableObjectType {
  return { id, singular: id, plural: id, labelProperty: '', custom: true };
}

/** The operation of a run, with the name of its label in the account. */
export function operationOf(
  { operation: { name, label } }: Pick<RunStatus, 'operation'>,
  { labels = [] }: LinkableObjectType,
): Operation {
  if (!label) return { name };
  const named = labels.find((each) => labelKey(each) === labelKey(label));
  return { name, label: named ?? { ...label, name: `#${label.typeId}` } };
}

function performanceOf({ stopped, error, run, revision, note }: RunStatus, ledger: Ledger): Performance {
  return { ledger, stopped, error, kept: { run, revision }, note };
}

/** The lines whose outcomes nobody knows, because the run could not be read any more. */
function unclear(ledger: Ledger, { message, code }: CallError): Ledger {
  const error = { message, category: code, retryable: true };
  return ledger.map((line) =>
    line.outcome === 'not_sent' ? { ...line, outcome: 'unconfirmed', error } : line,
  );
}

/** Names a run at random, so that the same call sent twice starts one run. */
function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return random() + random() + random();
}
