import {
  lineOutcomes,
  undoOutcomes,
  type FunctionError,
  type RunOperation,
  type RunState,
  type RunStatus,
} from '@bulk-associate/contract';
import { runNoteOf, type StoredNote } from './run-note';
import type { Counts, Revision } from './stored-line';

/** The work that a run has left. */
export type Stage = 'receiving' | 'run' | 'after' | 'undo' | 'ended';

/** A row of `runs`. */
export interface RunRow extends Counts, Revision {
  run: string;
  account: string;
  user_id: string;
  object_type: string;
  record_id: string;
  to_object_type: string;
  total: number;
  stage: Stage;
  selection: string[];
  operation: RunOperation;
  stopped: boolean;
  doomed: boolean;
  was_undone: boolean;
  error: FunctionError | null;
  note: StoredNote | null;
  work_total: number;
  work_settled: number;
  reached: number;
  flight: number[] | null;
  failures: number;
  retry_ms: number | null;
  created_ms: number;
  work_began_ms: number | null;
  ended_ms: number | null;
  now_ms: number;
}

const msOf = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`;

/** The columns of a `RunRow`. */
export const runColumns = `run_id::text AS run, account_id::text AS account, user_id::text, object_type, record_id::text,
  to_object_type, operation, total, stage, phase, revision, selection, stopped, doomed, was_undone, error, note, outcomes, undone,
  undoable, work_total, work_settled, reached, flight, failures,
  ${msOf('retry_at')} AS retry_ms, ${msOf('created_at')} AS created_ms, ${msOf('work_began_at')} AS work_began_ms,
  ${msOf('ended_at')} AS ended_ms, ${msOf('clock_timestamp()')} AS now_ms`;

/** The run as the card reads it. */
export function statusOf(row: RunRow, userId: string, keptMs: number): RunStatus {
  const outcomes = countsOf(lineOutcomes, row.outcomes);
  const undone = countsOf(undoOutcomes, row.undone);
  // What can still be undone after an undo was not reached by it, or failed.
  if (row.was_undone) undone.not_sent = row.undoable - undone.failed - undone.unconfirmed;
  const state = stateOf(row);
  const note = runNoteOf(row);
  return {
    run: row.run,
    record: { objectType: row.object_type, id: row.record_id },
    toObjectType: row.to_object_type,
    operation: row.operation,
    userId: row.user_id,
    isOwn: row.user_id === userId,
    createdAt: row.created_ms,
    ...(row.ended_ms !== null && { endedAt: row.ended_ms, deletedAt: row.ended_ms + keptMs }),
    phase: row.phase,
    state,
    revision: row.revision,
    total: row.total,
    work: { total: row.work_total, settled: row.work_settled },
    outcomes,
    undone,
    undoable: row.undoable,
    ...remainingOf(row),
    ...(state === 'waiting' && row.retry_ms !== null && { retryAt: row.retry_ms }),
    stopped: row.stopped,
    ...(row.error && { error: row.error }),
    ...(note && { note }),
  };
}

function countsOf<Word extends string>(
  words: readonly Word[],
  counts: Partial<Record<Word, number>>,
): Record<Word, number> {
  return Object.fromEntries(words.map((word) => [word, counts[word] ?? 0])) as Record<Word, number>;
}

function stateOf({
  stage,
  stopped,
  retry_ms: retry,
  now_ms: now,
  work_settled: settled,
  flight,
}: RunRow): RunState {
  if (stage === 'receiving' || stage === 'ended') return stage;
  if (stage === 'after') return 'completing';
  if (stopped) return 'stopping';
  if (retry !== null && retry > now) return 'waiting';
  return settled === 0 && flight === null ? 'queued' : 'running';
}

function remainingOf(row: RunRow): { remainingMs?: number } {
  const { stage, work_total: total, work_settled: settled, work_began_ms: began, now_ms: now } = row;
  if (stage === 'ended' || began === null || settled === 0 || settled >= total) return {};
  const waitMs = Math.max(0, (row.retry_ms ?? 0) - now);
  return { remainingMs: Math.round(((now - began) / settled) * (total - settled) + waitMs) };
}
