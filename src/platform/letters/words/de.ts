import type { LetterTemplate } from '../catalogue.js';
import type { LetterWords } from './en.js';

const IGNORE = 'Wenn Sie das nicht erwartet haben, müssen Sie nichts tun: Solange niemand den Link öffnet, geschieht nichts.';
const HELLO = 'Guten Tag {{person.name}},';
const FETCH = 'Die Adresse bleibt dieselbe; eine Datei, die Sie aufbewahren, ist veraltet. Bitte holen Sie sie neu:';
const BADGE = 'Ihr Badge: {{badge.name}}';
const OPEN_BADGE = '[Badge öffnen]({{link}})';

const letter = (subject: string, ...paragraphs: string[]): LetterTemplate => ({ subject, body: paragraphs.join('\n\n') });

export const de: LetterWords = {
  templates: {
    invitation: letter(
      '{{institution.name}} lädt Sie zu Cairn ein',
      HELLO,
      '{{institution.name}} bietet auf Cairn Micro-Credentials an und lädt Sie ein, dabei zu sein. Öffnen Sie diesen Link, um die Einladung anzunehmen; er gilt 14 Tage:',
      '[Einladung annehmen]({{link}})',
      IGNORE,
    ),
    welcome: letter(
      'Ihr Konto bei {{institution.name}}',
      HELLO,
      '{{institution.name}} hat auf Cairn ein Konto für Sie angelegt. Öffnen Sie diesen Link, um sich anzumelden und ein Passwort zu wählen; er gilt einmal und sieben Tage lang. Danach bekommen Sie mit „Passwort vergessen?“ einen neuen:',
      '[Zum ersten Mal anmelden]({{link}})',
      IGNORE,
    ),
    joined: letter(
      'Sie gehören jetzt zu {{institution.name}}',
      HELLO,
      '{{institution.name}} hat Sie auf Cairn aufgenommen. Melden Sie sich an wie immer:',
      '[Anmelden]({{link}})',
    ),
    password_reset: letter(
      'Wählen Sie ein neues Passwort für Cairn',
      HELLO,
      'jemand, vermutlich Sie selbst, hat um ein neues Passwort gebeten. Öffnen Sie diesen Link, um eines zu wählen; er gilt einmal und eine Stunde lang:',
      '[Neues Passwort wählen]({{link}})',
      IGNORE,
    ),
    password_changed: letter(
      'Ihr Passwort für Cairn wurde geändert',
      HELLO,
      'Ihr Passwort wurde geändert, und alle anderen Geräte wurden abgemeldet. Wenn Sie das nicht waren, wählen Sie jetzt ein neues:',
      '[Neues Passwort wählen]({{link}})',
    ),
    confirm_email: letter(
      'Bestätigen Sie Ihre E-Mail-Adresse für Cairn',
      HELLO,
      'öffnen Sie diesen Link, um sich künftig mit dieser Adresse anzumelden; er gilt einmal und eine Stunde lang:',
      '[Adresse bestätigen]({{link}})',
      IGNORE,
    ),
    address_in_use: letter(
      'Ihre E-Mail-Adresse und Cairn',
      'Guten Tag,',
      'jemand wollte diese Adresse für ein anderes Konto auf Cairn verwenden. Sie haben damit schon ein Konto, deshalb wurde nichts geändert.',
      '[Anmelden]({{link}})',
    ),
    email_changed: letter(
      'Ihre E-Mail-Adresse für Cairn wurde geändert',
      HELLO,
      'Sie melden sich bei Cairn jetzt mit {{email}} an. Wenn Sie das nicht waren, sagen Sie es sofort denen, die Cairn bei Ihrer Einrichtung betreiben.',
    ),
    lms_account: letter(
      'Machen Sie ein eigenes Konto aus dem, was Sie im Kurs tun',
      'Guten Tag,',
      'jemand in einem Kurs von {{institution.name}} möchte ein Konto mit dieser Adresse aus dem machen, was dort geschieht. Wenn Sie das sind, öffnen Sie diesen Link; er gilt einmal und eine Stunde lang und fragt nach dem Code, den Ihr Kurs zeigt:',
      '[Zu meinem Konto machen]({{link}})',
      'Wenn Sie das nicht sind, tun Sie nichts: Dann geschieht nichts.',
    ),
    lms_link: letter(
      'Verknüpfen Sie Ihr Konto mit Ihrem Kurs',
      'Guten Tag,',
      'jemand in einem Kurs von {{institution.name}} möchte ein Konto mit dieser Adresse aus dem machen, was dort geschieht. Sie haben damit schon ein Konto. Wenn Sie das sind, können Sie beides über diesen Link verknüpfen; er gilt einmal und eine Stunde lang und fragt nach dem Code, den Ihr Kurs zeigt:',
      '[Ansehen]({{link}})',
      'Wenn Sie das nicht sind, tun Sie nichts: Dann geschieht nichts.',
    ),
    lms_linked: letter(
      'Ihr Konto ist mit Ihrem Kurs verknüpft',
      HELLO,
      'von nun an öffnet ein Kurs von {{institution.name}} Ihr Konto, zum Lernen. Welche Lernplattform das ist, sehen Sie in Ihrem Konto und können es dort wieder lösen:',
      '[Wege in Ihr Konto]({{link}})',
      'Wenn Sie das nicht waren, lösen Sie es sofort und wählen Sie ein neues Passwort.',
    ),
    lms_unlinked: letter(
      'Eine Lernplattform öffnet Ihr Konto nicht mehr',
      HELLO,
      'eine Lernplattform von {{institution.name}} öffnet Ihr Konto nicht mehr. Was Sie getan haben, bleibt darin. Was noch hineinführt, sehen Sie hier:',
      '[Wege in Ihr Konto]({{link}})',
      'Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort.',
    ),
    deadline_near: letter(
      'Ihr Projekt ist bald fällig',
      HELLO,
      'Ihr Projekt in „{{microCredential.title}}“ ist fällig am **{{deadline}}**.',
      '[Weiter am Entwurf arbeiten]({{link}})',
    ),
    feedback: letter(
      'Es gibt Rückmeldung zu Ihrem Projekt',
      HELLO,
      'Ihr Projekt in „{{microCredential.title}}“ wurde bewertet.',
      '[Rückmeldung lesen]({{link}})',
    ),
    reminder: letter(
      'Wie geht es mit „{{microCredential.title}}“?',
      HELLO,
      'Sie haben einen Platz in „{{offering.title}}“, und wir haben länger nichts von Ihnen gehört. Was Sie bisher getan haben, bleibt: Machen Sie weiter, wo Sie aufgehört haben. Wenn etwas im Weg steht, schreiben Sie uns.',
      '[Weitermachen]({{link}})',
    ),
    place_moved: letter(
      'Sie sind jetzt in „{{offering.title}}“',
      HELLO,
      '{{institution.name}} hat Ihren Platz in „{{microCredential.title}}“ in eine andere Durchführung verlegt: „{{offering.title}}“. Alles, was Sie getan haben, zählt weiter. Termine und Fristen sind die der neuen Durchführung; Sie sehen sie hier und in Ihrem Kalender:',
      '[Durchführung öffnen]({{link}})',
    ),
    badge_issued: letter(
      BADGE,
      'Herzlichen Glückwunsch, {{person.name}}!',
      'Sie haben das Badge „{{badge.name}}“ erworben. Wer diese Adresse von Ihnen hat, kann prüfen, dass es echt ist:',
      OPEN_BADGE,
    ),
    badge_again: letter(
      BADGE,
      HELLO,
      'hier ist noch einmal Ihr Badge „{{badge.name}}“. Wer diese Adresse von Ihnen hat, kann prüfen, dass es echt ist:',
      OPEN_BADGE,
    ),
    badge_reissued: letter(BADGE, HELLO, `Ihr Badge „{{badge.name}}“ wurde neu ausgestellt. ${FETCH}`, OPEN_BADGE),
    badge_corrected: letter(BADGE, HELLO, `Ihr Badge „{{badge.name}}“ wurde berichtigt. ${FETCH}`, OPEN_BADGE),
    badge_signed_anew: letter(
      BADGE,
      HELLO,
      'Ihr Badge „{{badge.name}}“ wurde neu unterschrieben, weil der bisherige Schlüssel nicht mehr gilt. Die Adresse bleibt dieselbe und der Inhalt auch; eine Datei, die Sie aufbewahren, lässt sich nicht mehr prüfen. Bitte holen Sie sie neu:',
      OPEN_BADGE,
    ),
    badge_reinstated: letter(BADGE, HELLO, `Ihr Badge „{{badge.name}}“ ist nicht mehr ausgesetzt. ${FETCH}`, OPEN_BADGE),
    correction_declined: letter(
      BADGE,
      HELLO,
      'Sie haben darum gebeten, den Namen auf Ihrem Badge „{{badge.name}}“ zu berichtigen. Er bleibt, wie er ist.',
      '{{answer}}',
      OPEN_BADGE,
    ),
    wallet_code: letter(
      'Der Code für Ihre Wallet',
      HELLO,
      'Ihre Wallet fragt nach einem Code, bevor sie Ihr Badge annimmt. Er lautet',
      '{{code}}',
      'und gilt eine Viertelstunde. Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ohne den Code bekommt niemand das Badge.',
    ),
    grading_waiting: letter(
      'Es gibt Arbeiten zu bewerten',
      HELLO,
      'in „{{offering.title}}“ wurden Arbeiten abgegeben, die auf eine Bewertung warten.',
      '[Warteschlange öffnen]({{link}})',
    ),
    import_finished: letter(
      'Ihr Import ist fertig',
      HELLO,
      'die Kurse, die Sie importiert haben, sind da.',
      '[Werkstatt öffnen]({{link}})',
    ),
    personal_export: letter(
      'Ihre Daten sind bereit',
      HELLO,
      'alles, was über Sie gespeichert ist, liegt jetzt in einem Archiv. Melden Sie sich an und holen Sie es innerhalb einer Woche ab:',
      '[Archiv abholen]({{link}})',
      'Wenn Sie nicht darum gebeten haben, ist jemand anderes unter Ihrem Namen angemeldet: Wählen Sie dort ein neues Passwort.',
    ),
    webhook_ended: letter(
      'Ein Webhook wurde abgeschaltet',
      HELLO,
      'Cairn schickt keine Nachrichten mehr an einen Webhook von {{institution.name}}: Seit Tagen ist jede gescheitert, oder die Gegenseite will keine mehr. Auf dieser Seite steht, welcher und warum. Wenn er wieder geht, setzen Sie ihn dort fort und schicken Sie nach, was ihm entging:',
      '[Webhooks öffnen]({{link}})',
    ),
    erasure_requested: letter(
      '{{institution.name}} wird Ihre Daten löschen',
      HELLO,
      'Ihre Daten bei {{institution.name}} werden am {{deadline}} gelöscht. Bis dahin ändert sich nichts: Holen Sie Ihre Daten und Ihre Badges ab, wenn Sie sie behalten wollen. Danach kann Ihnen niemand mehr schreiben und niemand etwas zurückholen.',
      'Haben Sie es sich anders überlegt, oder waren das nicht Sie? Öffnen Sie diese Seite, melden Sie sich an und behalten Sie Ihre Daten. Dort steht auch, was aus Ihren Badges wird:',
      '[Meine Daten behalten]({{link}})',
    ),
    erasure_cancelled: letter(
      '{{institution.name}} behält Ihre Daten',
      HELLO,
      'die Löschung Ihrer Daten bei {{institution.name}} wurde abgesagt; alles bleibt, wie es ist. Sie können jederzeit wieder darum bitten:',
      '[Meine Daten]({{link}})',
    ),
    erasure_refused: letter(
      '{{institution.name}} kann Ihre Daten noch nicht löschen',
      HELLO,
      '{{institution.name}} kann Ihre Daten zurzeit nicht löschen, aus einem Grund, den das Gesetz zulässt (DSGVO Art. 17 Abs. 3). Auf dieser Seite steht, aus welchem, und dort können Sie wieder darum bitten, sobald er entfällt:',
      '[Meine Daten]({{link}})',
      'Sie können sich bei Ihrer Datenschutzaufsicht beschweren.',
    ),
    signature: letter('', '{{institution.name}}'),
    footer: letter('', 'Gesendet von Cairn, wo {{institution.name}} Micro-Credentials anbietet.'),
  },
  enclosed: 'Beigelegt:',
  choice: 'In Cairn wählen Sie unter „Benachrichtigungen“, wovon Sie per Mail hören.',
  badgeFiles: {
    picture: 'das Badge als Bild, mit dem unterschriebenen Nachweis darin. Wallets und Backpacks können es lesen.',
    certificate: 'eine Urkunde zum Drucken oder Weitergeben, mit dem unterschriebenen Nachweis im Anhang.',
  },
  trial: 'Probe: ',
  examples: {
    person: 'Amara Okafor',
    microCredential: 'Data Storytelling',
    offering: 'Data Storytelling, Frühjahr',
    badge: 'Data Storytelling',
    answer: 'Der Name ist geschrieben wie in Ihrem Reisepass.',
  },
};
