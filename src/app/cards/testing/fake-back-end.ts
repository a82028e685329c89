import {
  isSent,
  isUndoable,
  lineOutcomes,
  outcomeBefore,
  retriedOutcomes,
  undoOutcomes,
  type BackEndCalls,
  type BackEndUid,
  type FunctionError,
  type RunLineResult,
  type RunNote,
  type RunStatus,
  type StartRunParameters,
} from '@bulk-associate/contract';
import type { CallBackEnd } from '../back-end/call-back-end';
import type { CallError } from '../sdk/sdk';

interface FakeRun extends StartRunParameters {
  status: RunStatus;
  kept: RunLineResult[];
}

type Refused = { refused: FunctionError };
type Answers = {
  [Uid in BackEndUid]: (parameters: BackEndCalls[Uid]['parameters']) => BackEndCalls[Uid]['answer'] | Refused;
};

/** The calls that only the hosted back end answers, on runs in memory. Each reading of a run does some of its work. */
export class FakeBackEnd {
  readonly calls: { uid: BackEndUid; parameters: unknown }[] = [];
  readonly runs: FakeRun[] = [];
  /** Ids that HubSpot refuses. */
  readonly refused = new Set<string>();
  /** How many lines are done between two readings. */
  pace = Infinity;
  mayAdminister = false;
  /** What becomes of notes. Undefined: it is of a version that writes none. */
  notes: Pick<RunNote, 'state' | 'error'> | undefined = { state: 'saved' };
  /** The most lines in an answer. */
  pageLength = 1000;
  private readonly errors = new Map<BackEndUid, (CallError | undefined)[]>();
  private held: Promise<void> | undefined;

  /** Gives the next calls these errors; the call with `undefined` is answered. Each is carried out nevertheless. */
  fail(uid: BackEndUid, ...errors: (CallError | undefined)[]): void {
    this.errors.set(uid, errors);
  }

  /** Lets every reading of a run wait. Returns the function that lets them go on. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return () => {
      this.held = undefined;
      release();
    };
  }

  count = (uid: BackEndUid): number => this.calls.filter((call) => call.uid === uid).length;

  readonly call: CallBackEnd = async (uid, parameters) => {
    this.calls.push({ uid, parameters });
    if (uid === 'read_run') await this.held;
    const answer = (this.answers[uid] as (parameters: unknown) => object | Refused)(parameters);
    const error = this.errors.get(uid)?.shift();
    if (error) return { ok: false, error };
    if ('refused' in answer) return { ok: false, error: answer.refused };
    return { ok: true, ...answer } as never;
  };

  private readonly answers: Answers = {
    start_run: (parameters) => {
      const known = this.runs.find(({ key }) => key === parameters.key);
      if (known) return { status: known.status };
      const { record, toObjectType, operation, total, lines = [] } = parameters;
      const run: FakeRun = {
        ...parameters,
        kept: [],
        status: {
          ...{ run: String(this.runs.length + 1), record, toObjectType, operation, total },
          ...{
            userId: '1',
            isOwn: true,
            createdAt: 1_000 + this.runs.length,
            phase: 'run',
            state: 'receiving',
          },
          ...{ revision: 0, work: { total, settled: 0 }, undoable: 0, stopped: false },
          outcomes: zeros(lineOutcomes),
          undone: zeros(undoOutcomes),
        } as RunStatus,
      };
      this.runs.unshift(run);
      this.addLines(run, 0, lines);
      if (lines.length === total) this.begin(run);
      return { status: run.status };
    },
    add_run_lines: ({ run: id, position, lines }) => {
      const run = this.find(id);
      if (!run) return gone;
      this.addLines(run, position, lines);
      return { received: run.kept.filter(Boolean).length };
    },
    begin_run: ({ run: id }) => {
      const run = this.find(id);
      if (!run) return gone;
      if (run.kept.filter(Boolean).length !== run.total) return { refused: incomplete };
      if (run.status.state === 'receiving') this.begin(run);
      return { status: run.status };
    },
    read_run: ({ run: id }) => {
      const run = this.find(id);
      if (!run) return gone;
      this.work(run);
      return { status: run.status };
    },
    read_run_lines: ({ run: id, cursor = '0' }) => {
      const run = this.find(id);
      if (!run) return gone;
      const next = Number(cursor) + this.pageLength;
      const isMore = next < run.total;
      return { lines: run.kept.slice(Number(cursor), next), ...(isMore && { cursor: String(next) }) };
    },
    stop_run: ({ run: id }) => {
      const run = this.find(id);
      if (!run) return gone;
      run.status = { ...run.status, state: 'ended', stopped: true, endedAt: 2_000 };
      return { status: run.status };
    },
    continue_run: ({ outcomes = [...retriedOutcomes], ...asked }) =>
      this.revise(asked, 'run', (line) => outcomes.some((each) => each === line.outcome)),
    undo_run: (asked) => this.revise(asked, 'undo', isUndoable),
    list_runs: () => ({
      runs: this.runs.map(({ status }) => status).filter(({ state }) => state !== 'receiving'),
    }),
    delete_runs: ({ run }) => {
      const kept = run === undefined ? [] : this.runs.filter(({ status }) => status.run !== run);
      const deleted = this.runs.length - kept.length;
      this.runs.splice(0, Infinity, ...kept);
      return { deleted };
    },
    describe_access: () => ({ mayUse: true, mayAdminister: this.mayAdminister }),
    open_administration: () => ({ url: 'https://backend.example/admin/open?link=secret', expiresAt: 1 }),
  };

  private find(id: string): FakeRun | undefined {
    return this.runs.find(({ status }) => status.run === id);
  }

  private addLines(run: FakeRun, position: number, lines: StartRunParameters['lines'] = []): void {
    lines.forEach((line, index) => {
      const outcome = outcomeBefore(run.operation, line.before);
      run.kept[position + index] ??= { ...line, position: position + index, outcome };
    });
  }

  private begin(run: FakeRun): void {
    const total = run.kept.filter(({ before }) => isSent(run.operation, before)).length;
    run.status = { ...run.status, state: 'running', work: { total, settled: 0 } };
    this.recount(run);
  }

  private revise(
    { run: id, revision, note }: BackEndCalls['undo_run']['parameters'],
    phase: RunStatus['phase'],
    isWork: (line: RunLineResult) => boolean,
  ): BackEndCalls['undo_run']['answer'] | Refused {
    const run = this.find(id);
    if (!run) return gone;
    if (run.status.revision !== revision) return { status: run.status };
    delete run.note;
    delete run.status.note;
    if (note) run.note = note;
    const total = run.kept.filter(isWork).length;
    // Its outcome is that of the next call.
    if (phase === 'run')
      run.kept = run.kept.map((line) => (isWork(line) ? { ...line, outcome: 'not_sent' } : line));
    run.status = { ...run.status, phase, state: 'running', revision: revision + 1, work: { total, settled: 0 }, stopped: false }; // prettier-ignore
    return { status: run.status };
  }

  /** Does what is done between two readings. */
  private work(run: FakeRun): void {
    const { state, phase, work } = run.status;
    if (state === 'ended') return;
    let left = this.pace;
    for (const [index, line] of run.kept.entries()) {
      if (left === 0) break;
      if (phase === 'run' && line.outcome === 'not_sent') run.kept[index] = this.sent(run, line);
      else if (phase === 'undo' && isUndoable(line))
        run.kept[index] = { ...line, undo: { outcome: 'undone' } };
      else continue;
      left -= 1;
    }
    const isOpen = phase === 'run' ? (line: RunLineResult) => line.outcome === 'not_sent' : isUndoable;
    const open = run.kept.filter((line) => isOpen(line)).length;
    run.status = { ...run.status, work: { ...work, settled: work.total - open } };
    if (open === 0) run.status = { ...run.status, state: 'ended', endedAt: 2_000, deletedAt: 9_000_000 };
    if (open === 0 && run.note && this.notes)
      run.status.note = { key: `note-of-${run.status.run}-${run.status.revision + 1}`, ...this.notes };
    this.recount(run);
  }

  private sent({ operation }: FakeRun, line: RunLineResult): RunLineResult {
    if (this.refused.has(line.id)) {
      return { ...line, outcome: 'failed', error: { message: 'Refused.', category: 'X', retryable: true } };
    }
    return { ...line, outcome: operation.name === 'associate' ? 'associated' : 'removed' };
  }

  private recount(run: FakeRun): void {
    const outcomes = zeros(lineOutcomes);
    const undone = zeros(undoOutcomes);
    for (const line of run.kept) {
      outcomes[line.outcome] += 1;
      if (line.undo) undone[line.undo.outcome] += 1;
    }
    const undoable = run.kept.filter((line) => isUndoable(line)).length;
    run.status = { ...run.status, outcomes, undone, undoable };
  }
}

function zeros<Word extends string>(words: readonly Word[]): Record<Word, number> {
  return Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
}

const gone: Refused = {
  refused: { code: 'INVALID_INPUT', message: 'This run is not kept any more.', reason: 'run_gone' },
};
const incomplete: FunctionError = {
  code: 'INVALID_INPUT',
  message: 'Not all records have arrived.',
  reason: 'run_incomplete',
};
