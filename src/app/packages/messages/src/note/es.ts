import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in Spanish. */
export const es: NoteMessages = {
  associate: 'Asociaciones creadas con este registro: {n} ({objects})',
  associate_label: 'Asociaciones con este registro que recibieron la etiqueta “{label}”: {n} ({objects})',
  remove: 'Asociaciones con este registro quitadas: {n} ({objects})',
  remove_label: 'Asociaciones con este registro que perdieron la etiqueta “{label}”: {n} ({objects})',
  undo_associate: 'Deshecho: asociaciones creadas con este registro: {n} ({objects})',
  undo_associate_label:
    'Deshecho: asociaciones con este registro que recibieron la etiqueta “{label}”: {n} ({objects})',
  undo_remove: 'Deshecho: asociaciones con este registro quitadas: {n} ({objects})',
  undo_remove_label:
    'Deshecho: asociaciones con este registro que perdieron la etiqueta “{label}”: {n} ({objects})',
  outcomes: 'Resultado: {summary}',
  count: '{word} ({n})',
  outcome: {
    associated: 'asociados',
    removed: 'quitadas',
    already: 'ya asociados',
    absent: 'sin asociación previa',
    failed: 'con error',
    unconfirmed: 'sin confirmar',
    not_sent: 'sin enviar',
    kept: 'conservadas por su etiqueta',
    skipped: 'omitidos',
    undone: 'cambios deshechos',
  },
  types: { Contacts: 'contactos', Companies: 'empresas', Deals: 'negocios', Tickets: 'tickets' },
  by: 'Por {user}',
  byAsTold: 'Por {user} (según la tarjeta, sin verificar)',
  run: 'Bulk Associate, ejecución {key}, {time}',
  more: 'y {n} más',
};
