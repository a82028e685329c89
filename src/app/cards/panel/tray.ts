import type { RecordRef } from '@bulk-associate/contract';

/** The records chosen so far by id, in the order in which they were chosen. Never changes: a change is a new tray. */
export type Tray = ReadonlyMap<string, RecordRef>;

export const emptyTray: Tray = new Map();

/** The tray with these records, too; itself if it holds them already, as they are then. */
export function withRecords(tray: Tray, records: readonly RecordRef[]): Tray {
  const next = new Map(tray);
  for (const record of records) if (!tray.has(record.id)) next.set(record.id, record);
  return next.size === tray.size ? tray : next;
}

/** The tray without these records; itself if it holds none of them. */
export function withoutRecords(tray: Tray, ids: readonly string[]): Tray {
  const next = new Map(tray);
  for (const id of ids) next.delete(id);
  return next.size === tray.size ? tray : next;
}
