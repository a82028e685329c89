import { maxNoteRecords, type NoteParameters } from '@bulk-associate/contract';
import type { Result } from '../panel/state';
import type { KnownRecords } from '../records/known-records';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { countOutcomes, countUndo, type Line } from './ledger';

/** A key for a new run, and for what is done with it next: `m1x9k2p-r4t8-1`, `m1x9k2p-r4t8-2`. */
export function nextKey(key: string | undefined, now: number): string {
  if (key === undefined) return `${now.toString(36)}-${Math.random().toString(36).slice(2, 8)}-1`;
  const end = key.lastIndexOf('-');
  return `${key.slice(0, end)}-${Number(key.slice(end + 1)) + 1}`;
}

/** What the notes are made of. */
export interface NotesContext {
  sdk: Pick<Sdk, 'user' | 'language' | 'timeZone'>;
  known: Pick<KnownRecords, 'named'>;
  /** The record being viewed. Undefined where every pair names its anchor. */
  record: RecordKey | undefined;
}

/**
 * The notes about what was done to some lines of a result: one for each record that associations of were changed. A bulk
 * action has at most `mostAnchors` of them. Names are those that were read already.
 */
export function notesOf(
  { operation, phase, type, endedAt, key = '' }: Result,
  lines: readonly Line[],
  { sdk, known, record }: NotesContext,
): NoteParameters[] {
  const { language = 'en', timeZone, user } = sdk;
  const isChanged = ({ outcome, undo }: Line) =>
    phase === 'undo' ? undo?.outcome === 'undone' : outcome === 'associated' || outcome === 'removed';
  const groups = new Map<string, { to: RecordKey; of: Line[] }>();
  for (const line of lines) {
    const to = line.anchor ?? record;
    if (!to) continue;
    const group = groups.get(to.id) ?? { to, of: [] };
    group.of.push(line);
    groups.set(to.id, group);
  }
  return [...groups.values()].flatMap(({ to, of }) => {
    const changed = of.filter(isChanged);
    if (changed.length === 0) return [];
    const counts = phase === 'undo' ? countUndo(of) : countOutcomes(of);
    const records = changed.slice(0, maxNoteRecords).map((line) => known.named(type.id, line.record));
    const run = {
      key,
      phase,
      operation: operation.name,
      ...(operation.label && { label: operation.label.name }),
      objects: type.plural,
      counts,
      endedAt,
      user,
      changed: changed.length,
      records: records.map(({ id, label }) => ({ id, label })),
    };
    return [{ objectType: to.objectType, id: to.id, run, language, timeZone }];
  });
}
