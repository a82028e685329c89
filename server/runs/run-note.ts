import type { FunctionError, NoteWish, RunNote } from '@bulk-associate/contract';
import type { Sealed } from '../accounts/token-cipher';
import { withoutAddresses } from './stored-line';

/** A note that is still to be written. */
export interface WantedNote extends NoteWish {
  /** HubSpot's id of the user who wants it. */
  userId: string;
  /** The address that HubSpot signed for this user, encrypted for the account. Absent where it signed none. */
  by?: Sealed;
  /** On how many records it was written, or given up. Absent until all else of the run's latest work is done. */
  written?: number;
  /** Why it was given up on a record. */
  failed?: FunctionError;
}

/** The note about the latest work of a run, as it is stored. */
export type StoredNote = WantedNote | Omit<RunNote, 'key'>;

/** One step of writing a note. */
export interface NoteStep {
  /** Whether there was a record to write it on. */
  isWritten: boolean;
  /** On how many records it is to be written after this one. */
  left: number;
  failure?: FunctionError;
}

/** The note when all else of the run's latest work is done: if one is wanted, it is due. */
export function dueNote(note: StoredNote | null): WantedNote | undefined {
  return note && !('state' in note) && note.written === undefined ? { ...note, written: 0 } : undefined;
}

/** Whether the note is the next work of a run. */
export function isDue(note: StoredNote | null): note is WantedNote {
  return note !== null && !('state' in note) && note.written !== undefined;
}

/** The note after one record: on to the next one, or what became of it. Null if no record needed one. */
export function noteAfter(
  { failed, written = 0, ...note }: WantedNote,
  { isWritten, left, failure = failed }: NoteStep,
): StoredNote | null {
  const error = failure && withoutAddresses(failure);
  if (left > 0) return { ...note, written: written + 1, ...(error && { failed: error }) };
  if (error) return { state: 'failed', error };
  return isWritten ? { state: 'saved' } : null;
}

/** The note as the card reads it. */
export function runNoteOf(
  run: NotedRevision & { note: StoredNote | null; stage: string },
): RunNote | undefined {
  const { note, stage } = run;
  if (!note) return undefined;
  const key = noteKeyOf(run);
  if ('state' in note) return { key, ...note };
  // An instance of a version that writes no notes has ended it.
  return { key, state: stage === 'ended' ? 'failed' : 'saving' };
}

/** What tells the notes of a run apart from those of others, and from each other. */
interface NotedRevision {
  run: string;
  created_ms: number;
  revision: number;
}

/** Names the note about the latest work of a run. Runs of another database may have the same number. */
export function noteKeyOf({ run, created_ms: created, revision }: NotedRevision): string {
  return `${run}-${created.toString(36)}-${revision + 1}`;
}
