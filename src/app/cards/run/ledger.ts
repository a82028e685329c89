import {
  enterOutcome,
  isUndoable,
  lineOutcomes,
  outcomeBefore,
  undoOutcomeOf,
  undoOutcomes,
  type AssociationLabel,
  type LineOutcome,
  type OutcomeError,
  type Pair,
  type PreviewStatus,
  type ReportedOutcome,
  type UndoOutcome,
} from '@bulk-associate/contract';
import { noAnswer } from '../sdk/call';
import type { CallError } from '../sdk/sdk';
import type { Ending } from './chunked-run';
import type { Operation } from './operation';
import { pairKey, type AnchoredRecord } from './pairs';

/** Whether an operation is carried out, or undone. */
export type Phase = 'run' | 'undo';

/** One pair of a selected record: its status in the review, its outcome, and the error if there is one. */
export interface Line extends AnchoredRecord {
  before: PreviewStatus;
  /** The labels that the association had before the run. Absent if it did not exist, or was not read. */
  labels?: readonly AssociationLabel[] | undefined;
  /** The association that loses Primary to this one. */
  movesFrom?: Pair | undefined;
  /** Labels that HubSpot gave a new association by itself. Absent while they are not read. */
  given?: readonly AssociationLabel[] | undefined;
  /** Whether the association in `movesFrom` still has Primary after the run. Absent while that is not read. */
  isPrimaryKept?: boolean | undefined;
  outcome: LineOutcome;
  error?: OutcomeError | undefined;
  undo?: { outcome: UndoOutcome; error?: OutcomeError | undefined };
}

/** The results of a run: one line per pair, in the order of selection. */
export type Ledger = readonly Line[];

/** One pair, and what the preview says of it. */
export type Reviewed = AnchoredRecord & Pick<Line, 'labels' | 'movesFrom'> & { status: PreviewStatus };

/** The results of a run. Pairs that were not reached have none. */
export type RunEnding = Ending<ReportedOutcome>;

/** The ledger before anything is sent. */
export function openLedger(reviewed: readonly Reviewed[], operation: Operation): Ledger {
  return reviewed.map(({ record, anchor, status, labels, movesFrom }) => ({
    record,
    ...(anchor && { anchor }),
    before: status,
    ...(labels && { labels }),
    ...(movesFrom && { movesFrom }),
    outcome: outcomeBefore(operation, status),
  }));
}

/** Enters the results of a run. `indexes` are the positions of the sent lines, in the order of sending. */
export function enterRun(
  ledger: Ledger,
  indexes: readonly number[],
  ending: RunEnding,
  operation: Operation,
): Ledger {
  // A function that reads no labels says nothing of what was there before.
  const readsLabels = [...ledger, ...ending.results].some((each) => each?.labels !== undefined);
  return enter(ledger, indexes, ending, (line, reported, isResent) => {
    // A record that was not reached keeps its earlier outcome.
    if (!reported) return line;
    return enterOutcome(line, reported, { operation, isResent, readsLabels });
  });
}

/** The positions of what can be undone. */
export function undoable(ledger: Ledger): number[] {
  return indexesOf(ledger, isUndoable);
}

/** Enters the results of an undo. `indexes` are the positions of the sent lines, in the order of sending. */
export function enterUndo(ledger: Ledger, indexes: readonly number[], ending: RunEnding): Ledger {
  return enter(ledger, indexes, ending, (line, reported) => {
    if (!reported) return { ...line, undo: line.undo ?? { outcome: 'not_sent' } };
    return { ...line, undo: { outcome: undoOutcomeOf(reported.status), error: reported.error } };
  });
}

/** Replaces the sent lines. A line that was sent but has no result is `unconfirmed`. */
function enter(
  ledger: Ledger,
  indexes: readonly number[],
  { results, lost, resent, error }: RunEnding,
  written: (line: Line, reported: ReportedOutcome | undefined, isResent: boolean) => Line,
): Ledger {
  const unconfirmed = { status: 'unconfirmed', error: lostError(error) } as const;
  const lines = [...ledger];
  indexes.forEach((index, position) => {
    const line = lines[index];
    const reported = results[position] ?? (lost.has(position) ? unconfirmed : undefined);
    if (line) lines[index] = written(line, reported, resent.has(position));
  });
  return lines;
}

/** What HubSpot did by itself to a pair of a run, as read after it. */
export type AfterRun = Pick<Line, 'given' | 'isPrimaryKept'>;

/** Enters what was read after a run, by `pairKey`. */
export function enterAfterRun(ledger: Ledger, after: ReadonlyMap<string, AfterRun>): Ledger {
  return ledger.map((line) => ({ ...line, ...after.get(pairKey(line)) }));
}

function lostError({ message, code, correlationId }: CallError = noAnswer): OutcomeError {
  return { message, category: code, ...(correlationId && { correlationId }), retryable: true };
}

/** The positions of the lines that fit. */
export function indexesOf(ledger: Ledger, fits: (line: Line) => boolean): number[] {
  return ledger.flatMap((line, index) => (fits(line) ? [index] : []));
}

/** The number of lines with each outcome. The sum is the number of pairs. */
export function countOutcomes(ledger: Ledger): Record<LineOutcome, number> {
  return countBy(lineOutcomes, ledger, ({ outcome }) => outcome);
}

/** The number of lines with each outcome of an undo. */
export function countUndo(ledger: Ledger): Record<UndoOutcome, number> {
  return countBy(undoOutcomes, ledger, ({ undo }) => undo?.outcome);
}

/** The number of lines that are failed, unconfirmed or not sent after a run or its undo. */
export function countOpen(ledger: Ledger, phase: Phase): number {
  const {
    failed,
    unconfirmed,
    not_sent: notSent,
  } = phase === 'run' ? countOutcomes(ledger) : countUndo(ledger);
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
