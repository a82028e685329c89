import type { OperationName } from './run/outcome-rules';

/** The most records that a note names. More would not fit into HubSpot's limit for the body of a note. */
export const maxNoteRecords = 1_000;

/** The most outcomes that a note counts: there are not as many different ones. */
export const maxNoteCounts = 20;

/** A record that a run has changed. */
export interface NotedRecord {
  id: string;
  /** Its name, where it was read. */
  label?: string;
}

/** What a note says of a run, or of its undo. */
export interface NotedRun {
  /**
   * Names this run and no other: 8 to 40 letters, digits or `-`. The note shows it. A note of the record that shows it
   * already is this note, so that a call whose answer was lost can be repeated.
   */
  key: string;
  /** Whether the operation was carried out or undone. */
  phase: 'run' | 'undo';
  operation: OperationName;
  /** The name of the label that was given or removed. */
  label?: string;
  /** The account's word for the object type of the changed records. */
  objects: string;
  /** When it ended, in milliseconds since 1970. */
  endedAt: number;
  /** The user as the card knows it. A signed user of the call counts instead. */
  user?: string;
  /** Every outcome in the words of the card, and how many records have it. */
  counts: { outcome: string; count: number }[];
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
