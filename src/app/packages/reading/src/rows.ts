import type { NumberKind, PastedInput } from '@bulk-associate/contract';
import { numbersBelow } from './headings';
import type { Column, TextContext } from './pasted-text';
import { splitLine, type LineContext } from './split-line';

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
  const lineContext = { ...context, namesAreListed: false };
  const used = chosen.map((index) => columns[index]).filter((column) => column !== undefined);
  const nameColumn = used.find(({ holds }) => holds === 'name');
  const pair = used.filter(({ holds }) => holds === 'firstName' || holds === 'lastName');
  const numbers = used.map(({ heading, holds }) => (heading && holds ? numbersBelow(holds) : ''));
  const inputs: PastedInput[] = [];
  for (let row = 0; row < count; row += 1) {
    const values: string[] = [];
    const kinds: (NumberKind | '')[] = [];
    let isSeveral = false;
    for (let index = 0; index < used.length && !isSeveral; index += 1) {
      const isFirst = values.length === 0;
      for (const value of valuesIn(used[index], row, pair, lineContext)) {
        if (!isFirst && value === values[0]) continue;
        values.push(value);
        kinds.push(value.includes('@') ? '' : (numbers[index] ?? ''));
      }
      isSeveral = isFirst && values.length > 1;
    }
    if (isSeveral)
      for (const [index, value] of values.entries()) inputs.push(inputOf([value], [kinds[index] ?? ''], ''));
    else if (values.length > 0) inputs.push(inputOf(values, kinds, nameIn(nameColumn, pair, row)));
  }
  return inputs;
}

/** Copies of the lists take the room that they need: those that have grown take more, for every row of a long table. */
function inputOf(
  values: readonly string[],
  numbers: readonly (NumberKind | '')[],
  name: string,
): PastedInput {
  const [text = ''] = values;
  const input: PastedInput = { text, values: values.slice() as [string, ...string[]] };
  if (numbers.some(Boolean)) input.numbers = numbers.slice();
  if (name !== '' && name !== text) input.name = name;
  return input;
}

/** The values in a row's cell. The first and the last name are one value, where the first of them stands. */
function valuesIn(
  column: Column | undefined,
  row: number,
  pair: readonly Column[],
  context: LineContext,
): string[] {
  const cell = column?.values[row]?.trim() ?? '';
  if (!column) return [];
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

const letter = /\p{L}/u;
const plainCell = /^[^\s,;|]*$/;

/** A cell of a column whose content is not known holds one value; other cells may hold several. */
function severalIn(cell: string, column: Column, context: LineContext): string[] {
  const lines = cell.includes('\n')
    ? cell.split('\n').flatMap((line) => splitLine(line, context))
    : splitLine(cell, context);
  if (lines.length === 1 && lines[0]?.values[0] === cell) return [cell];
  const isText = ({ text }: PastedInput) => letter.test(text) && !text.includes('@');
  return column.holds === undefined && lines.some(isText)
    ? [cell]
    : lines.map(({ values: [value] }) => value);
}

function nameIn(column: Column | undefined, pair: readonly Column[], row: number): string {
  const name = column?.values[row]?.trim() ?? '';
  if (name !== '' || pair.length === 0) return name;
  return `${partOf(pair, 'firstName', row)} ${partOf(pair, 'lastName', row)}`.trim();
}
