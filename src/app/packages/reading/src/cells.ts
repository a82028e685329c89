/**
 * Characters without a shape that belong to no word of any language: soft hyphen, zero width space, direction marks, word
 * joiner, byte order mark. The joiners of Persian and of Indian languages are not among them.
 */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+/g;
const invisibleInNumber = /([\d,])\p{Default_Ignorable_Code_Point}+(?=[\d,])/gu;

/** The text with every kind of line break as `\n`, and without what nobody sees and what would hide a number's form. */
export function withPlainBreaks(text: string): string {
  const visible = text.replace(invisible, '').replace(invisibleInNumber, '$1');
  // Terminals draw the lines of a table with these.
  return visible.replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n').replace(/[│┃║]/g, '|');
}

/** How a formula with quoted parts begins; its commas separate nothing. */
const longestFormula = 2000;
const formula = /^=[A-Z]{1,20}\(/i;

/**
 * Rows and cells of separated text (RFC 4180), in time proportional to its length. A quoted cell may hold separators, line
 * breaks and doubled quotes. A quote that is never closed, or behind whose end the cell goes on, is part of the text.
 * Rows without any text are left out.
 */
export function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  const next = { separator: finder(text, separator), lineBreak: finder(text, '\n') };
  let row: string[] = [];
  let hasText = false;
  for (let at = 0; at <= text.length;) {
    const start = withoutBlanks(text, at);
    const quote = text[start] === '"' ? closingQuote(text, start, separator) : -1;
    const from = quote >= 0 ? quote : afterFormula(text, start, next.lineBreak(start));
    const end = Math.min(next.separator(from), next.lineBreak(from));
    const cell = quote >= 0 ? text.slice(start + 1, quote).replaceAll('""', '"') : text.slice(at, end);
    const value = cell.trim();
    row.push(value);
    hasText ||= value !== '';
    at = end + 1;
    if (text[end] === separator) continue;
    if (hasText) rows.push(row);
    row = [];
    hasText = false;
  }
  return rows;
}

/** Lines of a list. A line that begins with a quoted cell goes on until the cell ends. */
export function readLines(text: string): string[] {
  if (!text.includes('"')) return text.split('\n');
  const lines: string[] = [];
  for (let at = 0; at <= text.length;) {
    const start = withoutBlanks(text, at);
    const quote = text[start] === '"' ? closingQuote(text, start, ',;|\t') : -1;
    const found = text.indexOf('\n', Math.max(start, quote));
    const end = found < 0 ? text.length : found;
    lines.push(text.slice(at, end));
    at = end + 1;
  }
  return lines;
}

/** Finds the next place of a character, at or behind an index that never goes back. */
function finder(text: string, character: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = text.indexOf(character, from);
      found = next < 0 ? text.length : next;
    }
    return found;
  };
}

function withoutBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** Where the quote is closed that begins at `start`, if a separator or the end of the line follows; -1 otherwise. */
function closingQuote(text: string, start: number, separators: string): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const after = text[withoutBlanks(text, at + 1)];
    return after === undefined || after === '\n' || separators.includes(after) ? at : -1;
  }
  return -1;
}

/** Behind the closing bracket of a formula in the same line; the start where there is no formula. */
function afterFormula(text: string, start: number, lineEnd: number): number {
  if (text[start] !== '=' || !formula.test(text.slice(start, start + 22))) return start;
  const close = text.slice(start, Math.min(lineEnd, start + longestFormula)).indexOf(')');
  return close < 0 ? start : start + close;
}
