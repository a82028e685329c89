import type { Answer, BackEndCalls, FunctionError, RunAnswer } from '@bulk-associate/contract';
import type { Permission } from '../access/access';
import type { Log } from '../log';
import type { RunNotes } from './run-notes';
import { statusOf } from './run-row';
import type { Caller, Found, RunRefusal, RunStore } from './run-store';

/** The calls about runs. */
export type RunUid =
  | 'start_run'
  | 'add_run_lines'
  | 'begin_run'
  | 'read_run'
  | 'read_run_lines'
  | 'stop_run'
  | 'continue_run'
  | 'undo_run'
  | 'list_runs'
  | 'delete_runs';

/** Answers a call whose parameters are checked. Rejects while the database is unavailable. */
export type BackEndHandler<Uid extends keyof BackEndCalls> = (
  caller: Caller & { permission: Permission; email: string },
  parameters: BackEndCalls[Uid]['parameters'],
) => Promise<Answer<BackEndCalls[Uid]['answer']>>;

/** The handlers of the calls about runs. */
export function runCalls({
  store,
  notes,
  wake,
  keptMs,
  log,
}: {
  store: RunStore;
  notes: Pick<RunNotes, 'wanted'>;
  /** Called when there may be new work. */
  wake(): void;
  /** How long ended runs are kept, in milliseconds. */
  keptMs: number;
  log: Log;
}): { [Uid in RunUid]: BackEndHandler<Uid> } {
  const answer = ({ userId }: Caller, found: Found): Answer<RunAnswer> =>
    typeof found === 'string' ? refused(found) : { ok: true, status: statusOf(found, userId, keptMs) };
  const changing = async (caller: Caller, event: string, change: Promise<Found>) => {
    const found = await change;
    if (typeof found !== 'string') {
      const { account, run, stage, total } = found;
      log({ event, account, run, stage, total });
      wake();
    }
    return answer(caller, found);
  };
  return {
    start_run: (caller, parameters) =>
      changing(caller, 'run_started', store.start(caller, parameters, notes.wanted(caller, parameters.note))),
    add_run_lines: async (caller, { run, position, lines }) => {
      const received = await store.addLines(caller, run, position, lines);
      return typeof received === 'string' ? refused(received) : { ok: true, received };
    },
    begin_run: (caller, { run }) => changing(caller, 'run_begun', store.begin(caller, run)),
    read_run: async (caller, { run }) => answer(caller, await store.read(caller, run)),
    read_run_lines: async (caller, parameters) => {
      const page = await store.lines(caller, parameters);
      return typeof page === 'string' ? refused(page) : { ok: true, ...page };
    },
    stop_run: (caller, { run }) => changing(caller, 'run_stopped', store.stop(caller, run)),
    continue_run: (caller, parameters) =>
      changing(
        caller,
        'run_continued',
        store.continue(caller, parameters, notes.wanted(caller, parameters.note)),
      ),
    undo_run: (caller, parameters) =>
      changing(caller, 'undo_begun', store.undo(caller, parameters, notes.wanted(caller, parameters.note))),
    list_runs: async (caller, parameters) => {
      const { rows, ...more } = await store.list(caller, parameters);
      return { ok: true, runs: rows.map((row) => statusOf(row, caller.userId, keptMs)), ...more };
    },
    delete_runs: async ({ account }, { run }) => {
      const deleted = await store.delete(account, run);
      if (typeof deleted === 'string') return refused(deleted);
      log({ event: 'runs_deleted', account, deleted });
      wake();
      return { ok: true, deleted };
    },
  };
}

function refused(refusal: RunRefusal): { ok: false; error: FunctionError } {
  return { ok: false, error: refusalErrors[refusal] };
}

const refusalErrors: Record<RunRefusal, FunctionError> = {
  run_gone: {
    code: 'INVALID_INPUT',
    message: 'This run is not kept any more. What it did in HubSpot stays.',
    reason: 'run_gone',
  },
  run_busy: {
    code: 'INVALID_INPUT',
    message: 'This run has not ended. Wait until it has, or stop it.',
    reason: 'run_busy',
  },
  run_incomplete: {
    code: 'INVALID_INPUT',
    message: 'Not all records of this run have arrived. Nothing was done. Start it again.',
    reason: 'run_incomplete',
  },
  too_many_runs: {
    code: 'RATE_LIMITED',
    message: 'Too many runs of this account have not ended. Wait until some have.',
    reason: 'too_many_runs',
  },
  too_many_records: {
    code: 'INVALID_INPUT',
    message: 'The lines of one run start from too many records. Start several runs.',
  },
};
