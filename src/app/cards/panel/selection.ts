import type { RecordRef } from '@bulk-associate/contract';

/** The records chosen so far by id, in the order in which they were chosen. Never changes: a change is a new selection. */
export type Selection = ReadonlyMap<string, RecordRef>;

export const emptySelection: Selection = new Map();

/** The selection with these records, too; itself if it holds them already, as they are then. */
export function withRecords(selection: Selection, records: readonly RecordRef[]): Selection {
  const next = new Map(selection);
  for (const record of records) if (!selection.has(record.id)) next.set(record.id, record);
  return next.size === selection.size ? selection : next;
}

/** The selection without these records; itself if it holds none of them. */
export function withoutRecords(selection: Selection, ids: readonly string[]): Selection {
  const next = new Map(selection);
  for (const id of ids) next.delete(id);
  return next.size === selection.size ? selection : next;
}
