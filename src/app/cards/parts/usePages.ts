import { useState } from 'react';

/** The number of rows on one page. */
export const rowsPerPage = 10;

/** The page of a list that is shown. */
export interface Pages<Row> {
  /** From 1 on. */
  page: number;
  pageCount: number;
  /** The rows of the page. */
  shown: readonly Row[];
  setPage: (page: number) => void;
}

/** Divides rows into pages. Where the page no longer exists, because rows were removed, the last one is shown. */
export function usePages<Row>(rows: readonly Row[]): Pages<Row> {
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(wanted, pageCount);
  const shown = rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return { page, pageCount, shown, setPage };
}
