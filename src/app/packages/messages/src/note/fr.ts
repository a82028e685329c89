import type { NoteMessages } from '../messages';

/** What a note on a record's timeline says of a run, in French. The outcomes are nouns, so that they agree with any type. */
export const fr: NoteMessages = {
  associate: 'Associations à cette fiche ({objects}) : {n}',
  associate_label: 'Associations à cette fiche avec le libellé « {label} » ({objects}) : {n}',
  remove: 'Associations supprimées de cette fiche ({objects}) : {n}',
  remove_label: 'Libellé « {label} » supprimé des associations avec cette fiche ({objects}) : {n}',
  undo_associate: 'Annulation – associations à cette fiche ({objects}) : {n}',
  undo_associate_label:
    'Annulation – associations à cette fiche avec le libellé « {label} » ({objects}) : {n}',
  undo_remove: 'Annulation – associations supprimées de cette fiche ({objects}) : {n}',
  undo_remove_label:
    'Annulation – libellé « {label} » supprimé des associations avec cette fiche ({objects}) : {n}',
  outcomes: 'Résultat – {summary}',
  count: '{word} : {n}',
  outcome: {
    associated: 'association effectuée',
    removed: 'suppression effectuée',
    already: 'association déjà existante',
    absent: 'aucune association auparavant',
    failed: 'échec',
    unconfirmed: 'sans confirmation',
    not_sent: 'envoi non effectué',
    kept: 'association conservée en raison d’un libellé',
    skipped: 'exclusion',
    undone: 'annulation effectuée',
  },
  types: { Contacts: 'contacts', Companies: 'entreprises', Deals: 'transactions', Tickets: 'tickets' },
  by: 'Par {user}',
  byAsTold: 'Par {user} (selon la carte, sans vérification)',
  run: 'Bulk Associate, traitement {key}, {time}',
  more: 'et {n} de plus',
};
