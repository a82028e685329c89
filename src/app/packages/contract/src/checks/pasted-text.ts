import { maxColumns, maxPastedBytes, maxTypeNames } from '../limits';
import { jsonBytes, type PastedTextParameters } from '../pasted-text';
import { list, objectType, oneOf, own, Refusal, text, wholeNumber, type Fields } from './fields';

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
    ...(numbers !== undefined && { numbers: oneOf(numbers, 'numbers', ['grouped', 'list']) }),
    ...(shape !== undefined && { shape: oneOf(shape, 'shape', ['list', 'table']) }),
    ...(firstRow !== undefined && { firstRow: oneOf(firstRow, 'firstRow', ['data']) }),
    ...(columns !== undefined && {
      columns: list(columns, 'columns', maxColumns).map((each, n) =>
        wholeNumber(each, `columns[${n}]`, 0, maxColumns - 1),
      ),
    }),
    ...(cursor !== undefined && { cursor: pageOf(cursor) }),
  };
}

function textOfPaste(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('text must be a string.');
  if (value.length > maxPastedBytes || jsonBytes(value) > maxPastedBytes)
    throw new Refusal(`text must have at most ${maxPastedBytes} bytes.`);
  return value;
}

function pageOf(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{1,7}$/.test(value))
    throw new Refusal('cursor must be that of an answer.');
  return value;
}
