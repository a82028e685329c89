import { columnKinds, maxColumns, objectTypeIds, type ColumnKind } from '@bulk-associate/contract';
import { kindOfCell, kindOfCells, type CellKind } from './contents';
import { readHeading } from './headings';
import { areFoundByEmail, type Column, type TextContext } from './pasted-text';
import type { Table } from './table';

/**
 * A table with more cells is nearly empty: the largest text has room for a ninth of them. Its columns are cut, because a
 * single long row would otherwise make a cell in all the others for each of its own.
 */
const mostCells = 4_000_000;

/** A table's columns, with what each holds. */
export function columnsOf(table: Table, context: TextContext): Column[] {
  const { headings, rows } = table;
  const width = Math.min(table.width, maxColumns, Math.max(1, Math.floor(mostCells / rows.length)));
  const columns = Array.from({ length: width }, (_, index): Column => {
    const heading = headings?.[index];
    return { ...(heading && { heading }), values: rows.map((row) => row[index] ?? '') };
  });
  const kinds = columns.map((column) => kindOfColumn(column, headings !== undefined, context));
  const known = withPersonNames(columns, kinds, context);
  return columns.map((column, index) => {
    const holds = known[index];
    return holds === undefined ? column : { ...column, holds };
  });
}

/** The heading counts, unless the cells say otherwise; without one that is known, the cells. */
function kindOfColumn(column: Column, hasHeadings: boolean, context: TextContext): ColumnKind | undefined {
  const { objectType, typeNames } = context;
  const kind = column.heading === undefined ? undefined : readHeading(column.heading, objectType, typeNames);
  if (kind === 'other') return undefined;
  if (kind !== undefined) return fits(column.values, kind) ? kind : undefined;
  return kindByContent(kindOfCells(column.values), hasHeadings, context);
}

/**
 * What cells without a known heading hold. Whole numbers under any heading may be amounts, scores or orders: they are ids
 * only where nothing at all is said of them, and each is as long as ids are.
 */
function kindByContent(
  cells: CellKind | undefined,
  hasHeadings: boolean,
  context: TextContext,
): ColumnKind | undefined {
  if (cells === 'link') return 'id';
  if (cells === 'id' && !hasHeadings) return 'id';
  if (cells === 'domain') return context.objectType === objectTypeIds.company ? cells : undefined;
  return (cells === 'email' || cells === 'phone') && areFoundByEmail(context) ? cells : undefined;
}

/** Cells looked at to see whether they are what their heading says. */
const sampled = 100;

function fits(values: readonly string[], kind: ColumnKind): boolean {
  if (kind === 'name' || kind === 'firstName' || kind === 'lastName') return true;
  const cells = values.filter(Boolean).slice(0, sampled);
  const fitting = cells.filter((cell) => isOfKind(cell, kind));
  return fitting.length * 2 >= cells.length;
}

/** What the cells of a column look like. A cell may hold several values. */
const looks: Partial<Record<ColumnKind, CellKind[]>> = {
  id: ['id', 'number', 'link'],
  email: ['email'],
  domain: ['domain', 'email'],
  phone: ['phone', 'id', 'number'],
};

function isOfKind(cell: string, kind: ColumnKind): boolean {
  const parts = cell.split(/[,;|\n]/).map(kindOfCell);
  return parts.every((part) => part === 'empty' || looks[kind]?.includes(part));
}

/** French "nom", Spanish "nombre" and Portuguese "nome" are a part of the name beside a column with the other part. */
function withPersonNames(
  columns: readonly Column[],
  kinds: readonly (ColumnKind | undefined)[],
  { objectType }: TextContext,
): readonly (ColumnKind | undefined)[] {
  const hasFirst = kinds.includes('firstName');
  if (objectType !== objectTypeIds.contact || hasFirst === kinds.includes('lastName')) return kinds;
  const name = columns.findIndex(
    ({ heading }, index) =>
      kinds[index] === 'name' && /^(?:nom|nombre|nome|name|名)$/i.test(heading?.trim() ?? ''),
  );
  return kinds.map((kind, index) => (index === name ? (hasFirst ? 'lastName' : 'firstName') : kind));
}

/**
 * The columns that name the records, in the order in which they are used: ids, then email addresses, domains, phone
 * numbers, names. Empty where no column is found.
 */
export function suggestedColumns(columns: readonly Column[], context: TextContext): number[] {
  const held = (kind: ColumnKind) => [...columns.keys()].filter((index) => columns[index]?.holds === kind);
  const first = held('firstName');
  const last = held('lastName');
  const isPair = first.length > 0 && last.length > 0;
  const suggested = columnKinds.flatMap((kind) => {
    if (kind === 'name' && isPair) return [];
    if ((kind === 'firstName' || kind === 'lastName') && !isPair) return [];
    return held(kind).slice(0, kind === 'firstName' || kind === 'lastName' ? 1 : mostOfAKind);
  });
  const ofContent = suggested.filter((index) => isIdByContent(columns[index]));
  // Ids that only look like ids come last: digits beside a column of email addresses may as well be phone numbers.
  const sure = suggested.filter((index) => !ofContent.includes(index));
  if (sure.length > 0) return sure;
  if (ofContent.length === 1) return ofContent;
  return ofContent.length === 0 ? onlyNames(columns, context) : [];
}

/** A record has two phone numbers and two addresses; more columns of a kind are about something else. */
const mostOfAKind = 2;

function isIdByContent(column: Column | undefined): boolean {
  return column?.holds === 'id' && column.heading === undefined && kindOfCells(column.values) === 'id';
}

/** The only column of words, where the words can be names. */
function onlyNames(columns: readonly Column[], { objectType, typeNames }: TextContext): number[] {
  const texts = [...columns.keys()].filter((index) => {
    const { heading, values = [] } = columns[index] ?? {};
    return kindOfCells(values) === 'text' && readHeading(heading ?? '', objectType, typeNames) !== 'other';
  });
  const [only] = texts;
  if (only === undefined || texts.length > 1) return [];
  const cells = (columns[only]?.values ?? []).filter(Boolean).slice(0, sampled);
  const areFull = cells.filter((cell) => /\S\s+\S|,/.test(cell) && cell.split(/\s+/, 9).length < 8);
  return objectType !== objectTypeIds.contact || areFull.length * 2 > cells.length ? [only] : [];
}
