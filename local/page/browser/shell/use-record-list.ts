import { useEffect, useState } from 'react';
import type { RecordList } from '../../address';
import type { PageType } from '../../object-types';
import { pageCount, readListPage, type ListPage } from '../record-list';

/** The rows that an index page shows. The last ones stay until others are read. */
export interface ShownRecords {
  page: ListPage | undefined;
  error: string | undefined;
  isReading: boolean;
  /** Reads again. */
  retry(): void;
}

/** How a reading ended, and what was asked for. */
interface Reading extends Pick<ShownRecords, 'page' | 'error'> {
  of: Asked;
}

interface Asked {
  list: RecordList;
  attempt: number;
}

/** Reads the rows of a list. Turns to the last page if the list asks for a later one. */
export function useRecordList(
  type: PageType,
  list: RecordList,
  turnTo: (list: RecordList) => void,
): ShownRecords {
  const [attempt, setAttempt] = useState(0);
  const [reading, setReading] = useState<Reading>();
  useEffect(() => {
    let isLate = false;
    const of = { list, attempt };
    readListPage(type, list).then(
      (page) => {
        if (isLate) return;
        const last = pageCount(page.total, list.pageSize);
        if (list.page > last) turnTo({ ...list, page: last });
        else setReading({ of, page, error: undefined });
      },
      (error: Error) => {
        if (!isLate) setReading((before) => ({ of, page: before?.page, error: error.message }));
      },
    );
    return () => void (isLate = true);
  }, [type, list, attempt, turnTo]);
  return {
    page: reading?.page,
    error: reading?.error,
    isReading: reading?.of.list !== list || reading.of.attempt !== attempt,
    retry: () => setAttempt(attempt + 1),
  };
}
