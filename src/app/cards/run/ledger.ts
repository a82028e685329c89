import type { AssociationStatus, OutcomeError, PreviewStatus, RemovalStatus } from '@bulk-associate/contract';
import type { ChosenRecord } from '../panel/selection';
import { noAnswer } from '../sdk/call';
import type { CallError } from '../sdk/sdk';
import type { Ending } from './chunked-run';

/** What a run does to its records: link them, or remove the links that an earlier run made. */
export type Operation = 'associate' | 'undo';

/** The outcomes of a chosen record. Every chosen record has exactly one. */
export const lineOutcomes = [
  'failed',
  'unconfirmed',
  'not_sent',
  'associated',
  'already',
  'skipped',
] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** The outcomes of undoing one record's link. */
export const undoOutcomes = ['removed', 'kept', 'failed', 'unconfirmed', 'not_sent'] as const;
export type UndoOutcome = (typeof undoOutcomes)[number];

/** One chosen record: its status in the review, its outcome, and the error if there is one. */
export interface Line {
  record: ChosenRecord;
  before: PreviewStatus;
  outcome: LineOutcome;
  error?: OutcomeError | undefined;
  undo?: { outcome: UndoOutcome; error?: OutcomeError | undefined };
}

/** The results of a run: one line per chosen record, in the order of selection. */
export type Ledger = readonly Line[];

/** One chosen record and its status in the review. */
export interface Reviewed {
  record: ChosenRecord;
  status: PreviewStatus;
}

/** The outcome that an app function returned for one record. */
export interface FunctionOutcome<Status extends string> {
  status: Status;
  error?: OutcomeError | undefined;
}

/** The results of a run. Records that were not reached have none. */
export type AssociateEnding = Ending<FunctionOutcome<Exclude<AssociationStatus, 'not_attempted'>>>;
export type RemoveEnding = Ending<FunctionOutcome<Exclude<RemovalStatus, 'not_attempted'>>>;

/** Whether a run sends a record with this status in the review: a new one, or one that could not be checked. */
export function isSent(status: PreviewStatus): boolean {
  return status === 'new' || status === 'unknown';
}

/** The ledger before anything is sent. */
export function openLedger(reviewed: readonly Reviewed[]): Ledger {
  return reviewed.map(({ record, status }) => ({ record, before: status, outcome: outcomeBefore(status) }));
}

function outcomeBefore(status: PreviewStatus): LineOutcome {
  if (isSent(status)) return 'not_sent';
  return status === 'already_associated' ? 'already' : 'skipped';
}

/** Enters the results of a run. `indexes` are the positions of the sent lines, in the order of sending. */
export function enterRun(ledger: Ledger, indexes: readonly number[], ending: AssociateEnding): Ledger {
  return enter(ledger, indexes, ending, (line, reported) => {
    // A record that was not reached keeps its earlier outcome.
    if (!reported) return line;
    const { status, error } = reported;
    return { ...line, outcome: status, error };
  });
}

/** The positions of the links that can be undone: made by this run, and known not to exist before. */
export function undoable(ledger: Ledger): number[] {
  return indexesOf(
    ledger,
    ({ outcome, before, undo }) =>
      outcome === 'associated' && before === 'new' && undo?.outcome !== 'removed' && undo?.outcome !== 'kept',
  );
}

/** Enters the results of an undo. `indexes` are the positions of the sent lines, in the order of sending. */
export function enterUndo(ledger: Ledger, indexes: readonly number[], ending: RemoveEnding): Ledger {
  return enter(ledger, indexes, ending, (line, reported) => {
    if (!reported) return { ...line, undo: line.undo ?? { outcome: 'not_sent' } };
    const { status, error } = reported;
    return { ...line, undo: { outcome: status === 'skipped' ? 'not_sent' : status, error } };
  });
}

/** Replaces the sent lines. A line that was sent but has no result is `unconfirmed`. */
function enter<Status extends string>(
  ledger: Ledger,
  indexes: readonly number[],
  { results, lost, error }: Ending<FunctionOutcome<Status>>,
  written: (line: Line, reported: FunctionOutcome<Status | 'unconfirmed'> | undefined) => Line,
): Ledger {
  const unconfirmed = { status: 'unconfirmed', error: lostError(error) } as const;
  const lines = [...ledger];
  indexes.forEach((index, position) => {
    const line = lines[index];
    const reported = results[position] ?? (lost.has(position) ? unconfirmed : undefined);
    if (line) lines[index] = written(line, reported);
  });
  return lines;
}

function lostError({ message, code, correlationId }: CallError = noAnswer): OutcomeError {
  return { message, category: code, ...(correlationId && { correlationId }), retryable: true };
}

/** The positions of the lines that fit. */
export function indexesOf(ledger: Ledger, fits: (line: Line) => boolean): number[] {
  return ledger.flatMap((line, index) => (fits(line) ? [index] : []));
}

/** The number of lines with each outcome. The sum is the number of chosen records. */
export function countOutcomes(ledger: Ledger): Record<LineOutcome, number> {
  return countBy(lineOutcomes, ledger, ({ outcome }) => outcome);
}

/** The number of lines with each outcome of an undo. */
export function countUndo(ledger: Ledger): Record<UndoOutcome, number> {
  return countBy(undoOutcomes, ledger, ({ undo }) => undo?.outcome);
}

/** The number of lines that are failed, unconfirmed or not sent after an operation. */
export function countOpen(ledger: Ledger, operation: Operation): number {
  const {
    failed,
    unconfirmed,
    not_sent: notSent,
  } = operation === 'associate' ? countOutcomes(ledger) : countUndo(ledger);
  return failed + unconfirmed + notSent;
}

function countBy<Word extends string>(
  words: readonly Word[],
  ledger: Ledger,
  wordOf: (line: Line) => Word | undefined,
): Record<Word, number> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  for (const line of ledger) {
    const word = wordOf(line);
    if (word !== undefined) counts[word] += 1;
  }
  return counts;
}
