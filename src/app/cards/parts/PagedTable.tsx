import type { ReactNode } from 'react';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import { usePages, type Pages } from './usePages';

/**
 * The maximum width in pixels of a value in a table with so many columns of values. The rest of the panel is for names,
 * which a long email would wrap.
 */
export function valueWidth(columns: number): number {
  return [320, 280][columns - 1] ?? 240;
}

/** A column's heading. `isNarrow`: the column is as narrow as its content. */
export interface TableColumn {
  header: string;
  isNarrow?: boolean;
}

interface TableOfPagesProps<Row> {
  pages: Pages<Row>;
  columns: TableColumn[];
  cells: (row: Row) => ReactNode[];
}

interface PagedTableProps<Row> extends Omit<TableOfPagesProps<Row>, 'pages'> {
  rows: readonly Row[];
}

/** A table of any number of rows. Only one page is rendered. */
export function PagedTable<Row>({ rows, ...table }: PagedTableProps<Row>) {
  return <TableOfPages pages={usePages(rows)} {...table} />;
}

/** A `PagedTable` for a component that uses the page itself. */
export function TableOfPages<Row>({
  pages: { page, pageCount, shown, setPage },
  columns,
  cells,
}: TableOfPagesProps<Row>) {
  const content = (
    <>
      <TableHead>
        <TableRow>
          {columns.map(({ header, isNarrow }) => (
            <TableHeader key={header} width={isNarrow ? 'min' : 'auto'}>
              {header}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {/* The key is the position: when a row is removed, the focus stays on the button in the same position. */}
        {shown.map((row, place) => (
          <TableRow key={place}>
            {cells(row).map((cell, index) => (
              <TableCell key={columns[index]?.header} width={columns[index]?.isNarrow ? 'min' : 'auto'}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </>
  );
  if (pageCount === 1) return <Table density="condensed">{content}</Table>;
  return (
    <Table density="condensed" paginated pageCount={pageCount} page={page} onPageChange={setPage}>
      {content}
    </Table>
  );
}
