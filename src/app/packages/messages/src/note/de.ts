import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in German. */
export const de: NoteMessages = {
  associate: '{objects}, die diesem Datensatz zugeordnet wurden: {n}',
  associate_label: '{objects}, die diesem Datensatz mit dem Label „{label}“ zugeordnet wurden: {n}',
  remove: '{objects}, die diesem Datensatz nicht mehr zugeordnet sind: {n}',
  remove_label: '{objects}, die das Label „{label}“ bei diesem Datensatz verloren haben: {n}',
  undo_associate: 'Rückgängig gemacht: {objects}, die diesem Datensatz zugeordnet wurden: {n}',
  undo_associate_label:
    'Rückgängig gemacht: {objects}, die diesem Datensatz mit dem Label „{label}“ zugeordnet wurden: {n}',
  undo_remove: 'Rückgängig gemacht: {objects}, die diesem Datensatz nicht mehr zugeordnet sind: {n}',
  undo_remove_label:
    'Rückgängig gemacht: {objects}, die das Label „{label}“ bei diesem Datensatz verloren haben: {n}',
  outcomes: 'Ergebnis: {summary}',
  count: '{n} {word}',
  outcome: {
    associated: 'zugeordnet',
    removed: 'entfernt',
    already: 'bereits zugeordnet',
    absent: 'vorher nicht zugeordnet',
    failed: 'fehlgeschlagen',
    unconfirmed: 'unbestätigt',
    not_sent: 'nicht gesendet',
    kept: 'wegen eines Labels behalten',
    skipped: 'ausgelassen',
    undone: 'rückgängig gemacht',
  },
  types: { Contacts: 'Kontakte', Companies: 'Unternehmen', Deals: 'Deals', Tickets: 'Tickets' },
  by: 'Von {user}',
  byAsTold: 'Von {user} (nach Angabe der Karte, nicht überprüft)',
  run: 'Bulk Associate, Vorgang {key}, {time}',
  more: 'und {n} weitere',
};
