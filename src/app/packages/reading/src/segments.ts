/** A part of a line, where it stands in it, and the separator behind it; empty at the end. */
export interface Segment {
  text: string;
  start: number;
  end: number;
  separator: string;
}

/** Opening character -> what closes it. Separators between them separate nothing. */
const pairs: Record<string, string> = { '"': '"', '<': '>', '(': ')', '[': ']', '“': '”', '「': '」' };
/** Characters between an opening one and its closing one, at most. */
const widest = 2000;

/** Every separator that people write, the full-width ones too, and every opening character. */
const special = /[\t;；,，、|｜"<([“「]/g;

/** A line with more values is none that a person wrote, and none that could be looked up. */
const mostSegments = 100_000;

/**
 * Splits a line at all its separators, but not within quotes and brackets, in time proportional to its length. A line with
 * more than 100,000 separators stays whole.
 */
export function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  /** Where each closing character comes next. */
  let closings: Record<string, number> | undefined;
  special.lastIndex = 0;
  while (special.test(line)) {
    const at = special.lastIndex - 1;
    const character = line[at] ?? '';
    const closing = pairs[character];
    if (closing === undefined) {
      segments.push(segment(line, start, at, plainSeparator(character)));
      start = at + 1;
      if (segments.length > mostSegments) return [segment(line, 0, line.length, '')];
      continue;
    }
    // A quote within a word is an inch or a nickname's: only at the beginning does it open anything.
    if (character === '"' && line.slice(start, at).trim() !== '') continue;
    closings ??= {};
    let close = closings[closing] ?? 0;
    if (close >= 0 && close <= at) {
      close = line.indexOf(closing, at + 1);
      closings[closing] = close;
    }
    if (close > 0 && close - at <= widest) special.lastIndex = close + 1;
  }
  segments.push(segment(line, start, line.length, ''));
  return segments;
}

function segment(line: string, start: number, end: number, separator: string): Segment {
  return { text: line.slice(start, end).trim(), start, end, separator };
}

function plainSeparator(character: string): string {
  const at = '；，｜'.indexOf(character);
  return at < 0 ? character : (';,|'[at] ?? character);
}
