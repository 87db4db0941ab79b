import type { ProblemWords } from '../../platform/http/problem.js';

const ONE_LINE = 'Schreiben Sie einen Namen von höchstens 200 Zeichen auf einer Zeile.';
const ADDRESS = 'Schreiben Sie eine Adresse wie lea@example.org.';

export const de = {
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
      none: 'Wählen Sie zuerst im Konto ein Passwort: Es zeigt, dass Sie es sind.',
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
    at: {
      'email.unusable': ADDRESS,
      'name.unusable': ONE_LINE,
      'language.unusable': 'Geben Sie eine Sprache wie de oder de-CH an.',
      'locale.unusable': 'Geben Sie eine Sprache wie de oder de-CH an.',
      'timeZone.unusable': 'Geben Sie eine Zeitzone wie Europe/Berlin an.',
      'expiresAt.past': 'Wählen Sie einen Zeitpunkt, der noch kommt.',
    },
  },
  'person.email_taken': { title: 'Diese E-Mail-Adresse ist vergeben', detail: 'Jemand hier hat sie schon.' },
  'member.last_administrator': {
    title: 'Jemand muss die Einrichtung verwalten können',
    detail: 'Geben Sie zuerst jemand anderem die Verwaltung.',
  },
  'member.suspended': {
    title: 'Diese Mitgliedschaft ist ausgesetzt',
    detail: 'Bitten Sie die Einrichtung, sie wieder aufzunehmen.',
  },
  'invitation.already_member': {
    title: 'Diese Person ist schon Mitglied',
    detail: 'Ändern Sie stattdessen ihre Rollen.',
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
  'api_token.too_many': {
    title: 'Mehr Tokens kann eine Person nicht haben',
    detail: 'Widerrufen Sie eines, das Sie nicht mehr brauchen.',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
