import { lineOutcomes, type LineOutcome, type UndoOutcome } from './outcomes';

/** The outcomes that a note counts. */
export const notedOutcomes = [...lineOutcomes, 'undone'] as const satisfies readonly (
  LineOutcome | UndoOutcome
)[];
export type NotedOutcome = (typeof notedOutcomes)[number];

/** The most records that a note names. More would not fit into HubSpot's limit for the body of a note. */
export const maxNoteRecords = 1_000;

/** A record that a run has changed. */
export interface NotedRecord {
  id: string;
  /** Its name, where it was read. */
  label?: string;
}

/** What a note says of a run, or of its undo. */
export interface NotedRun {
  /**
   * Names this note and no other: 8 to 40 letters, digits or `-`. The note shows it. If a note on the record shows it
   * already, that is the note: a call whose answer was lost can be repeated.
   */
  key: string;
  /** Whether the operation was carried out or undone. */
  phase: 'run' | 'undo';
  operation: 'associate' | 'remove';
  /** The name of the label that was given or removed. */
  label?: string;
  /** HubSpot's plural name of the object type of the changed records, or the account's own. */
  objects: string;
  /** How many records have each outcome. Those of an undo are its own. */
  counts: Partial<Record<NotedOutcome, number>>;
  /** When it ended, in milliseconds since 1970. */
  endedAt: number;
  /** The user as the card knows it. A signed user of the call counts instead. */
  user?: string;
  /** How many records were changed. */
  changed: number;
  /** Changed records, at most `maxNoteRecords`. */
  records: NotedRecord[];
}

/** `save_note`: a note on the timeline of a record that says what a run did. */
export interface NoteParameters {
  /** Object type id and id of the record. */
  objectType: string;
  id: string;
  run: NotedRun;
  /** The BCP 47 tag of the language of the note. */
  language: string;
  /** The IANA name of the time zone in which the note says the time. UTC if absent or unknown. */
  timeZone?: string;
}

/** The note. */
export interface NoteAnswer {
  noteId: string;
}
