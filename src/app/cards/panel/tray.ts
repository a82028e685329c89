import type { RecordRef } from '@bulk-associate/contract';

/** The records chosen so far, each once, in the order in which they were chosen. Never changes: a change is a new tray. */
export class Tray {
  static readonly empty = new Tray(new Map());

  private constructor(private readonly records: ReadonlyMap<string, RecordRef>) {}

  get size(): number {
    return this.records.size;
  }

  has(id: string): boolean {
    return this.records.has(id);
  }

  with(records: readonly RecordRef[]): Tray {
    const added = records.filter(({ id }) => !this.records.has(id));
    if (added.length === 0) return this;
    const next = new Map(this.records);
    for (const record of added) next.set(record.id, record);
    return new Tray(next);
  }

  without(ids: readonly string[]): Tray {
    if (!ids.some((id) => this.records.has(id))) return this;
    const next = new Map(this.records);
    for (const id of ids) next.delete(id);
    return new Tray(next);
  }

  list(): RecordRef[] {
    return [...this.records.values()];
  }
}
