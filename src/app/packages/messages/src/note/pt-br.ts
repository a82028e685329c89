import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in Brazilian Portuguese. */
export const ptBr: NoteMessages = {
  associate: 'Associações criadas com este registro: {n} ({objects})',
  associate_label: 'Associações com este registro que receberam o rótulo “{label}”: {n} ({objects})',
  remove: 'Associações com este registro removidas: {n} ({objects})',
  remove_label: 'Associações com este registro que perderam o rótulo “{label}”: {n} ({objects})',
  undo_associate: 'Desfeito: associações criadas com este registro: {n} ({objects})',
  undo_associate_label:
    'Desfeito: associações com este registro que receberam o rótulo “{label}”: {n} ({objects})',
  undo_remove: 'Desfeito: associações com este registro removidas: {n} ({objects})',
  undo_remove_label:
    'Desfeito: associações com este registro que perderam o rótulo “{label}”: {n} ({objects})',
  outcomes: 'Resultado: {summary}',
  count: '{word} ({n})',
  outcome: {
    associated: 'associados',
    removed: 'removidas',
    already: 'já associados',
    absent: 'sem associação anterior',
    failed: 'com erro',
    unconfirmed: 'sem confirmação',
    not_sent: 'não enviados',
    kept: 'mantidas por causa do rótulo',
    skipped: 'omitidos',
    undone: 'mudanças desfeitas',
  },
  types: { Contacts: 'contatos', Companies: 'empresas', Deals: 'negócios', Tickets: 'tickets' },
  by: 'Por {user}',
  byAsTold: 'Por {user} (segundo o cartão, não verificado)',
  run: 'Bulk Associate, execução {key}, {time}',
  more: 'e mais {n}',
};
