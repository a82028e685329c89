import type { PastedColumn } from '@bulk-associate/contract';

/** The choice of a table's columns. */
export interface ColumnChoice {
  columns: readonly PastedColumn[];
  /** The columns that name the records, best first. */
  suggested: readonly number[];
  /** The column that is used first; undefined while the user has to choose. */
  main: number | undefined;
  /** Whether the suggested columns after it are left out. */
  isAlone: boolean;
}

/**
 * The suggested columns that may be used after the first one. Columns that are better than the chosen one are not among
 * them: whoever chooses emails in place of ids does not want the ids.
 */
export function furtherColumns({ columns, suggested, main }: ColumnChoice): number[] {
  const place = main === undefined ? -1 : suggested.indexOf(main);
  const isPartOfName = holdsPartOfName(columns[main ?? -1]);
  return suggested.filter(
    (index, at) =>
      index !== main && place >= 0 && (at > place || (isPartOfName && holdsPartOfName(columns[index]))),
  );
}

/** The columns that are used, in this order. */
export function usedColumns(choice: ColumnChoice): number[] {
  const { columns, main, isAlone } = choice;
  if (main === undefined) return [];
  const further = furtherColumns(choice);
  // A first name alone names nobody.
  const isPartOfName = holdsPartOfName(columns[main]);
  return [main, ...further.filter((index) => !isAlone || (isPartOfName && holdsPartOfName(columns[index])))];
}

function holdsPartOfName(column: PastedColumn | undefined): boolean {
  return column?.holds === 'firstName' || column?.holds === 'lastName';
}
