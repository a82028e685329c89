import { maxColumns } from '@bulk-associate/contract';
import { readRows } from './cells';
import { isLegalForm, isSurelyValue, kindOfCell, kindOfCells, type CellKind } from './contents';
import { readHeading } from './headings';
import type { TextContext } from './pasted-text';

/** Separated text as rows of equal width. */
export interface Table {
  /** Lines above the table. */
  titles: string[];
  headings: string[] | undefined;
  rows: string[][];
  width: number;
}

interface Candidate extends Table {
  /** The higher, the surer: 3 with known headings, 2 with a column that tells, 1 with equal widths alone. */
  score: number;
}

/** Rows above a table that may be its title. */
const mostTitles = 5;

/** Finds the table that a text is, or undefined where it reads better as a list. */
export function tableIn(source: string, context: TextContext): Table | undefined {
  const [, declared] = /^sep=(.)\n/i.exec(source) ?? [];
  const text = declared === undefined ? source : source.slice('sep=,\n'.length);
  const sample = beginningOf(text);
  let best: (Candidate & { separator: string }) | undefined;
  for (const separator of declared === undefined ? ['\t', ';', ',', '|'] : [declared]) {
    const candidate = candidateFor(sample, separator, context);
    if (candidate && candidate.score > (best?.score ?? 0)) best = { ...candidate, separator };
  }
  if (!best || sample.length === text.length) return best;
  // The same titles and headings as in the sample, and all rows.
  const { titles, headings, separator } = best;
  const rows = cellsOf(text, separator).rows.slice(titles.length + (headings ? 1 : 0));
  return { ...tableOf([], headings, rows), titles };
}

/** Lines that show whether a text is a table. */
const sampledLines = 1000;

function beginningOf(text: string): string {
  let end = -1;
  for (let line = 0; line < sampledLines; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
}

function cellsOf(text: string, separator: string): { rows: string[][]; ruledAt: number } {
  const read = readRows(text, separator).map(withoutTrailingEmpties);
  return separator === '|' ? withoutRules(read) : { rows: read, ruledAt: -1 };
}

function candidateFor(text: string, separator: string, context: TextContext): Candidate | undefined {
  if (!text.includes(separator)) return undefined;
  if (!text.trim().includes('\n')) return separator === '\t' ? loneRow(text) : undefined;
  const { rows, ruledAt } = cellsOf(text, separator);
  if (rows.length < 2) return undefined;
  return withKnownHeadings(rows, ruledAt, context) ?? withoutKnownHeadings(rows, text, separator);
}

/** A single row of a spreadsheet: words beside values, of which the numbers need not be ids. */
function loneRow(text: string): Candidate | undefined {
  const [row = []] = readRows(text, '\t');
  if (row.length > maxColumns) return undefined;
  const kinds = new Set(row.map(kindOfCell));
  kinds.delete('empty');
  return kinds.has('text') && kinds.size > 1 ? { ...tableOf([], undefined, [row]), score: 1 } : undefined;
}

function withoutTrailingEmpties(row: string[]): string[] {
  let { length } = row;
  while (length > 0 && row[length - 1] === '') length -= 1;
  return length === row.length ? row : row.slice(0, length);
}

/** Markdown's rows begin and end with a bar, and a row of dashes stands beneath the headings. */
function withoutRules(read: string[][]): { rows: string[][]; ruledAt: number } {
  let ruledAt = -1;
  const rows: string[][] = [];
  for (const row of read) {
    const cells = row[0] === '' ? row.slice(1) : row;
    if (cells.every((cell) => /^[:+\-=─┼┌┐└┘├┤┬┴ ]*$/.test(cell))) {
      if (rows.length === 1 && ruledAt < 0) ruledAt = 0;
    } else rows.push(cells);
  }
  return { rows, ruledAt };
}

/** A table whose headings are known, however many cells its rows have. Of several rows, the one with the most of them. */
function withKnownHeadings(rows: string[][], ruledAt: number, context: TextContext): Candidate | undefined {
  let at = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, Math.min(mostTitles + 1, rows.length - 1)).entries()) {
    const known = index === ruledAt ? row.length : knownHeadings(row, context);
    if (row.length < 2 || known <= most || row.some(isSurelyValue)) continue;
    at = index;
    most = known;
  }
  const headings = rows[at] ?? [];
  const titles = rows.slice(0, Math.max(0, at));
  const body = rows.slice(at + 1);
  const filled = body.filter((each) => each.length > 1).length;
  if (most === 0 || titles.some(({ length }) => length > headings.length) || filled * 2 < body.length)
    return undefined;
  return { ...tableOf(titles, headings, body), score: 3 + most / maxColumns };
}

function knownHeadings(row: readonly string[], { objectType, typeNames }: TextContext): number {
  if (row.length > maxColumns) return 0;
  return row.filter((cell) => readHeading(cell, objectType, typeNames) !== undefined).length;
}

function tableOf(titles: string[][], headings: string[] | undefined, rows: string[][]): Table {
  const width = Math.max(widthOf(rows), headings?.length ?? 0);
  return { titles: titles.map((title) => title.join(' ')), headings, rows, width };
}

function withoutKnownHeadings(read: string[][], text: string, separator: string): Candidate | undefined {
  const start = read.findIndex((row) => row.length > 1);
  if (start < 0 || start > mostTitles) return undefined;
  const rows = read.slice(start);
  const shape = shapeOf(rows);
  if (rows.length < 2 || shape.width > maxColumns) return undefined;
  const score = scoreOf(rows, shape, text, separator);
  if (score === 0) return undefined;
  const [first = [], ...others] = rows;
  const isHeading = isHeadingByContent(first, shape.kinds);
  const titles = read.slice(0, start);
  return { ...(isHeading ? tableOf(titles, first, others) : tableOf(titles, undefined, rows)), score };
}

function widthOf(rows: readonly string[][]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

interface Shape {
  width: number;
  /** The shares of rows with more than one cell, and with as many as the widest. */
  filled: number;
  even: number;
  kinds: (CellKind | undefined)[];
}

function shapeOf(rows: string[][]): Shape {
  const width = widthOf(rows);
  const filled = rows.filter((row) => row.length > 1 && row.filter(Boolean).length > 1).length / rows.length;
  const even = rows.filter((row) => row.length === width).length / rows.length;
  const sample = rows.slice(1, 201);
  const kinds = Array.from({ length: Math.min(width, maxColumns) }, (_, index) =>
    kindOfCells(sample.map((row) => row[index] ?? '')),
  );
  return { width, filled, even, kinds };
}

/** How sure it is that rows without known headings are a table: 0 where a list is more plausible. */
function scoreOf(rows: string[][], shape: Shape, text: string, separator: string): number {
  const { width, filled, even, kinds } = shape;
  const isTelling = (kind: CellKind | undefined) => kind === 'email' || kind === 'link' || kind === 'domain';
  const telling = kinds.filter(isTelling).length;
  if (isMailList(text, separator) || areNumbers(text, separator)) return 0;
  // Every cell an email address or a link: values of a list, several in a line.
  if (telling === width && new Set(kinds).size === 1) return 0;
  if (separator === '\t') return filled >= 0.5 ? 2 : 0;
  if (telling > 0 && telling < width && filled >= 0.8) return 2;
  if (kinds.every((kind) => kind === 'number' || kind === 'id')) return even > 0.99 ? 1 : 0;
  if (separator === ';') return even >= 0.9 ? 1 : 0;
  if (separator === '|' || even <= 0.99) return 0;
  return areNames(rows, text, width) ? 0 : 1;
}

/** Most lines hold an address in angle brackets: recipients, as mail programs write them. */
function isMailList(text: string, separator: string): boolean {
  if (separator === '\t' || separator === '|') return false;
  const addresses = text
    .split('>', 2000)
    .filter((part) => part.includes('@', part.lastIndexOf('<') + 1) && part.includes('<')).length;
  return addresses * 2 >= Math.min(2000, text.split('\n', 2000).length);
}

/** Lines of grouped numbers, of which the commas are no separators. */
function areNumbers(text: string, separator: string): boolean {
  if (separator !== ',') return false;
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '');
  const grouped = lines.filter((line) => line.length < 100 && isGrouped(line)).length;
  return grouped > 0 && grouped * 2 >= lines.length;
}

function isGrouped(line: string): boolean {
  return line.includes(',') && !line.replace(/\d{1,3}(?:,\d{3})+(?!\d)/g, '').includes(',');
}

/** Lines of names with commas in them: `Wingtip, Inc.` below each other, or `Smith, Ann`. */
function areNames(rows: string[][], text: string, width: number): boolean {
  const sample = rows.slice(0, 200);
  const last = sample.filter((row) => isLegalForm(row.at(-1) ?? '')).length;
  if (last * 2 >= sample.length) return true;
  // A line that ends in a comma goes on in the next.
  if (/,[^\S\n]*\n/.test(text.slice(0, 10_000))) return true;
  if (width !== 2) return false;
  const lines = text.split('\n', 200);
  const spaced = lines.filter((line) => /,\s/.test(line)).length;
  return spaced * 2 > lines.length;
}

/** Whether a first row holds headings: no cell of it looks like what its column holds, and a column tells that. */
function isHeadingByContent(first: readonly string[], kinds: Shape['kinds']): boolean {
  if (first.some(isSurelyValue) || first.some((cell) => cell === '')) return false;
  let tells = false;
  for (const [index, cell] of first.entries()) {
    const kind = kinds[index];
    if (kind === undefined || kind === 'text') continue;
    const own = kindOfCell(cell);
    if (own === kind || (own === 'number' && kind === 'id')) return false;
    tells = true;
  }
  return tells;
}
