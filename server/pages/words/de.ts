import type { Words } from './words';

const again = 'Erneut installieren';

export const de: Words = {
  install: {
    installed: {
      title: 'Bulk Associate ist installiert',
      text: 'Ein Schritt fehlt noch: Zeigen Sie Ihrem Team die Karte.',
      steps: [
        'Öffnen Sie in HubSpot einen Kontakt, ein Unternehmen, einen Deal oder ein Ticket.',
        'Wählen Sie als Admin „Anpassen“ und öffnen Sie die Datensatzansicht, die Ihr Team verwendet.',
        'Fügen Sie die Karte Bulk Associate in der mittleren Spalte als Tab oder in der Seitenleiste hinzu und speichern Sie.',
        'Öffnen Sie einen Datensatz und klicken Sie auf „{open}“.',
      ],
      link: 'Zu HubSpot',
    },
    declined: {
      title: 'Bulk Associate wurde nicht installiert',
      text: 'Sie haben in HubSpot abgebrochen. Es wurde nichts geändert und nichts gespeichert.',
      link: again,
    },
    stale: {
      title: 'Diese Installation kann hier nicht abgeschlossen werden',
      text: 'Sie wurde vor zu langer Zeit, in einem anderen Browser oder nicht auf unserer Installationsseite begonnen. Es wurde nichts gespeichert.',
      link: again,
    },
    refused: {
      title: 'HubSpot hat die Installation nicht bestätigt',
      text: 'Die Bestätigung wurde schon verwendet oder ist zu alt. Wenn die Karte nicht funktioniert, installieren Sie die App erneut.',
      link: again,
    },
    hubspotUnavailable: {
      title: 'HubSpot hat nicht geantwortet',
      text: 'Die Installation konnte nicht abgeschlossen werden. Warten Sie eine Minute und installieren Sie dann erneut.',
      link: again,
    },
    databaseUnavailable: {
      title: 'Die Installation kann gerade nicht abgeschlossen werden',
      text: 'Unsere Datenbank ist nicht erreichbar. Es wurde nichts gespeichert. Warten Sie eine Minute und installieren Sie dann erneut.',
      link: again,
    },
  },
  admin: {
    title: 'Wer Bulk Associate verwenden darf',
    intro: (account) =>
      `HubSpot-Account ${account}. Was Sie hier speichern, gilt sofort auf allen Datensatzseiten.`,
    who: 'Wer die Karte verwenden darf',
    allowed: {
      everyone: 'Alle, die die Karte sehen',
      named: 'Nur die unten aufgeführten Personen und Admins',
      admins: 'Nur die unten aufgeführten Admins',
    },
    rights:
      'In HubSpot handelt eine App mit ihren eigenen Rechten. HubSpot prüft nicht, ob die Person Zuordnungen bearbeiten darf.',
    teams: 'Teams können nicht gewählt werden: HubSpot teilt dieser App nicht mit, in welchen Teams eine Person ist.', // prettier-ignore
    ask: 'An wen sollen sich andere Personen wenden?',
    askHint: 'Wird Personen angezeigt, die die Karte nicht verwenden dürfen, zum Beispiel: Dana im Vertrieb.',
    save: 'Speichern',
    people: 'Personen',
    person: 'Person',
    role: 'Rolle',
    change: 'Ändern',
    user: (id) => `HubSpot-Benutzer ${id}`,
    you: 'Sie',
    pending: (hint) => `${hint} (hat die Karte noch nicht verwendet)`,
    roles: {
      user: 'Darf die Karte verwenden',
      admin: 'Admin: darf die Karte verwenden und diese Seite ändern',
    },
    remove: 'Entfernen',
    removeOf: (person) => `${person} entfernen`,
    name: 'Person hinzufügen',
    nameField: 'E-Mail-Adresse in HubSpot oder HubSpot-Benutzer-ID',
    nameHint:
      'Die Adresse wird nicht gespeichert. An ihr wird die Person erkannt, sobald sie die Karte das nächste Mal verwendet. Um eine Rolle zu ändern, fügen Sie die Person erneut hinzu.',
    add: 'Hinzufügen',
    runs: 'Vorgänge',
    runsText: (days) =>
      `Datensatz-IDs und Ergebnisse von Vorgängen werden ${days} Tage lang aufbewahrt, damit Vorgänge angesehen und rückgängig gemacht werden können.`,
    confirm: 'Mir ist bewusst, dass gelöschte Vorgänge nicht mehr rückgängig gemacht werden können.',
    deleteRuns: 'Alle Vorgänge löschen',
    done: {
      saved: 'Gespeichert.',
      named: 'Die Person ist hinzugefügt.',
      removed: 'Die Person ist entfernt.',
      deleted: 'Alle Vorgänge sind gelöscht. Laufende Vorgänge wurden angehalten.',
    },
    errors: {
      who: 'Geben Sie eine E-Mail-Adresse oder eine HubSpot-Benutzer-ID (nur Ziffern) ein. Es wurde nichts geändert.',
      ask: 'Geben Sie den Ansprechpartner mit höchstens 200 Zeichen an. Es wurde nichts geändert.',
      too_many: 'Es können höchstens 500 Personen hinzugefügt werden. Es wurde nichts geändert.',
      last_admin: 'Mindestens ein Admin, der die Karte schon verwendet hat, muss bleiben. Es wurde nichts geändert.', // prettier-ignore
      unconfirmed: 'Setzen Sie zur Bestätigung das Häkchen. Es wurde nichts gelöscht.',
    },
    expiredTitle: 'Öffnen Sie diese Seite über die Karte',
    expired:
      'Der Link wurde schon geöffnet, ist älter als fünf Minuten, oder Sie sind kein Admin dieser App mehr. Öffnen Sie die Einstellungen in der Karte erneut.',
    unavailableTitle: 'Diese Seite kann gerade nicht angezeigt werden',
    unavailable:
      'Unsere Datenbank ist nicht erreichbar. Es wurde nichts geändert. Warten Sie eine Minute und laden Sie die Seite dann neu.',
  },
};
