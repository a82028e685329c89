import { checkNote } from '@bulk-associate/contract';
import { saveNote } from '@bulk-associate/engine';
import { noteWords } from '@bulk-associate/messages/note';
import { appFunction } from './app-function';

/** Writes a note on a record's timeline that says what a run did: `NoteParameters` to `NoteAnswer`. */
export const main = appFunction('save_note', checkNote, saveNote(noteWords));
