import type { BackEndMessages } from '../messages';

/** The messages of what only the hosted back end offers, in German. */
export const de: BackEndMessages = {
  runGoesOn: 'Sie können diese Seite schließen; der Vorgang läuft weiter.',
  runGoesOnForList:
    'Sie können diesen Bereich schließen; der Vorgang läuft weiter. Sein Ergebnis steht im Verlauf jedes Datensatzes, den Sie hier ausgewählt haben.',
  runLeave: 'Inzwischen andere auswählen',
  going_run: 'Ein Vorgang läuft: {done} von {total}',
  going_undo: 'Ein Vorgang wird rückgängig gemacht: {done} von {total}',
  goingMany: '{n} Vorgänge laufen. Der Verlauf zeigt jeden davon.',
  history: 'Verlauf',
  historyTitle: 'Vorgänge bei {record}',
  historyText: 'Vorgänge, die von diesem Datensatz aus gestartet wurden; die neuesten zuerst.',
  historyNone: 'Keine Vorgänge',
  historyNoneText:
    'Vorgänge, die von diesem Datensatz aus gestartet wurden, stehen hier, bis sie gelöscht werden.',
  historyYou: 'Sie',
  historyUser: 'Benutzer-ID {id}',
  historyDeletedAt: 'Aufbewahrt bis {date}',
  historyStopped: 'angehalten',
  historyOpen: 'Ergebnis anzeigen',
  historyBack: 'Zurück zum Verlauf',
  historyDelete: 'Löschen',
  historyDeleteAsk:
    'Diesen Eintrag löschen? Die Änderungen in HubSpot bleiben bestehen, lassen sich aber von hier aus nicht mehr rückgängig machen.',
  historyDeleteAll: 'Alle Vorgänge des Accounts löschen',
  historyDeleteAllAsk:
    'Die Vorgänge aller Datensätze dieses Accounts löschen? Die Änderungen in HubSpot bleiben bestehen, lassen sich aber von hier aus nicht mehr rückgängig machen.',
  sinceReading: 'Was sich seit diesem Vorgang geändert hat, wird gelesen …',
  sinceUnknown: 'Was sich seit diesem Vorgang geändert hat, konnte nicht gelesen werden',
  sinceNone: 'Seit diesem Vorgang hat sich daran nichts geändert.',
  sinceSome:
    'Das hat sich seit diesem Vorgang geändert. Rückgängig gemacht wird nur, was der Vorgang selbst getan hat.',
  sincePart: 'Die ersten {read} von {total} wurden gelesen. Auch die anderen können sich geändert haben.',
  since_gone: 'Nicht mehr zugeordnet: {n}',
  since_lost: 'Inzwischen ohne das Label: {n}',
  since_labelled: 'Inzwischen mit einem anderen Label, deshalb weiter zugeordnet: {n}',
  since_again: 'Inzwischen wieder zugeordnet: {n}',
  since_regained: 'Inzwischen wieder mit dem Label: {n}',
  since_deleted: 'Inzwischen gelöscht: {n}',
  since_merged: 'Inzwischen mit einem anderen Datensatz zusammengeführt: {n}',
  admin: 'Wer diese App verwenden darf',
  adminOpen: 'Seite öffnen (URL gilt nur einmal)',
  refused_not_allowed: 'Sie dürfen diese App nicht verwenden',
  refused_not_admin: 'Das darf nur ein Admin dieser App',
  refused_run_gone: 'Dieser Vorgang wird nicht mehr aufbewahrt',
  refused_run_gone_text: 'Er wurde gelöscht. Seine Änderungen in HubSpot bleiben bestehen.',
  refused_run_busy: 'Dieser Vorgang ist noch nicht beendet',
  refused_run_busy_text: 'Warten Sie, bis er beendet ist, oder halten Sie ihn an.',
  refused_run_incomplete: 'Der Vorgang konnte nicht übergeben werden',
  refused_run_incomplete_text:
    'Nicht alle Datensätze sind angekommen. Es wurde nichts geändert. Starten Sie ihn erneut.',
  refused_too_many_runs: 'In diesem Account laufen zu viele Vorgänge',
  refused_too_many_runs_text: 'Warten Sie, bis einige beendet sind. Es wurde nichts geändert.',
  ask: 'Wenden Sie sich an: {ask}',
  askAdmin: 'Wenden Sie sich an den Admin dieser App oder an die Person, die sie installiert hat.',
};
