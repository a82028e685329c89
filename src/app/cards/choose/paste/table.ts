/** Parsed text: a list of values, or the columns of a table. */
export type Pasted = { values: string[] } | { columns: Column[] };

/** A column of a pasted table, without its heading. */
export interface Column {
  /** Its heading, if the first row holds headings. */
  heading?: string;
  values: string[];
}

/** Parses pasted text: one value a line, values between separators, or a table from a spreadsheet. */
export function readPastedText(text: string): Pasted {
  const source = text.replace(/^\uFEFF/, '');
  for (const separator of ['\t', ';', ',']) {
    const rows = readRows(source, separator);
    const width = rows[0]?.length ?? 0;
    if (rows.length > 1 && width > 1 && rows.every((row) => row.length === width)) {
      return { columns: columnsOf(rows) };
    }
  }
  return { values: source.split(/[\r\n]/).flatMap(valuesInLine) };
}

/** Splits a line such as `1, 2, 3`. Names may contain commas, so a line is split only if no part contains a space. */
function valuesInLine(line: string): string[] {
  const parts = trimmed(line.split(/[\t;,]/));
  return parts.length > 1 && !parts.some((part) => /\s/.test(part)) ? parts : trimmed([line]);
}

function trimmed(values: string[]): string[] {
  return values.map((value) => value.trim()).filter(Boolean);
}

/**
 * The rows and cells of separated text. A quoted cell may contain separators, line breaks and doubled quotes. A quote
 * that is never closed is part of the text. Rows without text are left out.
 */
export function readRows(text: string, separator: string): string[][] {
  const quoted = '"([^"]*(?:""[^"]*)*)"(?!")';
  const cell = new RegExp(`(?:${quoted})?([^${separator}\\r\\n]*)(${separator}|\\r\\n?|\\n|$)`, 'g');
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, inQuotes = '', rest = '', end] of text.matchAll(cell)) {
    row.push((inQuotes.replaceAll('""', '"') + rest).trim());
    if (end === separator) continue;
    if (row.some(Boolean)) rows.push(row);
    row = [];
  }
  return rows;
}

function columnsOf(rows: string[][]): Column[] {
  const [first = [], ...others] = rows;
  const hasHeadings = first.every((cell) => cell !== '' && !/[@/\d]/.test(cell));
  const body = hasHeadings ? others : rows;
  return first.map((heading, index) => ({
    ...(hasHeadings && { heading }),
    values: body.map((row) => row[index] ?? ''),
  }));
}
