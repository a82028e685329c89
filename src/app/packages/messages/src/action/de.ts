import type { ActionMessages } from '../messages';

/** The messages of the bulk action in German. */
export const de: ActionMessages = {
  actionSelected: 'In der Liste ausgewählt: {records}',
  actionRepeated: {
    one: '{n} davon nannte die Liste doppelt; gezählt wird einmal.',
    other: '{n} davon nannte die Liste doppelt; gezählt wird je einmal.',
  },
  actionUnreadable: {
    one: '{n} weiterer bleibt aus, weil HubSpot keine genaue ID mitgeteilt hat.',
    other: '{n} weitere bleiben aus, weil HubSpot keine genauen IDs mitgeteilt hat.',
  },
  actionNone: 'Kein Datensatz ausgewählt',
  actionNoneText: 'Wählen Sie in der Liste Datensätze aus und starten Sie diese Aktion erneut.',
  actionKeepOpen:
    'Lassen Sie diesen Bereich offen, bis der Vorgang beendet ist. Wenn Sie ihn schließen, endet der Vorgang; was getan ist, bleibt.',
  actionDone:
    'Sie können diesen Bereich jetzt schließen. Die Liste zeigt die Änderungen, sobald sie neu geladen ist.',
  actionReload: 'Liste neu laden',
  anchorTitle_associate: 'Zu welchen Datensätzen zuordnen?',
  anchorTitle_remove: 'Von welchen Datensätzen die Zuordnungen entfernen?',
  anchorsTogether: 'den ausgewählten Datensätzen ({records})',
  anchorLabelHint: 'Das Label, wie es bei den unten ausgewählten Datensätzen neben denen der Liste steht.',
  anchorNone: 'Wählen Sie unten mindestens einen aus.',
  anchorRemove: '{name} entfernen',
  anchorFull: 'Das sind {most}; mehr können hier nicht ausgewählt werden.',
  anchorName: 'ID, URL, Name, E-Mail-Adresse oder Domain eines Datensatzes',
  anchorNotFound: 'In diesem Account gibt es keinen solchen Datensatz, oder er wurde gelöscht.',
  anchorUnreadable: 'Das kann kein Datensatz dieses Objekttyps sein.',
  anchorOnlyOne:
    'Das könnte mehr als ein Wert sein. Suchen Sie einen Datensatz nach dem anderen, und schreiben Sie eine ID ohne Trennzeichen.',
  anchorSeveral: 'Das passt auf mehrere Datensätze. Wählen Sie den richtigen aus.',
  anchorSuggested: 'Unternehmen mit der E-Mail-Domain der ausgewählten Kontakte',
  anchorLeftOut: {
    one: '{n} davon bleibt aus, wie bei der Prüfung.',
    other: '{n} davon bleiben aus, wie bei der Prüfung.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} Zuordnung',
    other: '{records} × {anchors} = {n} Zuordnungen',
  },
};
