import { maxColumns, maxPastedBytes, maxTypeNames } from '../limits';
import { jsonBytes, type PastedTextParameters } from '../pasted-text';
import { list, objectType, own, Refusal, text, type Fields } from './fields';

/** The parameters of `read_pasted_text`. */
export function pastedText(fields: Fields): PastedTextParameters {
  const {
    columns,
    cursor,
    firstRow,
    numbers,
    objectType: type,
    shape,
    text: pasted,
    typeNames,
  } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    text: textOfPaste(pasted),
    ...(typeNames !== undefined && {
      typeNames: list(typeNames, 'typeNames', maxTypeNames).map((each, n) => text(each, `typeNames[${n}]`)),
    }),
    ...(numbers !== undefined && { numbers: oneOf(['grouped', 'list'] as const, numbers, 'numbers') }),
    ...(shape !== undefined && { shape: oneOf(['list', 'table'] as const, shape, 'shape') }),
    ...(firstRow !== undefined && { firstRow: oneOf(['data'] as const, firstRow, 'firstRow') }),
    ...(columns !== undefined && { columns: list(columns, 'columns', maxColumns).map(column) }),
    ...(cursor !== undefined && { cursor: pageOf(cursor) }),
  };
}

function textOfPaste(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('text must be a string.');
  if (value.length > maxPastedBytes || jsonBytes(value) > maxPastedBytes)
    throw new Refusal(`text must have at most ${maxPastedBytes} bytes.`);
  return value;
}

function oneOf<Word extends string>(words: readonly Word[], value: unknown, name: string): Word {
  const known = words.find((word) => word === value);
  if (known === undefined) throw new Refusal(`${name} must be one of: ${words.join(', ')}.`);
  return known;
}

function column(value: unknown, index: number): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= maxColumns)
    throw new Refusal(`columns[${index}] must be a whole number from 0 to ${maxColumns - 1}.`);
  return value as number;
}

function pageOf(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{1,7}$/.test(value))
    throw new Refusal('cursor must be that of an answer.');
  return value;
}
