import type {
  AssociationStatus,
  OutcomeError,
  PreviewStatus,
  RecordRef,
  RemovalStatus,
} from '@bulk-associate/contract';
import { noAnswer } from '../sdk/call';
import type { CallError } from '../sdk/sdk';
import type { Ending } from './chunked-run';

/** What a run does to its records: link them, or remove the links that an earlier run made. */
export type Operation = 'associate' | 'undo';

/** What became of one chosen record. Every chosen record has exactly one of these. */
export const lineOutcomes = [
  'failed',
  'unconfirmed',
  'not_sent',
  'associated',
  'already',
  'skipped',
] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** What became of the undoing of one record's link. */
export const undoOutcomes = ['removed', 'kept', 'failed', 'unconfirmed', 'not_sent'] as const;
export type UndoOutcome = (typeof undoOutcomes)[number];

/** One chosen record: what was known before, what became of it, and why. */
export interface Line {
  record: RecordRef;
  before: PreviewStatus;
  outcome: LineOutcome;
  error?: OutcomeError | undefined;
  undo?: { outcome: UndoOutcome; error?: OutcomeError | undefined };
}

/** The account of a run: one line per chosen record, in the order in which they were chosen. */
export type Ledger = readonly Line[];

/** What the review said of one chosen record. */
export interface Reviewed {
  record: RecordRef;
  status: PreviewStatus;
}

/** What an app function said of one record. */
export interface FunctionOutcome<Status extends string> {
  status: Status;
  error?: OutcomeError | undefined;
}

/** What a run said of records; nothing of those that it did not get to. */
export type AssociateEnding = Ending<FunctionOutcome<Exclude<AssociationStatus, 'not_attempted'>>>;
export type RemoveEnding = Ending<FunctionOutcome<Exclude<RemovalStatus, 'not_attempted'>>>;

/** Whether a reviewed record is sent: one that is new, or of which HubSpot could not tell beforehand. */
export function isSent(status: PreviewStatus): boolean {
  return status === 'new' || status === 'unknown';
}

/** Before anything is sent. */
export function openLedger(reviewed: readonly Reviewed[]): Ledger {
  return reviewed.map(({ record, status }) => ({ record, before: status, outcome: outcomeBefore(status) }));
}

function outcomeBefore(status: PreviewStatus): LineOutcome {
  if (isSent(status)) return 'not_sent';
  return status === 'already_associated' ? 'already' : 'skipped';
}

/** Enters what a run came to for the lines it was given (`indexes`, in the order in which they were sent). */
export function enterRun(ledger: Ledger, indexes: readonly number[], ending: AssociateEnding): Ledger {
  return enter(ledger, indexes, ending, (line, reported) => {
    // A run that did not get to a record leaves what was known of it.
    if (!reported) return line;
    const { status, error } = reported;
    return { ...line, outcome: status, error };
  });
}

/** The links to undo: made by this run, and known not to have been there before. */
export function undoable(ledger: Ledger): number[] {
  return indexesOf(
    ledger,
    ({ outcome, before, undo }) =>
      outcome === 'associated' && before === 'new' && undo?.outcome !== 'removed' && undo?.outcome !== 'kept',
  );
}

/** Enters what the undoing came to for the lines it was given. */
export function enterUndo(ledger: Ledger, indexes: readonly number[], ending: RemoveEnding): Ledger {
  return enter(ledger, indexes, ending, (line, reported) => {
    if (!reported) return { ...line, undo: line.undo ?? { outcome: 'not_sent' } };
    const { status, error } = reported;
    return { ...line, undo: { outcome: status === 'skipped' ? 'not_sent' : status, error } };
  });
}

/** Writes lines anew from their outcomes; of one that was sent without a word on it, the outcome is not known. */
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

/** Where the lines are that fit. */
export function indexesOf(ledger: Ledger, fits: (line: Line) => boolean): number[] {
  return ledger.flatMap((line, index) => (fits(line) ? [index] : []));
}

/** How many lines have each outcome. Their sum is the number of chosen records. */
export function countOutcomes(ledger: Ledger): Record<LineOutcome, number> {
  return countBy(lineOutcomes, ledger, ({ outcome }) => outcome);
}

/** How many lines have each outcome of undoing. */
export function countUndo(ledger: Ledger): Record<UndoOutcome, number> {
  return countBy(undoOutcomes, ledger, ({ undo }) => undo?.outcome);
}

/** How many lines a run, or an undoing, has not brought to a good end: there is something left to do, or to know. */
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
