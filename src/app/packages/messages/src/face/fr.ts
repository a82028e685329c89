import type { FaceMessages } from '../messages';

/** The messages of the card's face in French. No “de” stands before a record's name, before which it could be “d’”. */
export const fr: FaceMessages = {
  Contacts: 'Contacts',
  Companies: 'Entreprises',
  Deals: 'Transactions',
  Tickets: 'Tickets',
  thisRecord: 'cette fiche',

  faceLead: 'Associez de nombreuses fiches à {record} en une fois et voyez le résultat pour chacune.',
  faceCountMore: 'plus de {n}',
  faceCountFailed: 'inconnu',
  faceOpen: 'Associer des fiches',
  faceShowProgress: 'Voir la progression',
  faceLast: 'Dernier traitement ({time}) – {summary}.',
  faceShowLast: 'Voir le dernier résultat',
  faceSuggested_email_domain: {
    one: '{n} contact avec le domaine d’e-mail {domain} n’est pas encore associé.',
    many: '{n} de contacts avec le domaine d’e-mail {domain} ne sont pas encore associés.',
    other: '{n} contacts avec le domaine d’e-mail {domain} ne sont pas encore associés.',
  },
  faceSuggestedMore_email_domain:
    'Plus de {n} contacts avec le domaine d’e-mail {domain} ne sont pas encore associés.',
  faceSuggested_company_domain: {
    one: '{n} entreprise avec le domaine de cet e-mail, {domain}, n’est pas encore associée.',
    many: '{n} d’entreprises avec le domaine de cet e-mail, {domain}, ne sont pas encore associées.',
    other: '{n} entreprises avec le domaine de cet e-mail, {domain}, ne sont pas encore associées.',
  },
  faceSuggestedMore_company_domain:
    'Plus de {n} entreprises avec le domaine de cet e-mail, {domain}, ne sont pas encore associées.',
  faceSuggestedRenamed: '{types} avec le domaine {domain}, sans association pour l’instant : {count}.',
  faceShowSuggested: 'Voir les suggestions',

  panel_title_associate: 'Associer des fiches à {record}',
  panel_title_remove: 'Supprimer des associations avec {record}',
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  detailed: '{what} ({detail})',
  forSupport: 'Pour le support HubSpot : {id}',

  problem_MISSING_SCOPES: 'Il manque une autorisation à l’application',
  problem_MISSING_SCOPES_text: 'Un administrateur de ce compte HubSpot doit réinstaller l’application.',
  problem_UNAUTHORIZED: 'L’application n’a pas accès à ce compte',
  problem_UNAUTHORIZED_text: 'Un administrateur de ce compte HubSpot doit l’installer.',
  problem_DAILY_LIMIT: 'La limite quotidienne est atteinte',
  problem_DAILY_LIMIT_text:
    'Ce compte a utilisé tous ses appels API HubSpot pour aujourd’hui. Continuez après {time}.',
  midnight: 'minuit ({zone})',
  problem_RATE_LIMITED: 'HubSpot demande moins d’appels',
  problem_RATE_LIMITED_text:
    'De nombreuses applications travaillent dans ce compte. Réessayez dans une minute.',
  problem_NO_ANSWER: 'Pas de réponse',
  problem_NO_ANSWER_text: 'Votre connexion est peut-être coupée, ou l’application est lente. Réessayez.',
  problem_HUBSPOT_UNAVAILABLE: 'Indisponible pour le moment',
  problem_HUBSPOT_UNAVAILABLE_text: 'HubSpot ou l’application est en panne. Réessayez dans une minute.',
  problem_INTERNAL: 'Erreur de l’application',
  problem_INTERNAL_text:
    'Vous n’y êtes pour rien. Réessayez ; si l’erreur persiste, prévenez la personne qui gère l’application.',
  problem_HUBSPOT_REJECTED: 'HubSpot a refusé',
  problemRecord: 'HubSpot n’a pas donné d’ID exact pour cette fiche.',
  problemNothing: 'Rien à associer',
  problemNothingText:
    'Ce compte ne définit aucune association avec {record}. Un administrateur peut en ajouter une dans le modèle de données.',
};
