import {
  jsonBytes,
  maxPastedBytes,
  maxTextLength,
  type PastedColumn,
  type PastedEntry,
  type PastedInput,
  type PastedTextAnswer,
  type PastedTextParameters,
} from '@bulk-associate/contract';
import type { Column } from './pasted-text';
import { readPastedText } from './read-pasted-text';
import { rowsOf } from './rows';

/** The answer of `read_pasted_text`. A text of several pages is read again for each of them: nothing of it is kept. */
export function answerPastedText({
  text,
  columns: chosen,
  cursor = '0',
  ...context
}: PastedTextParameters): PastedTextAnswer {
  const pasted = readPastedText(text, context);
  if (pasted.kind === 'askNumbers') return { parts: pasted };
  if (pasted.kind === 'list') return pageOf(pasted.lines, Number(cursor), pasted.heading);
  const { columns, suggested, titles } = pasted;
  if (chosen) return pageOf(rowsOf(columns, chosen, context), Number(cursor));
  return { parts: { kind: 'table', columns: columns.map(forQuestion), suggested, titles } };
}

function pageOf(inputs: readonly PastedInput[], from: number, heading?: string): PastedTextAnswer {
  const entries: PastedEntry[] = [];
  let bytes = 0;
  for (const input of inputs.slice(from)) {
    const entry = entryOf(input);
    bytes += jsonBytes(entry) + 1;
    if (bytes > maxPastedBytes && entries.length > 0) break;
    entries.push(entry);
  }
  const next = from + entries.length;
  return {
    parts: { kind: 'list', entries, ...(heading !== undefined && { heading }) },
    ...(next < inputs.length && { cursor: String(next) }),
  };
}

/** Without what can be told from the rest, so that one line alone is not much longer than the text that it comes from. */
function entryOf({ text, values, numbers, name }: PastedInput): PastedEntry {
  const isItself = text === values[0];
  if (isItself && values.length === 1 && !numbers && name === undefined) return text;
  return {
    values,
    ...(!isItself && { text }),
    ...(numbers && { numbers }),
    ...(name !== undefined && { name: name.slice(0, maxTextLength) }),
  };
}

/** So many characters of a cell show what its column holds. */
const sampleLength = 40;

function forQuestion({ heading, holds, values }: Column): PastedColumn {
  const sample = values.find(Boolean)?.slice(0, sampleLength);
  return {
    ...(heading !== undefined && { heading }),
    ...(holds && { holds }),
    ...(sample !== undefined && { sample }),
  };
}
