import type { NumberKind } from '@bulk-associate/contract';
import { numbersBelow } from './headings';
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
  const nameColumns = used.filter(({ holds }) => holds === 'name');
  const pair = used.filter(({ holds }) => holds === 'firstName' || holds === 'lastName');
  const inputs: PastedInput[] = [];
  for (let row = 0; row < count; row += 1) {
    const cells: Cell[] = [];
    for (const column of used) {
      const values = valuesIn(column, row, pair, context);
      const { heading, holds } = column;
      const numbers = heading === undefined || holds === undefined ? '' : numbersBelow(holds);
      if (values.length > 0) cells.push({ values, numbers });
    }
    const [first] = cells;
    if (!first) continue;
    const { values, numbers } = first;
    if (values.length > 1)
      for (const value of values) inputs.push(inputOf([{ values: [value], numbers }], ''));
    else inputs.push(inputOf(cells, nameIn(nameColumns, pair, row)));
  }
  return inputs;
}

/** What is looked up by a cell, and what its heading says of digits. */
interface Cell {
  values: string[];
  numbers: NumberKind | '';
}

function numbersIn(value: string, cell: Cell | undefined): NumberKind | '' {
  return cell === undefined || value.includes('@') ? '' : cell.numbers;
}

function inputOf(cells: readonly Cell[], name: string): PastedInput {
  const text = cells[0]?.values[0] ?? '';
  const values: [string, ...string[]] = [text];
  const kinds: (NumberKind | '')[] = [numbersIn(text, cells[0])];
  for (const cell of cells)
    for (const value of cell.values) {
      if (value === text) continue;
      values.push(value);
      kinds.push(numbersIn(value, cell));
    }
  const input: PastedInput = { text, values };
  if (kinds.some(Boolean)) input.numbers = kinds;
  if (name !== '' && name !== text) input.name = name;
  return input;
}

/** The values in a row's cell. The first and the last name are one value, where the first of them stands. */
function valuesIn(column: Column, row: number, pair: readonly Column[], context: TextContext): string[] {
  const cell = column.values[row]?.trim() ?? '';
  if (pair.includes(column)) return pair[0] === column ? personName(pair, row) : [];
  if (cell === '') return [];
  return column.holds === 'name' || plainCell.test(cell) ? [cell] : severalIn(cell, column, context);
}

function partOf(pair: readonly Column[], kind: 'firstName' | 'lastName', row: number): string {
  return pair.find(({ holds }) => holds === kind)?.values[row]?.trim() ?? '';
}

/** `Smith, Ann`: with the comma, it is plain which part is which. */
function personName(pair: readonly Column[], row: number): string[] {
  const parts = [partOf(pair, 'lastName', row), partOf(pair, 'firstName', row)];
  const name = parts.map((part) => part.replaceAll(',', ' ').trim()).filter(Boolean);
  return name.length === 0 ? [] : [name.join(', ')];
}

const plainCell = /^[^\s,;|]*$/;

/** A cell of a column whose content is not known holds one value; other cells may hold several. */
function severalIn(cell: string, column: Column, context: TextContext): string[] {
  const lines = cell.split('\n').flatMap((line) => splitLine(line, { ...context, namesAreListed: false }));
  const isText = lines.some(({ text }) => /\p{L}/u.test(text) && !text.includes('@'));
  return column.holds === undefined && isText ? [cell] : lines.map(({ values: [value] }) => value);
}

function nameIn(names: readonly Column[], pair: readonly Column[], row: number): string {
  const name = names[0]?.values[row]?.trim() ?? '';
  if (name !== '' || pair.length === 0) return name;
  return `${partOf(pair, 'firstName', row)} ${partOf(pair, 'lastName', row)}`.trim();
}
