import type { registration as en } from './registration.en.js';

export const registration: typeof en = {
  ask: {
    title: 'Cairn hier registrieren',
    will: (platform, institution) => `${platform} wird in Kursen Cairn von ${institution} zeigen.`,
    asks: 'Cairn bittet darum:',
    people: 'den Namen und die E-Mail-Adresse derer zu erfahren, die es öffnen',
    button: 'Cairn hier registrieren',
    notYours: 'Nicht Ihre Einrichtung? Schließen Sie diese Seite: Es wurde nichts geändert.',
  },
  services: {
    lineItems: 'in den Notenbüchern dieser Kurse Spalten für Cairn zu führen',
    scores: 'Punkte in diese Spalten zu schreiben',
    results: 'zurückzulesen, was das Notenbuch dort zeigt',
    notices: 'zu erfahren, wenn ein Kurs kopiert wird',
    roster: 'zu lesen, wer in diesen Kursen ist',
  },
  done: {
    registered: 'Cairn ist registriert.',
    updated: 'Die Registrierung ist auf dem neuesten Stand.',
    know: (platform, institution) => `${platform} und ${institution} kennen einander nun.`,
    next: 'Wie es weitergeht',
    activate: {
      moodle:
        'Wählen Sie in Moodle unter Website-Administration, Plugins, Externes Tool, Tools verwalten auf der Karte von Cairn „Aktivieren“.',
      canvas: 'Gehen Sie in Canvas weiter zur Bestätigung und schalten Sie die App ein.',
      desire2learn:
        'Schalten Sie in Brightspace die Registrierung ein und legen Sie eine Bereitstellung mit den Organisationseinheiten an, die Cairn verwenden dürfen.',
      other: 'Schalten Sie Cairn in der Werkzeugliste Ihres LMS ein: Die meisten Systeme warten darauf.',
    },
    deploy:
      'Stellen Sie Cairn in den Kursen oder Bereichen bereit, die es verwenden dürfen. Die erste Bereitstellung, die jemand öffnet, gilt als die gemeinte; weitere warten auf die Administration in Cairn.',
    add: 'Fügen Sie in einem Kurs eine Aktivität „Cairn“ hinzu und wählen Sie, was sie zeigt.',
    withheld: 'Ihr LMS erlaubt nicht:',
    without:
      'Cairn kommt ohne das aus. Um es zu ändern, erlauben Sie den Dienst für das Werkzeug in Ihrem LMS und registrieren Sie es noch einmal.',
    close: 'Diese Seite schließen',
  },
  nothingDone: 'In Cairn wurde nichts registriert.',
  refusals: {
    invitation_unknown: {
      title: 'Dieser Registrierungslink kann nicht verwendet werden',
      advice:
        'Er wurde schon verwendet, zurückgezogen oder ist älter als sieben Tage. Die Administration Ihrer Einrichtung erstellt in Cairn einen neuen, unter Einrichtung, Lernplattformen.',
    },
    configuration_missing: {
      title: 'Öffnen Sie diesen Link aus Ihrem LMS',
      advice:
        'Diese Adresse gehört nicht in die Adresszeile des Browsers: Fügen Sie sie in Ihrem Lernmanagementsystem dort ein, wo ein Werkzeug über seine Registrierungs-URL hinzugefügt wird. Das LMS öffnet sie und sagt, wo seine eigenen Einstellungen stehen.',
    },
    configuration_unreachable: {
      title: 'Ihr LMS ist nicht zu erreichen',
      advice:
        'Cairn konnte die Einstellungen Ihres LMS nicht lesen. Sie müssen im öffentlichen Internet über https an einer Adresse stehen, die nicht weiterleitet. Prüfen Sie das und öffnen Sie den Link noch einmal aus Ihrem LMS.',
    },
    configuration_malformed: {
      title: 'Die Einstellungen Ihres LMS sind nicht zu lesen',
      advice:
        'Ihnen fehlt etwas, das LTI 1.3 verlangt. Prüfen Sie, ob die Adresse Ihres LMS (wwwroot, eigene Domain) gesetzt ist, oder tragen Sie es von Hand ein: Cairn zeigt, was einzugeben ist.',
    },
    issuer_foreign: {
      title: 'Die Einstellungen nennen ein anderes System als das, von dem sie kommen',
      advice:
        'Der Aussteller muss auf dem Host sein, von dem seine Einstellungen gelesen werden. Öffnen Sie Ihr LMS unter seiner Hauptadresse und versuchen Sie es noch einmal, oder tragen Sie es von Hand ein.',
    },
    endpoint_unfit: {
      title: 'Ihr LMS nennt eine Adresse, die nicht zu verwenden ist',
      advice:
        'Jede seiner Adressen muss mit https beginnen. Richten Sie in Ihrem LMS https ein und öffnen Sie den Link noch einmal.',
    },
    method_unsupported: {
      title: 'Ihr LMS und Cairn kennen kein gemeinsames Signaturverfahren',
      advice:
        'Cairn braucht Signaturen mit RS256 und die Client-Authentifizierung private_key_jwt. Aktualisieren Sie Ihr LMS oder fragen Sie dessen Hersteller.',
    },
    registration_unreachable: {
      title: 'Ihr LMS hat nicht geantwortet',
      advice:
        'Sehen Sie nach, ob Cairn dort in der Werkzeugliste steht: Wenn ja, löschen Sie es. Öffnen Sie dann den Registrierungslink noch einmal; er ist nicht verbraucht.',
    },
    registration_refused: {
      title: 'Ihr LMS hat die Registrierung abgelehnt',
      advice:
        'Worum gebeten wurde, ist vielleicht abgelaufen: Beginnen Sie in Ihrem LMS noch einmal mit demselben Link; er ist nicht verbraucht. Lehnt es wieder ab, sagt sein Protokoll, warum.',
    },
    answer_malformed: {
      title: 'Die Antwort Ihres LMS ist nicht zu verwenden',
      advice:
        'Es hat keine Client-ID genannt. Löschen Sie das Werkzeug dort, wenn es in der Liste steht, und tragen Sie es von Hand ein: Cairn zeigt, was einzugeben ist.',
    },
    registered_elsewhere: {
      title: 'Dieses LMS ist schon registriert',
      advice:
        'Eine andere Einrichtung hier hat einen Eintrag mit derselben Client-ID. Beginnen Sie in Ihrem LMS noch einmal mit einem neuen Werkzeug.',
    },
  },
};
