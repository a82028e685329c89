import {
  enterOutcome,
  isUndoable,
  outcomeBefore,
  previewStatuses,
  undoOutcomeOf,
  type Finding,
  type LineOutcome,
  type OutcomeError,
  type ReportedOutcome,
  type RunLine,
  type RunLineResult,
  type RunOperation,
  type UndoOutcome,
} from '@bulk-associate/contract';

/** A line as it is stored: its position is that of its part plus its place in it. */
export interface StoredLine extends Omit<RunLineResult, 'position'> {
  /** The revision in which it was settled. */
  done?: number;
  /** The revision in which it was sent in a call that may have done its work, but gave no outcome. */
  resent?: number;
  /** The revision before which HubSpot was asked what the pair has, or after which what it did to the pair by itself. */
  read?: number;
}

/** What a revision of a run does with its lines. */
export interface Revision {
  phase: 'run' | 'undo';
  revision: number;
  operation: RunOperation;
  /** The outcomes of the lines that are sent, where it is not an undo. */
  selection: readonly string[];
}

/** How many lines have each outcome, have each outcome of an undo, and can be undone. */
export interface Counts {
  outcomes: Partial<Record<LineOutcome, number>>;
  undone: Partial<Record<UndoOutcome, number>>;
  undoable: number;
}

/** The counts of no lines. */
export const noCounts: Readonly<Counts> = { outcomes: {}, undone: {}, undoable: 0 };

/** A line as it arrives. */
export function openLine(line: RunLine, operation: RunOperation): StoredLine {
  return { ...line, outcome: outcomeBefore(operation, line.before) };
}

/** Whether the revision has yet to settle the line. */
export function isOpen(line: StoredLine, { phase, revision, selection }: Revision): boolean {
  if (line.done === revision) return false;
  return phase === 'undo' ? isUndoable(line) : selection.includes(line.outcome);
}

/**
 * Whether what the pair has must be read and stored before it is removed. The function that removes it tells too, but with
 * an answer that a crash may lose, and then nobody could give it back.
 */
export function isReadFirst(line: StoredLine, { phase, operation }: Revision): boolean {
  if (phase === 'undo' || operation.name !== 'remove' || line.outcome !== 'not_sent') return false;
  const isKnown = line.before !== 'unknown' && line.labels !== undefined;
  return !isKnown && line.read === undefined && line.resent === undefined;
}

/** Enters what a pair was found to have before it was sent. A line that has no work then is settled. */
export function enterRead(line: StoredLine, reported: ReportedOutcome, of: Revision): StoredLine {
  const before = previewStatuses.find((status) => status === reported.status) ?? 'unknown';
  const outcome = outcomeBefore(of.operation, before);
  const { labels = line.labels } = reported;
  const error = reported.error && withoutAddresses(reported.error);
  return {
    ...line,
    before,
    outcome,
    read: of.revision,
    ...(labels && { labels }),
    ...(outcome !== 'not_sent' && { done: of.revision, ...(error && { error }) }),
  };
}

/** Notes that the line was sent in a call that may have done its work. */
export function markSent(line: StoredLine, { revision }: Revision): StoredLine {
  return { ...line, resent: revision };
}

/** Enters what a function reported of the line's pair. */
export function settle(line: StoredLine, reported: ReportedOutcome, of: Revision): StoredLine {
  const { revision, operation } = of;
  const error = reported.error && withoutAddresses(reported.error);
  if (of.phase === 'undo') {
    const undo = { outcome: undoOutcomeOf(reported.status), ...(error && { error }) };
    return { ...line, undo, done: revision };
  }
  const finding: Finding = {
    operation,
    isResent: line.resent === revision,
    // The engine reads them before it removes, and before it writes labels.
    readsLabels: operation.name === 'remove' || operation.label !== undefined,
  };
  return { ...enterOutcome(line, { ...reported, error }, finding), done: revision };
}

/** Settles a line that was sent, and of which no outcome will come. */
export function giveUp(line: StoredLine, of: Revision, error: OutcomeError): StoredLine {
  if (line.resent !== of.revision || !isOpen(line, of)) return line;
  return settle(line, { status: 'unconfirmed', error }, of);
}

/** Counts lines. An outcome that no line has is left out. */
export function countLines(lines: readonly StoredLine[]): Counts {
  const counts: Counts = { outcomes: {}, undone: {}, undoable: 0 };
  for (const line of lines) {
    add(counts.outcomes, line.outcome, 1);
    if (line.undo) add(counts.undone, line.undo.outcome, 1);
    if (isUndoable(line)) counts.undoable += 1;
  }
  return counts;
}

/** The counts of all parts together, or with `sign` -1 the difference. */
export function sumOf(one: Counts, other: Counts, sign: 1 | -1 = 1): Counts {
  const sum: Counts = {
    outcomes: { ...one.outcomes },
    undone: { ...one.undone },
    undoable: one.undoable + sign * other.undoable,
  };
  for (const name of ['outcomes', 'undone'] as const)
    for (const [word, n] of Object.entries(other[name])) add(sum[name], word, sign * n);
  return sum;
}

function add(counts: Record<string, number>, word: string, n: number): void {
  counts[word] = (counts[word] ?? 0) + n;
}

/** The line as it is answered. What an undo has not reached is `not_sent`. */
export function resultOf(line: StoredLine, position: number, wasUndone: boolean): RunLineResult {
  const result: RunLineResult & StoredLine = { position, ...line };
  delete result.done;
  delete result.resent;
  delete result.read;
  if (wasUndone && !line.undo && isUndoable(line)) result.undo = { outcome: 'not_sent' };
  return result;
}

/**
 * The error as it is stored. HubSpot words its messages freely: of a person they may hold an address, and nothing of a
 * person is stored. NUL and half a surrogate pair have no place in a database's JSON.
 */
export function withoutAddresses<Error extends { message: string }>(error: Error): Error {
  const message = error.message.replaceAll(/[\0\p{Surrogate}]/gu, '').replaceAll(/\S+@\S+/g, '…');
  return { ...error, message };
}
