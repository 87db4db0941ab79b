import type { en } from './en.js';
import { account } from './account.de.js';
import { registration } from './registration.de.js';

export const de: typeof en = {
  login: {
    title: 'Cairn wird geöffnet',
    opening: 'Einen Augenblick: Cairn wird geöffnet.',
    blocked: 'Ihr Browser lässt nicht zu, dass Cairn innerhalb dieser Seite angemeldet bleibt. In einem eigenen Fenster geht es.',
    newWindow: 'Cairn in einem neuen Fenster öffnen',
    after: 'Diese Seite können Sie dann schließen oder später hier weitermachen.',
  },
  parked: {
    blocked:
      'Ihre Lernplattform weiß, wer Sie sind, aber Ihr Browser lässt nicht zu, dass Cairn innerhalb dieser Seite angemeldet bleibt. In einem eigenen Fenster geht es.',
    opened:
      'Cairn ist in einem eigenen Fenster geöffnet. Um später wiederzukommen, öffnen Sie den Link in Ihrem Kurs noch einmal.',
  },
  refused: {
    title: 'Cairn konnte von hier aus nicht geöffnet werden',
    again:
      'Gehen Sie zurück in Ihren Kurs und öffnen Sie den Link noch einmal. Hilft das nicht, zeigen Sie diese Seite denen, die Ihre Lernplattform betreuen.',
    forAdministrators: 'Für die Administration',
    code: 'Code',
    where: 'Wo nachzusehen ist',
    request: 'Anfrage',
    reasons: {
      token_malformed: 'Was die Plattform geschickt hat, ist keine signierte Nachricht.',
      algorithm_not_allowed: 'Die Nachricht ist mit einem Verfahren signiert, das für diese Plattform nicht erlaubt ist.',
      key_unnamed: 'Die Nachricht sagt nicht, mit welchem Schlüssel sie signiert ist.',
      key_unknown: 'Der Schlüssel, mit dem die Nachricht signiert ist, steht nicht im Schlüsselsatz der Plattform.',
      keys_unreachable: 'Der Schlüsselsatz der Plattform ist unter der eingetragenen Adresse nicht zu lesen.',
      signature_wrong: 'Die Signatur der Nachricht stimmt nicht.',
      claim_missing: 'In der Nachricht fehlt etwas, das der Standard verlangt.',
      claim_malformed: 'Etwas in der Nachricht hat eine Form, die der Standard nicht erlaubt.',
      issuer_wrong: 'Die Nachricht kommt von einer anderen Plattform als die Anmeldung.',
      audience_wrong: 'Die Nachricht ist für ein anderes Werkzeug bestimmt.',
      audience_untrusted: 'Die Nachricht ist auch für andere bestimmt, die hier nicht bekannt sind.',
      authorized_party_wrong: 'Die Nachricht nennt ein anderes Werkzeug, für das sie gemacht sei.',
      expired: 'Die Nachricht ist zu alt.',
      issued_in_the_future: 'Die Nachricht stammt aus der Zukunft: Eine der beiden Uhren geht falsch.',
      nonce_wrong: 'Die Nachricht gehört nicht zu dieser Anmeldung.',
      version_unsupported: 'Die Nachricht folgt einer anderen LTI-Version als 1.3.0.',
      message_type_unsupported: 'Nachrichten dieser Art werden hier nicht verstanden.',
      target_foreign: 'Die Nachricht führt zu einer Adresse, die nicht unsere ist.',
      deployment_unknown: 'Diese Bereitstellung (Deployment) ist hier noch nicht freigegeben.',
      state_unknown: 'Die Anmeldung ist unbekannt, schon benutzt oder zu alt.',
      browser_other: 'Die Anmeldung wurde in einem anderen Browser begonnen.',
      browser_unknown:
        'Ihr Browser hat keinen Cookie dieser Anmeldung mitgebracht: Er behält keine, oder die Anmeldung wurde in einem anderen begonnen.',
      platform_unknown: 'Mit diesem Aussteller (Issuer) und dieser Client-ID ist keine Plattform eingetragen.',
      client_ambiguous: 'Für diesen Aussteller gibt es mehrere Einträge, und die Anmeldung sagt nicht, welcher gemeint ist.',
      registration_inactive: 'Der Eintrag der Plattform ist nicht aktiv.',
      platform_error: 'Die Plattform hat die Anmeldung abgelehnt.',
      anonymous: 'Die Plattform sagt nicht, wer die Person ist.',
      login_incomplete: 'In der Anmeldung fehlt etwas, das der Standard verlangt.',
      suspended: 'Die Person ist hier gesperrt.',
      not_staff: 'Das dürfen nur, die in dem Kurs lehren.',
      target_unknown: 'Was der Link zeigt, gibt es hier nicht, oder es wurde nie veröffentlicht.',
    },
  },
  nothing: {
    title: 'Hier ist noch nichts',
    text: 'Wer in diesem Kurs lehrt, hat noch nicht gewählt, was dieser Link zeigt. Kommen Sie später wieder.',
  },
  noPlace: {
    title: 'Hier ist kein Platz für Sie',
    text: 'Fragen Sie, wer in diesem Kurs lehrt.',
    reasons: {
      offering_cancelled: 'Wohin dieser Link führt, wurde abgesagt.',
      offering_ended: 'Wohin dieser Link führt, ist zu Ende.',
      no_seats_left: 'Alle Plätze sind vergeben.',
      waitlist_full: 'Alle Plätze sind vergeben, und die Warteliste ist voll.',
    },
  },
  picker: {
    title: 'Was sollen Ihre Lernenden sehen?',
    forLink: 'Noch ist nicht gewählt, was dieser Link zeigt. Wählen Sie eines; für anderes können Sie weitere Links anlegen.',
    forOne: 'Wählen Sie eines. In Ihrem Kurs wird ein Link dazu angelegt.',
    forMany:
      'Wählen Sie, was Sie möchten. Zu jedem wird in Ihrem Kurs ein Link angelegt, mit einer Spalte im Notenbuch, wo Ihre Plattform eines hat.',
    search: 'Nach Titel suchen',
    find: 'Suchen',
    none: 'Kein veröffentlichtes Micro-Credential hat das im Titel.',
    nothingPublished: 'Noch ist kein Micro-Credential veröffentlicht. Lehrende erstellen und veröffentlichen sie in Cairn.',
    more: 'Es gibt noch mehr. Suchen Sie nach dem Titel.',
    whole: 'Das ganze Micro-Credential',
    course: 'Kurs',
    project: 'Projekt',
    inside: 'Kurse, Aktivitäten und Projekt',
    dates: {
      title: 'Termine (freiwillig)',
      hint: (timeZone: string) =>
        `Die Tage beginnen und enden wie in ${timeZone}. Ihre Lernenden sehen sie in Cairn und in Ihrem Kurs. Was später abgegeben wird, gilt als verspätet.`,
      startsAt: 'Öffnet am',
      endsAt: 'Verfügbar bis zum Ende des',
      projectDue: 'Projekt abzugeben bis zum Ende des',
      standing: (dates: string) => `In diesem Kurs gibt es Termine: ${dates}.`,
      forAll: 'Was Sie hier ändern, ändert sich für alle im Kurs.',
      stands: {
        startsAt: (day: string) => `es öffnet am ${day}`,
        endsAt: (day: string) => `es ist bis ${day} verfügbar`,
        projectDue: (day: string) => `das Projekt ist bis ${day} abzugeben`,
      },
    },
    add: 'In den Kurs aufnehmen',
    show: 'Dies zeigen',
    cancel: 'Abbrechen',
  },
  answer: {
    title: 'Zurück zu Ihrem Kurs',
    text: 'Ihre Wahl wird in Ihren Kurs übernommen.',
    button: 'Zurück zum Kurs',
    shownTitle: 'Es ist gewählt',
    shown:
      'Wer diesen Link von nun an öffnet, sieht, was Sie gewählt haben. Öffnen Sie den Link noch einmal, um es selbst zu sehen.',
  },
  ...account,
  registration,
};
