import { csvWords } from '../../platform/csv/csv-words.de.js';
import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';

const { list, number } = formatIn('de');

const STATES: Readonly<Record<string, string>> = {
  issued: 'gültig',
  suspended: 'ausgesetzt',
  revoked: 'widerrufen',
  superseded: 'ersetzt',
  expired: 'abgelaufen',
};

const ENDORSED: Readonly<Record<string, string>> = {
  accepted: 'Sie ist schon angenommen.',
  rejected: 'Sie ist schon abgelehnt.',
  withdrawn: 'Sie ist schon zurückgezogen.',
};

const ENDORSEMENT: Readonly<Record<string, string>> = {
  not_an_endorsement: 'Nehmen Sie eine Empfehlung nach Open Badges 3.0 (EndorsementCredential), die von einem handelt.',
  not_of_ours: 'Sie empfiehlt weder diese Einrichtung noch eine ihrer Auszeichnungen.',
  malformed: 'Sie ist nicht, wie Open Badges 3.0 eine Empfehlung verlangt. Wer sie gegeben hat, muss sie neu unterschreiben.',
  not_verified: 'Sie besteht die Prüfung nicht.',
};

const DECIDED: Readonly<Record<string, string>> = {
  accepted: 'Der Bitte wurde entsprochen.',
  declined: 'Die Bitte wurde abgelehnt.',
};

/** What the page that checks says of the same faults, for who sends a document to be checked. */
const BROUGHT: Readonly<Record<string, string>> = {
  'nothing-brought': 'Fügen Sie den Nachweis ein, wählen Sie eine Datei, oder geben Sie eine Adresse an.',
  'several-brought': 'Bringen Sie einen Nachweis auf einmal: einen Text, eine Datei oder eine Adresse.',
  'no-email': 'Das ist keine E-Mail-Adresse.',
  'no-address': 'Das ist nicht die Adresse einer Seite. Sie beginnt mit https://.',
  'not-json': 'Das ist kein JSON. Senden Sie den ganzen Nachweis, ein ganzes Token oder eine ganze Adresse.',
  'not-sent-as-json': 'Senden Sie den Nachweis als JSON.',
};

/** Why an award from before Cairn is not given again. */
const WITHHELD: Readonly<Record<string, string>> = {
  'already-issued': 'Ein Badge dieser Ausgabe ist gültig.',
  'already-revoked': 'Ein Badge dieser Ausgabe wurde widerrufen.',
  'already-expired': 'Ein Badge dieser Ausgabe ist abgelaufen.',
  'not-revoked': 'Noch einmal verliehen wird nur, was widerrufen ist.',
  'learner-suspended': 'Die Person ist gesperrt. Lassen Sie sie zuerst wieder zu.',
  'edition-unknown': 'Die Ausgabe gibt es nicht mehr.',
  'badge-unfit': 'Das Badge wäre ungültig.',
  'under-way': 'Ein Badge davon wird schon signiert.',
  'issued-just-now': 'Ein anderer Nachweis davon wurde gerade ausgestellt.',
};

const SOON = 'Kommen Sie gleich noch einmal.';
const A_CHALLENGE = 'Holen Sie eine neue Aufgabe, unterschreiben Sie sie mit einem Schlüssel Ihrer DID, und senden Sie das.';

export const de = {
  'credentials.wrong_state': {
    title: 'Der Nachweis ist inzwischen in einem anderen Zustand',
    detail: ({ facts }) => {
      if (facts?.['state'] === 'superseded') return 'Eine neuere Form hat ihn ersetzt: Handeln Sie an dieser.';
      const state = STATES[String(facts?.['state'])];
      return state && `Er ist ${state}.`;
    },
  },
  'credentials.endorsement_state': {
    title: 'Die Empfehlung ist in einem anderen Zustand',
    detail: ({ facts }) => ENDORSED[String(facts?.['state'])],
  },
  'credentials.endorsement_unfit': {
    title: 'Die Empfehlung lässt sich nicht aufnehmen',
    detail: ({ facts }) => ENDORSEMENT[String(facts?.['reason'])],
    at: {
      missing: ({ field }) => `„${field}“ fehlt.`,
      not_a_text: ({ field }) => `„${field}“ muss ein Text sein.`,
      not_a_uri: ({ field }) => `„${field}“ muss eine ganze Adresse sein.`,
      not_a_moment: ({ field }) => `„${field}“ muss ein Zeitpunkt mit Zeitzone sein, wie 2026-03-01T09:30:00Z.`,
      other: ({ field }) => `„${field}“ ist nicht, was der Standard dort verlangt.`,
    },
  },
  'credentials.endorsement_withdrawn': {
    title: 'Die Empfehlung wurde zurückgezogen',
    detail: 'Wer sie gegeben hat, hat sie zurückgezogen.',
  },
  'credentials.not_a_document': {
    title: 'In der Anfrage ist kein Nachweis',
    detail: ({ facts }) => BROUGHT[String(facts?.['fault'])],
  },
  'credentials.reissue_under_way': {
    title: 'Eine neue Form des Nachweises wird gerade unterschrieben',
    detail: 'Versuchen Sie es gleich noch einmal.',
  },
  'credentials.amendment_refused': {
    title: 'Das kann der Nachweis nicht sagen',
    detail: ({ facts }) =>
      facts?.['reason'] === 'shown_already'
        ? 'Diesen Namen zeigt er schon: Geben Sie einen anderen an.'
        : 'Prüfen Sie, was geändert werden soll, und versuchen Sie es noch einmal.',
  },
  'credentials.shows_no_name': {
    title: 'Der Nachweis zeigt keinen Namen',
    detail: 'Er nennt niemandem, wem er gehört. Darum kann auch kein Name darauf falsch sein.',
  },
  'credentials.correction_open': {
    title: 'Um eine Berichtigung wurde schon gebeten',
    detail: 'Das Büro hat über die frühere Bitte noch nicht entschieden.',
  },
  'credentials.correction_decided': {
    title: 'Darüber ist schon entschieden',
    detail: ({ facts }) => DECIDED[String(facts?.['state'])],
  },
  'credentials.no_address': {
    title: 'Es gibt keine E-Mail-Adresse, an die zu schreiben wäre',
    detail: 'Die Person muss erst eine in ihrem Konto angeben.',
  },
  'credentials.nothing_to_revoke': {
    title: 'Es gibt keinen Nachweis, der zu widerrufen wäre',
    detail: ({ facts }) =>
      typeof facts?.['missing'] === 'number'
        ? `${number(facts['missing'])} der Nachweise gibt es hier nicht. Laden Sie die Seite neu.`
        : 'Wählen Sie eine andere Durchführung oder Ausgabe.',
  },
  'credentials.revocation_begun': {
    title: 'Der Widerruf lässt sich nicht mehr zurücknehmen',
    detail: 'Er hat begonnen, oder er wurde schon abgesagt. Was widerrufen ist, bleibt widerrufen.',
  },
  'credentials.unfit_choices': {
    title: 'Das kann das Badge nicht sagen',
    at: {
      email_missing: 'Ihr Konto hat keine E-Mail-Adresse.',
      not_in_your_work: 'Das kommt in keinem Ihrer Entwürfe und Versuche vor.',
    },
  },
  'credentials.did_unproven': {
    title: 'Es ist nicht bewiesen, dass die DID Ihre ist',
    detail: A_CHALLENGE,
    at: { other: 'Das beweist nicht, dass die DID Ihre ist.' },
  },
  'credentials.too_many_share_links': {
    title: 'Es gibt zu viele Links',
    detail: 'Beenden Sie einen, den Sie nicht mehr brauchen.',
  },
  'credentials.unfit_share_link': {
    title: 'So lässt sich kein Link machen',
    at: {
      out_of_range: ({ params }) =>
        typeof params?.['mostDays'] === 'number'
          ? `Wählen Sie einen Zeitpunkt, der noch kommt, höchstens ${number(params['mostDays'])} Tage von jetzt.`
          : 'Wählen Sie einen Zeitpunkt, der bald kommt.',
    },
  },
  'credentials.unfit_portfolio': {
    title: 'Das kann das Portfolio nicht zeigen',
    at: { not_yours: 'Dieses Badge haben Sie nicht.', repeated: 'Das ist zweimal gewählt.' },
  },
  'credentials.key_compromised': {
    title: 'Der Signaturschlüssel wurde kompromittiert',
    detail: 'Was er unterschrieben hat, verdient kein Vertrauen. Seit wann, sagt die Geschichte der Schlüssel.',
  },
  'credentials.form_not_offered': {
    title: 'In dieser Form gibt es den Nachweis nicht',
    detail: ({ facts }) => {
      const algorithms = Array.isArray(facts?.['algorithms']) ? facts['algorithms'].map(String) : [];
      return algorithms.length > 0
        ? `Der Aussteller bietet VC-JWT in ${list(algorithms)} an.`
        : 'Der Aussteller bietet kein VC-JWT an; fragen Sie nach application/vc+ld+json.';
    },
  },
  'credentials.form_not_made': { title: 'Diese Form wird gerade gemacht', detail: SOON },
  'credentials.key_reported': { title: 'Der Signaturschlüssel wurde schon gemeldet' },
  'credentials.qualified_list_changed': {
    title: 'Die Liste ist inzwischen eine andere',
    detail:
      'Inzwischen qualifiziert sich jemand anderes, oder jemand wurde ausgezeichnet. Sehen Sie die Liste noch einmal an, und bestätigen Sie diese.',
  },
  'credentials.nobody_qualifies': {
    title: 'Es gibt niemanden auszuzeichnen',
    detail: ({ facts }) =>
      typeof facts?.['missing'] === 'number'
        ? `${number(facts['missing'])} der gewählten Personen stehen nicht auf der Liste.`
        : 'Auf der Liste steht niemand, den Sie auszeichnen könnten.',
  },
  'credentials.own_award': {
    title: 'Niemand zeichnet sich selbst aus',
    detail: 'Lassen Sie Ihren eigenen Platz weg, und lassen Sie ihn jemand anderen bestätigen.',
  },
  'credentials.historic_file_unreadable': {
    title: 'Die Datei der Auszeichnungen lässt sich nicht lesen',
    ...csvWords,
  },
  'credentials.historic_rows_bad': {
    title: 'Einige Zeilen der Datei lassen sich nicht verwenden',
    detail: ({ facts }) =>
      `Es sind ${number(Number(facts?.['bad'] ?? 0))}. Berichtigen Sie sie, und laden Sie die Datei noch einmal hoch, oder verleihen Sie die anderen ohne sie.`,
  },
  'credentials.nothing_to_award': {
    title: 'In der Datei ist nichts zu verleihen',
    detail: 'Berichtigen Sie die Zeilen, die der Bericht nennt, und laden Sie die Datei noch einmal hoch.',
  },
  'credentials.award_withheld': {
    title: 'Die Auszeichnung lässt sich nicht noch einmal verleihen',
    detail: ({ facts }) => WITHHELD[String(facts?.['reason'])],
  },
} satisfies Readonly<Record<string, ProblemWords>>;
