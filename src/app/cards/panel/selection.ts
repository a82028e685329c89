import type { ReadingKind, RecordRef } from '@bulk-associate/contract';

/** A selected record. `by`: by what it was found, if it comes from pasted text. */
export interface ChosenRecord extends RecordRef {
  by?: ReadingKind;
}

/** The selected records by id, in the order of selection. Immutable: a change makes a new selection. */
export type Selection = ReadonlyMap<string, ChosenRecord>;

export const emptySelection: Selection = new Map();

/** Adds records. A record that is already selected keeps its label. Returns the same selection if nothing is new. */
export function withRecords(selection: Selection, records: readonly ChosenRecord[]): Selection {
  const next = new Map(selection);
  for (const record of records) if (!selection.has(record.id)) next.set(record.id, record);
  return next.size === selection.size ? selection : next;
}

/** Removes records. Returns the same selection if it holds none of them. */
export function withoutRecords(selection: Selection, ids: readonly string[]): Selection {
  const next = new Map(selection);
  for (const id of ids) next.delete(id);
  return next.size === selection.size ? selection : next;
}
