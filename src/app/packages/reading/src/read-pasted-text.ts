import type { PastedInput } from '@bulk-associate/contract';
import { readLines, withPlainBreaks } from './cells';
import { columnsOf, suggestedColumns } from './columns';
import { isSurelyValue, kindOfCell } from './contents';
import { numbersBelow, readHeading, type HeadingKind } from './headings';
import { joinWrapped } from './mail-list';
import { areFoundByEmail, type Column, type PastedText, type TextContext } from './pasted-text';
import { withoutSourceFormat } from './source-formats';
import { splitLine, type LineContext } from './split-line';
import { tableIn, type Table } from './table';
import { unclearNumber } from './values';

/**
 * Takes pasted text apart: a list with one value or several in a line, recipients of a mail program, or a table. What the
 * person has said about it, in `numbers` and `shape`, counts before what the text looks like. Never throws.
 */
export function readPastedText(text: string, context: TextContext): PastedText {
  const source = withoutSourceFormat(withPlainBreaks(text));
  const found = context.shape === 'list' ? undefined : tableIn(source, context);
  const table = found && context.firstRow === 'data' ? withoutHeadings(found) : found;
  if (table) return asTable(columnsOf(table, context), table.titles, context);
  const lines = linesOf(source, context);
  const hasNone = context.shape === 'list' || context.firstRow === 'data';
  const heading = hasNone ? undefined : headingOf(lines, context);
  if (context.shape === 'table' || (hasNone && context.shape !== 'list') || heading?.kind === 'other')
    return asColumn(lines, heading !== undefined, context);
  return asList(
    heading ? lines.slice(1) : lines,
    heading && { ...heading, text: lines[0]?.trim() ?? '' },
    context,
  );
}

function linesOf(source: string, context: TextContext): string[] {
  const lines = readLines(source).filter((line) => line.trim() !== '');
  return areFoundByEmail(context) && source.includes('<') ? joinWrapped(lines) : lines;
}

function withoutHeadings(table: Table): Table {
  const { headings, rows, ...others } = table;
  return { ...others, headings: undefined, rows: headings ? [headings, ...rows] : rows };
}

/** A number that may be one or several is asked about only where it would be looked up. */
function asTable(columns: Column[], titles: string[], context: TextContext): PastedText {
  const suggested = suggestedColumns(columns, context);
  if (context.numbers === undefined) {
    for (const index of suggested) {
      const { holds, values = [] } = columns[index] ?? {};
      for (const sample of holds === 'id' ? values : []) {
        const unclear = questionAbout(sample);
        if (unclear) return unclear;
      }
    }
  }
  return { kind: 'table', columns, suggested, titles };
}

function questionAbout(sample: string): PastedText | undefined {
  const unclear = unclearNumber(sample);
  return unclear && { kind: 'askNumbers', sample, ...unclear };
}

interface Heading {
  kind: HeadingKind;
  text: string;
}

function asList(lines: readonly string[], heading: Heading | undefined, context: TextContext): PastedText {
  const numbers = heading && heading.kind !== 'other' ? numbersBelow(heading.kind) : undefined;
  const lineContext: LineContext = { ...context, namesAreListed: areListed(lines) };
  const inputs: PastedInput[] = [];
  for (const line of lines)
    for (const each of splitLine(line, lineContext)) {
      const isAsked = context.numbers === undefined && (numbers === undefined || numbers === 'id');
      const unclear = isAsked ? questionAbout(each.text) : undefined;
      if (unclear) return unclear;
      inputs.push(numbers === undefined ? each : { ...each, numbers: [numbers] });
    }
  return heading === undefined
    ? { kind: 'list', lines: inputs }
    : { kind: 'list', lines: inputs, heading: heading.text };
}

/** Nearly all lines, often a lone one, hold two commas and more: commas separate the names in them. */
function areListed(lines: readonly string[]): boolean {
  const sample = lines.slice(0, 200);
  const listed = sample.filter((line) => line.split(/[,，、|]/, 3).length > 2).length;
  return listed >= sample.length * 0.8;
}

/** Lines looked at to see what the first one is. */
const sampled = 50;

/**
 * Whether the first line is the heading of the others: one that is known, or words above nothing but numbers. `other`
 * where the numbers below it need not be ids: an amount, a score.
 */
function headingOf(lines: readonly string[], context: TextContext): { kind: HeadingKind } | undefined {
  const first = lines[0]?.trim() ?? '';
  const others = lines.slice(1, sampled);
  if (others.length === 0 || first.length > 60 || /[,;\t|]/.test(first) || isSurelyValue(first))
    return undefined;
  const kind = readHeading(first, context.objectType, context.typeNames);
  const cells = others.map((line) => kindOfCell(line)).filter((cell) => cell !== 'empty');
  const areNumbers = cells.every((cell) => cell === 'number' || cell === 'id');
  if (areNumbers && kind !== 'id' && kind !== 'phone') {
    const isWord = kindOfCell(first) === 'text';
    const isNumber = /(?:n[ro°]\.?|number|nummer|n[uú]mero|code|番号)$/i.test(first);
    return isWord && (kind !== undefined || isNumber || others.length > 1) ? { kind: 'other' } : undefined;
  }
  if (kind === undefined || kind === 'other') return undefined;
  const isText = kind === 'name' || kind === 'firstName' || kind === 'lastName';
  const ids = cells.filter((cell) => cell !== 'text').length;
  return isText || ids * 2 >= cells.length ? { kind } : undefined;
}

/** A table of one column, for the person to say what it is. */
function asColumn(lines: readonly string[], hasHeading: boolean, context: TextContext): PastedText {
  const rows = lines.map((line) => [line.trim()]);
  const columns = columnsOf(
    {
      titles: [],
      headings: hasHeading ? rows.shift() : undefined,
      rows,
      width: 1,
    },
    context,
  );
  return { kind: 'table', columns, suggested: suggestedColumns(columns, context), titles: [] };
}
