import {
  isBinary,
  maxTextLength,
  readingKinds,
  unreadableReasons,
  type LineStatus,
  type NumberKind,
  type PastedInput,
  type ResolvedLine,
  type UnreadableReason,
} from '@bulk-associate/contract';
import type { ChosenRecord } from '../../panel/selection';

/** A line of the pasted text or a row of its table, and the result of its look-up. */
export interface PastedLine {
  /** As pasted, or as corrected. */
  text: string;
  /** What to look up, in this order. */
  values: readonly string[];
  /** What digits alone are in each value, where a heading says it. */
  numbers?: readonly (NumberKind | '')[] | undefined;
  /** How many of the values have been looked up or refused. */
  done: number;
  /** A person's name beside an email address. */
  name?: string | undefined;
  /** The result so far. `self`: the record being viewed. */
  status: LineStatus | 'self';
  reason?: UnreadableReason | 'parent_domain' | undefined;
  /** With `parent_domain`: the domain that no company has, and the one above it that the candidates have. */
  parent?: ResolvedLine['parent'];
  /** The records found: one with `found`, the candidates with `several`. */
  records: readonly ChosenRecord[];
  /** The candidate that the user picked. */
  picked?: ChosenRecord | undefined;
  /** The number of the look-up of a correction, while it is awaited. */
  mending?: number | undefined;
}

type Finding = Pick<PastedLine, 'status' | 'reason' | 'parent' | 'records'>;

/** A line before its look-up. */
export function lineOf({ text, values, numbers, name }: PastedInput): PastedLine {
  return { text, values, numbers, name, done: 0, status: 'unknown', records: [] };
}

/** Whether a value of the line is still to be looked up. */
export function isOpen({ done, values }: PastedLine): boolean {
  return done < values.length;
}

/** The value to be looked up next. */
export function nextValue({ values, done }: PastedLine): string {
  return values[done] ?? '';
}

/** What digits alone are in that value; empty where nothing says it. */
export function nextNumbers({ numbers, done }: PastedLine): NumberKind | '' {
  return numbers?.[done] ?? '';
}

/** Passes over the values that the function does not accept, and notes the reason. All others are read by the function. */
export function withRefusals(line: PastedLine): PastedLine {
  let next = line;
  while (isOpen(next)) {
    const value = nextValue(next);
    const isLong = value.length > maxTextLength;
    if (!isLong && !isBinary(value)) return next;
    const reason = isBinary(value.slice(0, maxTextLength)) ? 'binary' : 'too_long';
    next = withFinding(next, { status: 'unreadable', reason, records: [] });
  }
  return next;
}

/** Enters the answer to the line's next value. `isSelf`: whether an id is that of the record being viewed. */
export function withAnswer(
  line: PastedLine,
  answer: ResolvedLine,
  isSelf: (id: string) => boolean,
): PastedLine {
  const by = readingKinds.find((kind) => kind === answer.by);
  const records = answer.records.map((record) => (by ? { ...record, by } : record));
  const { status, parent } = answer;
  return asSelf(withFinding(line, { status, reason: reasonOf(answer), parent, records }), isSelf);
}

function asSelf(line: PastedLine, isSelf: (id: string) => boolean): PastedLine {
  const isItself = line.status === 'found' && line.records.some(({ id }) => isSelf(id));
  return isItself ? { ...line, status: 'self' } : line;
}

/** A function deployed later may send a reason that the card has no words for. */
function reasonOf({ status, reason }: ResolvedLine): PastedLine['reason'] {
  if (status === 'several') return reason === 'parent_domain' ? reason : undefined;
  if (status !== 'unreadable') return undefined;
  return unreadableReasons.find((known) => known === reason) ?? 'unreadable';
}

function withFinding(line: PastedLine, finding: Finding): PastedLine {
  const merged = line.done === 0 ? finding : merge(line, finding);
  const done = merged.status === 'found' ? line.values.length : line.done + 1;
  return { ...line, ...merged, done };
}

/**
 * Two values of a row. One record settles the row, unless an earlier value has named others. Candidates are narrowed to
 * those that both values name. Otherwise the earlier value counts, whose column was the better one.
 */
function merge(before: Finding, now: Finding): Finding {
  if (now.records.length === 0) return before.reason === 'no_text' ? now : before;
  if (before.records.length === 0 || isOffer(before)) return isOffer(now) && isOffer(before) ? before : now;
  if (isOffer(now)) return before;
  const ids = new Set(now.records.map(({ id }) => id));
  const common = before.records.filter(({ id }) => ids.has(id));
  if (common.length > 0)
    return {
      status: common.length === 1 ? 'found' : 'several',
      reason: undefined,
      parent: undefined,
      records: common,
    };
  return now.status === 'found' ? { ...before, records: [...before.records, ...now.records] } : before;
}

/** Records of the parent domain are offered, never taken. */
function isOffer({ reason }: Finding): boolean {
  return reason === 'parent_domain';
}
