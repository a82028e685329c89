import type { FaceMessages } from '../messages';

/** The messages of the card's face in French. No “de” stands before a record's name, before which it could be “d’”. */
export const fr: FaceMessages = {
  Contacts: 'contacts',
  Companies: 'entreprises',
  Deals: 'transactions',
  Tickets: 'tickets',
  thisRecord: 'cette fiche',

  faceLead: 'Associez de nombreuses fiches à {record} en une fois et voyez le résultat pour chacune.',
  faceCountMore: 'plus de {n}',
  faceCountFailed: 'nombre inconnu',
  faceOpen: 'Associer des fiches',
  faceShowSuggested: 'Voir les suggestions',

  panel_title_associate: 'Associer des fiches à {record}',
  panel_title_remove: 'Supprimer des associations avec {record}',
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  detailed: '{what} ({detail})',
  forSupport: 'Pour le support HubSpot : {id}',

  problem_NO_ANSWER: 'Pas de réponse',
  problem_NO_ANSWER_text: 'Votre connexion est peut-être coupée, ou l’application est lente. Réessayez.',
  problem_HUBSPOT_UNAVAILABLE: 'Indisponible pour le moment',
  problem_HUBSPOT_UNAVAILABLE_text: 'HubSpot ou l’application est en panne. Réessayez dans une minute.',
  problemRecord: 'HubSpot n’a pas donné d’ID exact pour cette fiche.',
  problemNothing: 'Rien à associer',
  problemNothingText:
    'Ce compte ne définit aucune association avec {record}. Un administrateur peut en ajouter une dans le modèle de données.',
};
