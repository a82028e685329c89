/** Pasted text, taken apart: a list of values, or a table of which one column is meant. */
export type Pasted = { kind: 'list'; values: string[] } | { kind: 'table'; columns: Column[] };

/** A column of a pasted table, without its heading. */
export interface Column {
  /** Its heading, if the first row is one. */
  heading?: string;
  values: string[];
}

const separators = ['\t', ';', ','];

/** Takes pasted text apart: one value a line, values between separators, or a table from a spreadsheet. */
export function readPastedText(text: string): Pasted {
  const source = text.replace(/^\uFEFF/, '');
  for (const separator of separators) {
    if (!source.includes(separator)) continue;
    const rows = readRows(source, separator);
    const width = rows[0]?.length ?? 0;
    if (rows.length > 1 && width > 1 && rows.every((row) => row.length === width)) {
      return { kind: 'table', columns: columnsOf(rows, width) };
    }
  }
  return { kind: 'list', values: source.split(/\r\n|\r|\n/).flatMap(valuesInLine) };
}

/** One line may hold several values: `1, 2, 3`. Names may hold commas, so only values without spaces are split. */
function valuesInLine(line: string): string[] {
  const parts = line.split(/[\t;,]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore
  const isList = parts.length > 1 && parts.every((part) => !/\s/.test(part));
  if (isList) return parts;
  return line.trim() === '' ? [] : [line.trim()];
}

/** Rows and cells of separated text; a quoted cell may hold separators, line breaks and doubled quotes. */
export function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const cell = readCell(text, at, separator);
    row.push(cell.value);
    const stop = text[cell.end];
    at = cell.end + (stop === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
    if (stop !== separator) endRow();
    else if (at === text.length) row.push('');
  }
  endRow();
  return rows;
}

function readCell(text: string, start: number, separator: string): { value: string; end: number } {
  const quoted = text[start] === '"' ? readQuoted(text, start) : undefined;
  const from = quoted?.end ?? start;
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const rest = text.slice(from, end);
  return { value: ((quoted?.value ?? '') + rest).trim(), end };
}

/** A quoted cell; undefined if its quote is never closed, as in a line that merely begins with one. */
function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function columnsOf(rows: string[][], width: number): Column[] {
  const [first = [], ...others] = rows;
  const hasHeadings = first.every((cell) => cell !== '' && !/[@/\d]/.test(cell));
  const body = hasHeadings ? others : rows;
  return Array.from({ length: width }, (_, index) => ({
    ...(hasHeadings && { heading: first[index] ?? '' }),
    values: body.map((row) => row[index] ?? ''),
  }));
}
