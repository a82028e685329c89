import type {
  AssociationStatus,
  OutcomeError,
  PreviewStatus,
  RecordRef,
  RemovalStatus,
} from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import type { Ending } from './chunked-run';

/** What became of one chosen record. Every chosen record has exactly one of these. */
export const fates = ['failed', 'unconfirmed', 'not_sent', 'associated', 'already', 'skipped'] as const;
export type Fate = (typeof fates)[number];

/** What became of the undoing of one record's link. */
export const undoFates = ['removed', 'kept', 'failed', 'unconfirmed', 'not_sent'] as const;
export type UndoFate = (typeof undoFates)[number];

/** One chosen record: what was known before, what became of it, and why. */
export interface Line {
  record: RecordRef;
  before: PreviewStatus;
  fate: Fate;
  error?: OutcomeError;
  undo?: { fate: UndoFate; error?: OutcomeError };
}

/** The account of a run: one line per chosen record, in the order in which they were chosen. */
export type Ledger = readonly Line[];

/** What the review said of one chosen record. */
export interface Reviewed {
  record: RecordRef;
  status: PreviewStatus;
}

/** What an app function said of one record. */
export interface Outcome<Status extends string> {
  status: Status;
  error?: OutcomeError;
}

export type AssociateEnding = Ending<Outcome<AssociationStatus>>;
export type RemoveEnding = Ending<Outcome<RemovalStatus>>;

/** Whether a reviewed record is sent: one that is new, or of which HubSpot could not tell beforehand. */
export function isSent(status: PreviewStatus): boolean {
  return status === 'new' || status === 'unknown';
}

/** Before anything is sent. */
export function openLedger(reviewed: readonly Reviewed[]): Ledger {
  return reviewed.map(({ record, status }) => ({ record, before: status, fate: fateBefore(status) }));
}

function fateBefore(status: PreviewStatus): Fate {
  if (isSent(status)) return 'not_sent';
  return status === 'already_associated' ? 'already' : 'skipped';
}

/** Enters what a run came to for the lines it was given (`indexes`, in the order in which they were sent). */
export function enterRun(ledger: Ledger, indexes: readonly number[], ending: AssociateEnding): Ledger {
  const lines = [...ledger];
  indexes.forEach((index, position) => {
    const line = lines[index];
    if (!line) return;
    const { record, before } = line;
    const { status, error } = outcomeOf(ending, position, line);
    lines[index] = {
      record,
      before,
      fate: status === 'not_attempted' ? 'not_sent' : status,
      ...(error && { error }),
    };
  });
  return lines;
}

function outcomeOf(ending: AssociateEnding, position: number, line: Line): Outcome<AssociationStatus> {
  const result = ending.results[position];
  if (result) return result;
  if (ending.lost.has(position)) return { status: 'unconfirmed', error: lostError(ending.error) };
  // A retry that did not get to this record leaves what was known of it.
  if (line.fate === 'failed' || line.fate === 'unconfirmed') {
    return { status: line.fate, ...(line.error && { error: line.error }) };
  }
  return { status: 'not_attempted' };
}

/** The links to undo: made by this run, and known not to have been there before. */
export function undoable(ledger: Ledger): number[] {
  return indexesOf(
    ledger,
    ({ fate, before, undo }) =>
      fate === 'associated' && before === 'new' && undo?.fate !== 'removed' && undo?.fate !== 'kept',
  );
}

/** Enters what the undoing came to for the lines it was given. */
export function enterUndo(ledger: Ledger, indexes: readonly number[], ending: RemoveEnding): Ledger {
  const lines = [...ledger];
  indexes.forEach((index, position) => {
    const line = lines[index];
    if (line) lines[index] = { ...line, undo: undoOf(ending, position) };
  });
  return lines;
}

function undoOf(ending: RemoveEnding, position: number): NonNullable<Line['undo']> {
  const result = ending.results[position];
  if (!result) {
    return ending.lost.has(position)
      ? { fate: 'unconfirmed', error: lostError(ending.error) }
      : { fate: 'not_sent' };
  }
  const { status, error } = result;
  const fate = status === 'not_attempted' || status === 'skipped' ? 'not_sent' : status;
  return { fate, ...(error && { error }) };
}

function lostError(error: CallError | undefined): OutcomeError {
  return {
    message: error?.message ?? 'The app function did not answer.',
    category: error?.code ?? 'NO_ANSWER',
    ...(error?.correlationId && { correlationId: error.correlationId }),
    retryable: true,
  };
}

/** Where the lines are that fit. */
export function indexesOf(ledger: Ledger, fits: (line: Line) => boolean): number[] {
  return ledger.flatMap((line, index) => (fits(line) ? [index] : []));
}

/** How many lines have each fate. Their sum is the number of chosen records. */
export function countFates(ledger: Ledger): Record<Fate, number> {
  return countBy(fates, ledger, ({ fate }) => fate);
}

/** How many lines have each fate of undoing. */
export function countUndo(ledger: Ledger): Record<UndoFate, number> {
  return countBy(undoFates, ledger, ({ undo }) => undo?.fate);
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
