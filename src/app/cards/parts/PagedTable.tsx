import { useState, type ReactNode } from 'react';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';

/** Rows a table draws at once, however many there are. */
const rowsPerPage = 10;

/** A column's heading, and whether it is only as wide as what it holds. */
export interface TableColumn {
  header: string;
  isNarrow?: boolean;
}

interface PagedTableProps<Row> {
  rows: readonly Row[];
  columns: TableColumn[];
  cells: (row: Row) => ReactNode[];
}

/** A table over any number of rows, of which one page is drawn. */
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
        {/* Rows are told apart by their place: when one is taken out, the focus stays on the button of the next. */}
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
