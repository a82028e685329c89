import type { Column, PastedInput, TextContext } from './pasted-text';
import { splitLine } from './split-line';

/**
 * The rows of a table as they are looked up by the chosen columns, best first: what the first does not settle, the next
 * may. A cell that holds several ids or addresses is an input for each. Rows that are empty in all these columns are left
 * out.
 */
export function rowsOf(
  columns: readonly Column[],
  chosen: readonly number[],
  context: TextContext,
): PastedInput[] {
  const count = columns[0]?.values.length ?? 0;
  const used = chosen.map((index) => columns[index]).filter((column) => column !== undefined);
  const inputs: PastedInput[] = [];
  for (let row = 0; row < count; row += 1) inputs.push(...inputsOf(used, row, context));
  return inputs;
}

function inputsOf(columns: readonly Column[], row: number, context: TextContext): PastedInput[] {
  const cells = columns
    .flatMap((column) => cellsOf(columns, column, row, context))
    .filter((values) => values.length > 0);
  const [first, ...others] = cells;
  if (!first) return [];
  if (first.length > 1) return first.map((value) => ({ text: value, values: [value] }));
  const [value = ''] = first;
  const values: [string, ...string[]] = [value, ...others.flat().filter((other) => other !== value)];
  const name = nameIn(columns, row);
  return [name === undefined || name === value ? { text: value, values } : { text: value, values, name }];
}

/** The values in a row's cell. The first and the last name are one value, where the first of them stands. */
function cellsOf(columns: readonly Column[], column: Column, row: number, context: TextContext): string[][] {
  const cell = column.values[row]?.trim() ?? '';
  if (column.holds === 'name') return [cell === '' ? [] : [cell]];
  if (column.holds === 'firstName' || column.holds === 'lastName') {
    const pair = columns.filter(({ holds }) => holds === 'firstName' || holds === 'lastName');
    return pair[0] === column ? [personName(pair, row)] : [];
  }
  return [valuesOf(cell, column, context)];
}

/** `Smith, Ann`: with the comma, it is plain which part is which. */
function personName(pair: readonly Column[], row: number): string[] {
  const part = (kind: string) =>
    pair
      .find(({ holds }) => holds === kind)
      ?.values[row]?.replaceAll(',', ' ')
      .trim() ?? '';
  const name = [part('lastName'), part('firstName')].filter(Boolean).join(', ');
  return name === '' ? [] : [name];
}

const plainCell = /^[^\s,;|]*$/;

/** A cell of a column whose content is not known holds one value; other cells may hold several. */
function valuesOf(cell: string, column: Column, context: TextContext): string[] {
  if (cell === '') return [];
  if (plainCell.test(cell)) return [cell];
  const lines = cell.split('\n').flatMap((line) => splitLine(line, { ...context, namesAreListed: false }));
  const values = lines.map(({ values: [value] }) => value);
  return column.holds === undefined && lines.some(({ text }) => /\p{L}/u.test(text) && !text.includes('@'))
    ? [cell]
    : values;
}

function nameIn(columns: readonly Column[], row: number): string | undefined {
  const name = columns.find(({ holds }) => holds === 'name')?.values[row]?.trim();
  if (name) return name;
  const part = (kind: string) => columns.find(({ holds }) => holds === kind)?.values[row]?.trim();
  return [part('firstName'), part('lastName')].filter(Boolean).join(' ') || undefined;
}
