import { useState, type ReactNode } from 'react';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';

/** The number of rows on one page. */
const rowsPerPage = 10;

/** A column's heading. `isNarrow`: the column is as narrow as its content. */
export interface TableColumn {
  header: string;
  isNarrow?: boolean;
}

interface PagedTableProps<Row> {
  rows: readonly Row[];
  columns: TableColumn[];
  cells: (row: Row) => ReactNode[];
}

/** A table of any number of rows. Only one page is rendered. */
export function PagedTable<Row>({ rows, columns, cells }: PagedTableProps<Row>) {
  const [wanted, setWanted] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(wanted, pageCount);
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
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
    <Table density="condensed" paginated pageCount={pageCount} page={page} onPageChange={setWanted}>
      {content}
    </Table>
  );
}
