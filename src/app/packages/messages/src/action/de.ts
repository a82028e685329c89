import type { ActionMessages } from '../messages';

/** The messages of the bulk action in German. */
export const de: ActionMessages = {
  actionSelected: 'In der Liste ausgewählt: {records}',
  actionRepeated: 'Davon doppelt in der Liste: {n}. Jeder Datensatz zählt nur einmal.',
  actionUnreadable: {
    one: '{n} weiterer Datensatz wird ausgelassen, weil HubSpot keine genaue ID mitgeteilt hat.',
    other: '{n} weitere Datensätze werden ausgelassen, weil HubSpot keine genauen IDs mitgeteilt hat.',
  },
  actionNone: 'Kein Datensatz ausgewählt',
  actionNoneText: 'Wählen Sie in der Liste Datensätze aus und starten Sie diese Aktion erneut.',
  actionKeepOpen:
    'Lassen Sie diesen Bereich geöffnet, bis der Vorgang beendet ist. Wenn Sie ihn schließen, endet der Vorgang; bereits Erledigtes bleibt bestehen.',
  actionDone:
    'Sie können diesen Bereich jetzt schließen. Die Liste zeigt die Änderungen, sobald sie neu geladen ist.',
  actionReload: 'Liste neu laden',
  anchorTitle_associate: 'Zu welchen Datensätzen zuordnen?',
  anchorTitle_remove: 'Zuordnungen zu welchen Datensätzen entfernen?',
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
  anchorSeveral: 'Das passt zu mehreren Datensätzen. Wählen Sie den richtigen aus.',
  anchorSuggested: 'Unternehmen mit der E-Mail-Domain der ausgewählten Kontakte',
  anchorLeftOut: {
    one: '{n} davon wird ausgelassen, wie bei der Prüfung festgelegt.',
    other: '{n} davon werden ausgelassen, wie bei der Prüfung festgelegt.',
  },
  anchorPairs: {
    one: '{records} × {anchors} = {n} Zuordnung',
    other: '{records} × {anchors} = {n} Zuordnungen',
  },
};
