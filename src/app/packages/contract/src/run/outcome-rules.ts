import type { AssociationLabel, OutcomeError, Pair, PreviewStatus } from '../associations';
import { lineOutcomes, undoOutcomes, type LineOutcome, type UndoOutcome } from '../outcomes';
import { distinct, labelKey } from './labels';

/** What is done with the pairs of a run. */
interface Operation {
  name: 'associate' | 'remove';
  label?: AssociationLabel | undefined;
}

/** The part of a line that outcomes are entered into. */
interface Line {
  before: PreviewStatus;
  /** The labels that the association had before the run. Absent if it did not exist, or was not read. */
  labels?: readonly AssociationLabel[] | undefined;
  outcome: LineOutcome;
  error?: OutcomeError | undefined;
  undo?: { outcome: UndoOutcome; error?: OutcomeError | undefined };
}

/** The outcome that an app function returned for one pair. */
export interface ReportedOutcome {
  status: string;
  error?: OutcomeError | undefined;
  labels?: readonly AssociationLabel[] | undefined;
  movesFrom?: Pair | undefined;
}

/** What a preview finds of a pair that the operation has work with, or that could not be read. */
const sentStatuses: Readonly<Record<Operation['name'], readonly PreviewStatus[]>> = {
  associate: ['new', 'adds_label', 'unknown'],
  remove: ['already_associated', 'unknown'],
};

/** Whether the operation sends a record with this status in the review. */
export function isSent({ name }: Operation, status: PreviewStatus): boolean {
  return sentStatuses[name].includes(status);
}

/** The outcome of a record before anything is sent: `not_sent`, or final because there is nothing to do. */
export function outcomeBefore(operation: Operation, status: PreviewStatus): LineOutcome {
  if (isSent(operation, status)) return 'not_sent';
  if (status === 'already_associated') return 'already';
  const isAbsent = status === 'new' || status === 'adds_label' || status === 'over_limit';
  return operation.name === 'remove' && isAbsent ? 'absent' : 'skipped';
}

/** How an outcome was found. */
export interface Finding {
  operation: Operation;
  /** Whether the pair was also sent in an earlier call that may have done its work, but gave no outcome. */
  isResent: boolean;
  /** Whether the function reads the labels of a pair before it writes. */
  readsLabels: boolean;
}

/** Enters what a function reported of the pair of a line. */
export function enterOutcome<L extends Line>(
  line: L,
  reported: ReportedOutcome,
  { operation, isResent, readsLabels }: Finding,
): L {
  const { status, error } = reported;
  const isFirst = line.outcome === 'not_sent' && !isResent;
  // What was read just before the first write is newer than the review. Later answers show what the run has changed.
  const labels = isFirst && reported.labels ? reported.labels : union(line.labels, reported.labels);
  const entered = { ...line, outcome: outcomeOf(status), error, ...(labels && { labels }) };
  if (!isFirst && !isKnownToHaveHad(operation, line, labels)) delete entered.labels;
  return isFirst && readsLabels ? { ...entered, ...changedSince(operation, reported) } : entered;
}

/**
 * What somebody else did to a pair between the review and its first write, as the read before the write shows. An undo must
 * not take it back.
 */
function changedSince(
  { name, label }: Operation,
  { status, labels }: ReportedOutcome,
): Partial<Pick<Line, 'before' | 'outcome'>> {
  const hasLabel = label && labels?.some((each) => labelKey(each) === labelKey(label));
  if (name === 'remove') {
    const isAbsent = label ? !hasLabel : labels === undefined;
    return status === 'removed' && isAbsent ? { outcome: 'absent' } : {};
  }
  if (status !== 'associated' || !label || !labels) return {};
  return hasLabel ? { before: 'already_associated', outcome: 'already' } : { before: 'adds_label' };
}

/**
 * Whether it is known that the pair had the label that was removed. If it is not, because the pair was not reviewed and the
 * answer to its first removal was lost, an undo must not give it the label.
 */
function isKnownToHaveHad(
  { name, label }: Operation,
  { before }: Line,
  labels: readonly AssociationLabel[] | undefined,
): boolean {
  if (name !== 'remove' || !label || before === 'already_associated') return true;
  return labels?.some((each) => labelKey(each) === labelKey(label)) ?? false;
}

/** The labels of both. Undefined if neither is known. */
function union(
  one: readonly AssociationLabel[] | undefined,
  other: readonly AssociationLabel[] | undefined,
): readonly AssociationLabel[] | undefined {
  return one && other ? distinct([...one, ...other]) : (one ?? other);
}

/**
 * Whether a line can be undone: an association or a label that the run created, and that is known not to have existed
 * before; or one that it removed, of which the labels are known.
 */
export function isUndoable({ outcome, before, labels, undo }: Line): boolean {
  if (undo?.outcome === 'undone' || undo?.outcome === 'kept') return false;
  if (outcome === 'associated') return before === 'new' || before === 'adds_label';
  return outcome === 'removed' && labels !== undefined;
}

function outcomeOf(status: string): LineOutcome {
  return (lineOutcomes as readonly string[]).includes(status) ? (status as LineOutcome) : 'unconfirmed';
}

/** An undo removes what was associated, and associates what was removed. */
export function undoOutcomeOf(status: string): UndoOutcome {
  if (status === 'removed' || status === 'associated') return 'undone';
  if (status === 'skipped') return 'not_sent';
  return (undoOutcomes as readonly string[]).includes(status) ? (status as UndoOutcome) : 'unconfirmed';
}
