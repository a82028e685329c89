import type { FaceMessages } from '../messages';

/** The messages of the card's face in German. The record's name, or `thisRecord`, always stands in the dative. */
export const de: FaceMessages = {
  Contacts: 'Kontakte',
  Companies: 'Unternehmen',
  Deals: 'Deals',
  Tickets: 'Tickets',
  thisRecord: 'diesem Datensatz',

  faceLead:
    'Ordnen Sie {record} viele Datensätze auf einmal zu und sehen Sie das Ergebnis für jeden einzelnen.',
  faceCountMore: 'mehr als {n}',
  faceCountFailed: 'nicht bekannt',
  faceOpen: 'Datensätze zuordnen',
  faceShowSuggested: 'Vorschläge anzeigen',

  panel_title_associate: 'Datensätze zu {record} zuordnen',
  panel_title_remove: 'Zuordnungen zu {record} entfernen',
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  detailed: '{what} ({detail})',
  forSupport: 'Für den HubSpot-Support: {id}',

  problem_NO_ANSWER: 'Keine Antwort',
  problem_NO_ANSWER_text:
    'Vielleicht ist Ihre Verbindung unterbrochen, oder die App ist langsam. Versuchen Sie es erneut.',
  problem_HUBSPOT_UNAVAILABLE: 'Zurzeit nicht verfügbar',
  problem_HUBSPOT_UNAVAILABLE_text:
    'HubSpot oder die App ist gestört. Versuchen Sie es in einer Minute erneut.',
  problemRecord: 'HubSpot hat keine genaue ID dieses Datensatzes mitgeteilt.',
  problemNothing: 'Nichts zuzuordnen',
  problemNothingText:
    'In diesem Account ist keine Zuordnung zu {record} definiert. Ein Admin kann sie im Datenmodell anlegen.',
};
