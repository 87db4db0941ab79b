import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';

const { number } = formatIn('de');

const REFUSALS: Readonly<Record<string, string>> = {
  suspended: 'Eines der beiden Konten ist gesperrt. Fragen Sie die Einrichtung.',
  recorded:
    'Was Sie im Kurs getan haben, lässt sich nicht in ein anderes Konto übertragen. Fragen Sie im Kurs noch einmal, mit einer anderen Adresse.',
  settled: 'Sie haben inzwischen ein eigenes Konto. Melden Sie sich damit an.',
};

const WHY_NOT_READABLE: Readonly<Record<string, string>> = {
  not_offered: 'Die Lernplattform hat nicht gesagt, wo sie ist. Erlauben Sie es dort und öffnen Sie Cairn dann einmal.',
  not_needed: 'In diesem Kurs wird noch nichts gezeigt. Wählen Sie zuerst für einen seiner Links etwas aus.',
  off: 'Die Lernplattform, ihre Einbindung oder das Lesen von Teilnehmerlisten ist hier abgeschaltet.',
};

const WHY_NOT_ASKED: Readonly<Record<string, string>> = {
  not_offered: 'Die Lernplattform hat noch nie gesagt, dass sie Kurskopien meldet. Öffnen Sie Cairn dort einmal.',
  taken: 'Die Lernplattform kennt unsere Adresse schon; es ist nichts zu tun.',
  off: 'Die Lernplattform oder ihre Einbindung ist hier abgeschaltet.',
};

export const de = {
  'lti.unfit_address': {
    title: 'Diese Adresse kann keine Lernplattform haben',
    at: {
      'issuer.not_https': 'Geben Sie ihn genau so an, wie die Lernplattform ihn zeigt; er beginnt mit https://.',
      not_an_address: 'Geben Sie eine ganze Adresse an, etwa https://moodle.example.edu/mod/lti/certs.php.',
      not_https: 'Geben Sie eine Adresse an, die mit https:// beginnt.',
      with_password: 'Lassen Sie Namen und Passwort weg.',
      with_fragment: 'Lassen Sie weg, was ab dem # steht.',
    },
  },
  'lti.platform_known': {
    title: 'Diese Lernplattform ist schon verbunden',
    detail: 'Eine mit diesem Aussteller und dieser Client-ID gibt es hier schon.',
    at: { known: 'Sehen Sie in der Liste nach, oder nehmen Sie die Client-ID des neuen Tools.' },
  },
  'lti.deployment_known': {
    title: 'Diese Einbindung ist schon bekannt',
    detail: 'Sie steht in der Liste: Genehmigen Sie sie dort.',
    at: { known: 'Sie steht in der Liste: Genehmigen Sie sie dort.' },
  },
  'lti.next_key_waits': {
    title: 'Der nächste Schlüssel ist schon unterwegs',
    detail: 'Er unterschreibt einen Tag, nachdem er gemacht wurde: Bis dahin kennt ihn jede Lernplattform.',
  },
  'lti.roster_not_readable': {
    title: 'Die Teilnehmerliste dieses Kurses lässt sich nicht lesen',
    detail: ({ facts }) => WHY_NOT_READABLE[String(facts?.['reason'])],
  },
  'lti.notices_not_askable': {
    title: 'Die Lernplattform lässt sich nicht um Meldungen bitten',
    detail: ({ facts }) => WHY_NOT_ASKED[String(facts?.['reason'])],
  },
  'lti.too_many_links': {
    title: 'Mehr Registrierungslinks kann es nicht geben',
    detail: ({ facts }) =>
      `${number(Number(facts?.['most'] ?? 0))} gelten noch. Ziehen Sie die zurück, die nicht gebraucht werden.`,
  },
  'lti.claim_not_valid': {
    title: 'Dieser Link lässt sich nicht verwenden',
    detail: 'Er wurde schon benutzt, ist zu alt, oder es wurde ein neuerer geschickt. Bitten Sie im Kurs um einen neuen.',
  },
  'lti.claim_code_wrong': {
    title: 'Das ist nicht der Code',
    at: { wrong: 'Geben Sie die sechs Ziffern ein, die Ihr Kurs gezeigt hat, als Sie gefragt haben.' },
  },
  'lti.claim_refused': {
    title: 'Daraus kann kein eigenes Konto werden',
    detail: ({ facts }) => REFUSALS[String(facts?.['reason'])],
  },
  'lti.claim_of_somebody_else': {
    title: 'Sie sind als jemand anders angemeldet',
    detail: 'Melden Sie sich zuerst ab und öffnen Sie den Link noch einmal.',
  },
  'lti.account_settled': {
    title: 'Sie haben schon ein eigenes Konto',
    detail: 'Melden Sie sich mit seiner E-Mail-Adresse an.',
  },
  'lti.last_way_in': {
    title: 'Sie kämen nicht mehr herein',
    detail: 'Geben Sie zuerst unter „Anmelden“ eine E-Mail-Adresse an.',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
