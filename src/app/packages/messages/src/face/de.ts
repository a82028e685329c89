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
  faceShowProgress: 'Fortschritt anzeigen',
  faceLast: 'Letzter Vorgang, {time}: {summary}.',
  faceShowLast: 'Letztes Ergebnis anzeigen',
  faceSuggested_email_domain: {
    one: '{n} Kontakt mit der E-Mail-Domain {domain} ist noch nicht zugeordnet.',
    other: '{n} Kontakte mit der E-Mail-Domain {domain} sind noch nicht zugeordnet.',
  },
  faceSuggestedMore_email_domain:
    'Mehr als {n} Kontakte mit der E-Mail-Domain {domain} sind noch nicht zugeordnet.',
  faceSuggested_company_domain: {
    one: '{n} Unternehmen mit der Domain dieser E-Mail-Adresse, {domain}, ist noch nicht zugeordnet.',
    other: '{n} Unternehmen mit der Domain dieser E-Mail-Adresse, {domain}, sind noch nicht zugeordnet.',
  },
  faceSuggestedMore_company_domain:
    'Mehr als {n} Unternehmen mit der Domain dieser E-Mail-Adresse, {domain}, sind noch nicht zugeordnet.',
  faceSuggestedRenamed: '{types} mit der Domain {domain}, die noch nicht zugeordnet sind: {count}.',
  faceShowSuggested: 'Vorschläge anzeigen',

  panel_title_associate: 'Datensätze zu {record} zuordnen',
  panel_title_remove: 'Zuordnungen zu {record} entfernen',
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  detailed: '{what} ({detail})',
  forSupport: 'Für den HubSpot-Support: {id}',

  problem_MISSING_SCOPES: 'Der App fehlt eine Berechtigung',
  problem_MISSING_SCOPES_text: 'Ein Admin dieses HubSpot-Accounts muss die App neu installieren.',
  problem_UNAUTHORIZED: 'Die App hat keinen Zugriff auf diesen Account',
  problem_UNAUTHORIZED_text: 'Ein Admin dieses HubSpot-Accounts muss sie installieren.',
  problem_DAILY_LIMIT: 'Das Tageslimit ist erreicht',
  problem_DAILY_LIMIT_text:
    'Dieser Account hat heute alle HubSpot-API-Aufrufe verbraucht. Machen Sie nach {time} weiter.',
  midnight: 'Mitternacht ({zone})',
  problem_RATE_LIMITED: 'HubSpot verlangt weniger Aufrufe',
  problem_RATE_LIMITED_text:
    'In diesem Account arbeiten gerade viele Apps. Versuchen Sie es in einer Minute erneut.',
  problem_NO_ANSWER: 'Keine Antwort',
  problem_NO_ANSWER_text:
    'Vielleicht ist Ihre Verbindung unterbrochen, oder die App ist langsam. Versuchen Sie es erneut.',
  problem_HUBSPOT_UNAVAILABLE: 'Zurzeit nicht verfügbar',
  problem_HUBSPOT_UNAVAILABLE_text:
    'HubSpot oder die App ist gestört. Versuchen Sie es in einer Minute erneut.',
  problem_INTERNAL: 'Fehler in der App',
  problem_INTERNAL_text:
    'Das liegt nicht an Ihnen. Versuchen Sie es erneut; bleibt der Fehler, melden Sie ihn der Person, die die App betreut.',
  problem_HUBSPOT_REJECTED: 'HubSpot hat dies abgelehnt',
  problemRecord: 'HubSpot hat keine genaue ID dieses Datensatzes mitgeteilt.',
  problemNothing: 'Nichts zuzuordnen',
  problemNothingText:
    'In diesem Account ist keine Zuordnung zu {record} definiert. Ein Admin kann sie im Datenmodell anlegen.',
};
