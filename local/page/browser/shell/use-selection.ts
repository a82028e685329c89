import { useRef, useState } from 'react';
import type { PageType } from '../../object-types';
import { readAllIds } from '../record-list';

/** The records that are selected on an index page, on all of its pages. */
export interface Selection {
  /** In the order in which they were selected. */
  ids: ReadonlySet<string>;
  /** How many ids of all records have been read; undefined if they are not being read. */
  readSoFar: number | undefined;
  /** Why they could not be read. */
  error: string | undefined;
  /** Selects or deselects some. */
  set(ids: string[], isSelected: boolean): void;
  /** Selects every record that contains the words, on all pages. */
  selectAll(query: string): void;
  clear(): void;
}

const nothing: ReadonlySet<string> = new Set();

/** The selection, at first empty. */
export function useSelection(type: PageType): Selection {
  const [ids, setIds] = useState(nothing);
  const [readSoFar, setReadSoFar] = useState<number>();
  const [error, setError] = useState<string>();
  // What is read for a selection that was changed meanwhile is dropped.
  const latest = useRef(0);
  const change = (next: ReadonlySet<string>) => {
    latest.current += 1;
    setIds(next);
    setReadSoFar(undefined);
    setError(undefined);
  };
  return {
    ids,
    readSoFar,
    error,
    set: (some, isSelected) => {
      const next = new Set(ids);
      for (const id of some) {
        if (isSelected) next.add(id);
        else next.delete(id);
      }
      change(next);
    },
    selectAll: (query) => {
      change(ids);
      const reading = latest.current;
      const unlessLate = (then: () => void) => {
        if (latest.current === reading) then();
      };
      setReadSoFar(0);
      readAllIds(type, query, (count) => unlessLate(() => setReadSoFar(count))).then(
        (all) => unlessLate(() => change(new Set(all))),
        ({ message }: Error) =>
          unlessLate(() => {
            change(ids);
            setError(message);
          }),
      );
    },
    clear: () => change(nothing),
  };
}
