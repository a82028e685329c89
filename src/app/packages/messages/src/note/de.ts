import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in German. */
export const de: NoteMessages = {
  associate: 'Diesem Datensatz zugeordnet, {objects}: {n}',
  associate_label: 'Diesem Datensatz mit dem Label „{label}“ zugeordnet, {objects}: {n}',
  remove: 'Diesem Datensatz nicht mehr zugeordnet, {objects}: {n}',
  remove_label: 'Label „{label}“ bei diesem Datensatz entfernt, {objects}: {n}',
  undo_associate: 'Rückgängig gemacht: Diesem Datensatz zugeordnet, {objects}: {n}',
  undo_associate_label:
    'Rückgängig gemacht: Diesem Datensatz mit dem Label „{label}“ zugeordnet, {objects}: {n}',
  undo_remove: 'Rückgängig gemacht: Diesem Datensatz nicht mehr zugeordnet, {objects}: {n}',
  undo_remove_label: 'Rückgängig gemacht: Label „{label}“ bei diesem Datensatz entfernt, {objects}: {n}',
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
