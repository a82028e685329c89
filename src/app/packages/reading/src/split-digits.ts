import { plainText, type PastedInput } from '@bulk-associate/contract';
import { asInput, type TextContext } from './pasted-text';
import type { Segment } from './segments';
import { isOneNumber, unclearNumber } from './values';

const groupedDigits = /[\d０-９][,，][\d０-９]/;
const onlyDigits = /^[\d，,\s]+$/;

/** Joins the segments of a number that its commas may group: `41,200,000,325`. */
export function withGroupedNumbers(line: string, segments: Segment[]): Segment[] {
  if (!groupedDigits.test(line)) return segments;
  const joined: Segment[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    let last = index;
    while (isWithinNumber(line, segments[last], segments[last + 1])) last += 1;
    const [first, end] = [segments[index], segments[last]];
    if (!first || !end) continue;
    const run = { ...end, start: first.start, text: line.slice(first.start, end.end).trim() };
    if (last > index && !isListOfIds(digitsBetween(line, first, end))) joined.push(run);
    else for (const part of segments.slice(index, last + 1)) joined.push(part);
    index = last;
  }
  return joined;
}

/** The digits and commas from one segment to another, without the words before and behind them. */
function digitsBetween(line: string, first: Segment, last: Segment): string {
  const before = /[\d０-９]*$/.exec(line.slice(Math.max(first.start, first.end - 40), first.end))?.[0] ?? '';
  const behind = /^[\d０-９]*/.exec(line.slice(last.start, last.end))?.[0] ?? '';
  return line.slice(first.end - before.length, last.start + behind.length);
}

/** Whether digits with commas between them are several ids: no number that is grouped, and none with a zero in front. */
function isListOfIds(text: string): boolean {
  const plain = plainText(text);
  const runs = plain.match(/\d[\d,]*/g) ?? [];
  return !isOneNumber(text) && !runs.some((run) => unclearNumber(run)) && !/(?:^|\D)0\d/.test(plain);
}

/** Whether a comma stands between digits, without blanks. */
function isWithinNumber(line: string, one: Segment | undefined, next: Segment | undefined): boolean {
  if (!one || !next || one.separator !== ',') return false;
  return /[\d０-９]/.test(line[one.end - 1] ?? '') && /[\d０-９]/.test(line[next.start] ?? '');
}

/** Whether a text holds nothing but digits and what groups or separates them. */
export function areDigits(text: string): boolean {
  return text.length < 10_000 && onlyDigits.test(plainText(text));
}

/** Whether a text is digits with blanks between them, or a number that may be several. */
export function mayBeNumbers(text: string): boolean {
  return /^\d[\d ]*$/.test(text) || unclearNumber(text) !== undefined;
}

/**
 * Digits, commas and blanks. A comma with a blank behind it separates; one between digits may group them, and so may a
 * single blank.
 */
export function splitDigits(whole: string, context: TextContext): PastedInput[] {
  const parts = whole.split(/[,，]\s+|\s{2,}|\t/).filter(Boolean);
  return parts.flatMap((part) => splitPart(part, context));
}

function splitPart(part: string, context: TextContext): PastedInput[] {
  const numbers = splitNumbers(part, context);
  if (numbers) return numbers;
  const tokens = part.split(/[ \n]+/).filter(Boolean);
  // Commas within, blanks between: `41,200,000,325 41,200,000,326`.
  if (tokens.length > 1 && tokens.some((token) => unclearNumber(token)))
    return tokens.flatMap((token) => splitPart(token, context));
  if (!isListOfIds(part)) return [asInput(part)];
  const items = part.split(/[,，]/).filter((item) => item.trim() !== '');
  return items.flatMap(
    (item) =>
      splitNumbers(item.trim(), context) ??
      item
        .split(/[ \n]+/)
        .filter(Boolean)
        .map(asInput),
  );
}

/** A number that is grouped, or may be: as the person said of it, or whole to be asked about. */
export function splitNumbers(whole: string, context: TextContext): PastedInput[] | undefined {
  if (isOneNumber(whole)) return [asInput(whole)];
  const unclear = unclearNumber(whole);
  if (!unclear) return undefined;
  if (context.numbers === 'list') return unclear.list.map(asInput);
  return [context.numbers === 'grouped' ? { text: whole, values: [unclear.grouped] } : asInput(whole)];
}
