import type { ProblemParticulars } from '../../problem.js';

/** What pages say instead of the English of a problem. */
interface RefusalWords {
  title: string;
  /** What to do, whatever exactly happened. */
  detail?: string | ((particulars: ProblemParticulars) => string);
  /** By `field.code`, or by the code alone. */
  at?: Readonly<Record<string, string>>;
}

const ONE_LINE = 'Schreiben Sie einen Namen von höchstens 200 Zeichen auf einer Zeile.';
const ADDRESS = 'Schreiben Sie eine Adresse wie lea@example.org.';
const AGAIN_SOON = 'Es ist nichts verloren gegangen. Versuchen Sie es gleich noch einmal.';

const known: Readonly<Record<string, RefusalWords>> = {
  'request.not_found': {
    title: 'Hier ist nichts',
    detail: 'Wurde die Adresse ganz übernommen? Vielleicht gibt es die Seite nicht mehr.',
  },
  'request.malformed': { title: 'Die Anfrage lässt sich nicht lesen' },
  'request.invalid_fields': {
    title: 'Einige Angaben lassen sich nicht verwenden',
    at: { maxLength: 'Das ist zu lang.', minLength: 'Hier fehlt etwas.', isIn: 'Wählen Sie eine der Möglichkeiten.' },
  },
  'request.unsupported_media_type': { title: 'Diese Art von Inhalt wird hier nicht gelesen' },
  'request.method_not_allowed': { title: 'Unter dieser Adresse geht das nicht' },
  'request.too_large': { title: 'Das ist zu groß' },
  'request.too_many': {
    title: 'Zu viele Versuche',
    detail: ({ retryAfter }) => (retryAfter === undefined ? 'Warten Sie ein wenig.' : `Warten Sie ${retryAfter} Sekunden.`),
  },
  'access.not_signed_in': { title: 'Melden Sie sich zuerst an' },
  'access.not_allowed': {
    title: 'Das dürfen Sie nicht',
    detail: 'Ihre Rollen erlauben es nicht. Wenn sie es sollten, fragen Sie die Verwaltung Ihrer Einrichtung.',
  },
  'access.cross_site': {
    title: 'Die Anfrage kam von einer anderen Website',
    detail: 'Öffnen Sie die Seite noch einmal, und senden Sie von dort.',
  },
  'access.scope_missing': { title: 'Dafür reicht der Zugang nicht' },
  'access.sign_in_failed': {
    title: 'E-Mail-Adresse und Passwort passen nicht zusammen',
    detail: 'Prüfen Sie beides, und versuchen Sie es noch einmal. Haben Sie das Passwort vergessen, bitten Sie um einen Link.',
  },
  'access.link_not_valid': {
    title: 'Dieser Link lässt sich nicht verwenden',
    detail: 'Er wurde schon benutzt, ist zu alt, oder es wurde ein neuerer geschickt. Bitten Sie um einen neuen.',
  },
  'access.fresh_sign_in_needed': {
    title: 'Melden Sie sich zuerst neu an',
    detail: 'Wählen Sie erst ein Passwort, oder melden Sie sich mit einem neuen Link an.',
  },
  'person.wrong_password': {
    title: 'Das jetzige Passwort ist falsch',
    at: {
      'currentPassword.wrong': 'Geben Sie das Passwort ein, mit dem Sie sich jetzt anmelden.',
      wrong: 'Geben Sie Ihr Passwort ein.',
    },
  },
  'person.unfit_password': {
    title: 'Dieses Passwort lässt sich nicht verwenden',
    at: {
      too_short: 'Nehmen Sie mindestens 8 Zeichen; ein paar Wörter hintereinander merken sich leicht.',
      too_long: 'Das ist zu lang.',
      too_common: 'Das ist eines der Passwörter, die zuerst geraten werden. Ein paar Wörter ohne Zusammenhang eignen sich gut.',
      contains_email: 'Darin steht Ihre E-Mail-Adresse, und das ist leicht zu erraten. Wählen Sie ein anderes.',
    },
  },
  'person.unfit_details': {
    title: 'Einige Angaben lassen sich nicht verwenden',
    at: { 'email.unusable': ADDRESS, 'name.unusable': ONE_LINE },
  },
  'person.email_taken': { title: 'Diese E-Mail-Adresse ist vergeben', detail: 'Jemand hier hat sie schon.' },
  'lti.claim_not_valid': {
    title: 'Dieser Link lässt sich nicht verwenden',
    detail: 'Er wurde schon benutzt, ist zu alt, oder es wurde ein neuerer geschickt. Bitten Sie im Kurs um einen neuen.',
  },
  'lti.claim_code_wrong': {
    title: 'Das ist nicht der Code',
    at: { wrong: 'Geben Sie die sechs Ziffern ein, die Ihr Kurs gezeigt hat, als Sie gefragt haben.' },
  },
  'lti.claim_refused': { title: 'Daraus kann kein eigenes Konto werden' },
  'lti.claim_of_somebody_else': {
    title: 'Sie sind als jemand anders angemeldet',
    detail: 'Melden Sie sich zuerst ab und öffnen Sie den Link noch einmal.',
  },
  'invitation.not_valid': {
    title: 'Diese Einladung lässt sich nicht verwenden',
    detail:
      'Sie ist zu alt, wurde zurückgenommen, oder es wurde eine neuere geschickt. Bitten Sie, wer Sie eingeladen hat, um eine neue.',
  },
  'invitation.prove_yourself': {
    title: 'Zeigen Sie, dass Sie es sind',
    detail: 'Mit dieser Adresse haben Sie schon ein Konto: Melden Sie sich an, oder geben Sie dessen Passwort ein.',
    at: {
      wrong:
        'Das ist nicht das Passwort Ihres Kontos. Haben Sie keines oder es vergessen, bitten Sie um einen Link, um eines zu wählen.',
    },
  },
  'invitation.for_somebody_else': {
    title: 'Diese Einladung ist für jemand anderen',
    detail: 'Sie wurde an eine andere Adresse geschickt. Sind auch das Sie, melden Sie sich zuerst ab.',
  },
  'member.suspended': {
    title: 'Diese Mitgliedschaft ist ausgesetzt',
    detail: 'Bitten Sie die Einrichtung, sie wieder aufzunehmen.',
  },
  'precondition.failed': {
    title: 'Jemand anderes hat es inzwischen geändert',
    detail: 'Öffnen Sie die Seite noch einmal, sehen Sie nach, was anders ist, und wiederholen Sie Ihre Änderung.',
  },
  'credentials.unfit_choices': { title: 'Das kann das Badge nicht sagen' },
  'credentials.did_unproven': { title: 'Es ist nicht bewiesen, dass die DID Ihre ist' },
  'credentials.reissue_under_way': {
    title: 'Eine neue Form des Nachweises wird gerade unterschrieben',
    detail: 'Versuchen Sie es gleich noch einmal.',
  },
  'credentials.wrong_state': { title: 'Der Nachweis ist inzwischen in einem anderen Zustand' },
  'credentials.amendment_refused': {
    title: 'Das kann der Nachweis nicht sagen',
    detail: 'Diesen Namen zeigt er schon: Geben Sie einen anderen an.',
  },
  'credentials.shows_no_name': {
    title: 'Der Nachweis zeigt keinen Namen',
    detail: 'Er nennt niemandem, wem er gehört. Darum kann auch kein Name darauf falsch sein.',
  },
  'credentials.correction_open': {
    title: 'Um eine Berichtigung wurde schon gebeten',
    detail: 'Das Büro hat über die frühere Bitte noch nicht entschieden.',
  },
  'credentials.too_many_share_links': {
    title: 'Es gibt zu viele Links',
    detail: 'Beenden Sie einen, den Sie nicht mehr brauchen.',
  },
  'credentials.unfit_share_link': { title: 'So lässt sich kein Link machen' },
  'credentials.form_not_offered': { title: 'In dieser Form gibt es den Nachweis nicht' },
  'credentials.form_not_made': { title: 'Diese Form wird gerade gemacht', detail: 'Kommen Sie gleich noch einmal.' },
  'exchange.interaction_over': { title: 'Die Adresse wurde benutzt, oder ihre Zeit ist vorbei' },
  'service.unavailable': { title: 'Cairn kann gerade nicht antworten', detail: AGAIN_SOON },
  'service.storage_full': { title: 'Es ist kein Platz mehr, um das zu speichern' },
  'service.unexpected': {
    title: 'Bei uns ist etwas schiefgegangen',
    detail:
      'Es ist unter der Nummer der Anfrage festgehalten. Versuchen Sie es noch einmal, oder sagen Sie es denen, die dieses Cairn betreiben.',
  },
};

export const de = { known, unfit: 'Das lässt sich so nicht verwenden.' };
