import { csvWords } from '../../platform/csv/csv-words.de.js';
import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';
import type { AdmissionRefusal } from './domain/seats.js';

const { count, moment, number } = formatIn('de');

const ADMISSION: { [Key in AdmissionRefusal['key']]: (reason: Extract<AdmissionRefusal, { key: Key }>) => string } = {
  enrollment_not_open_yet: ({ opensAt }) => `Die Anmeldung beginnt am ${moment(new Date(opensAt))}.`,
  enrollment_closed: ({ closedAt }) => `Die Anmeldung endete am ${moment(new Date(closedAt))}.`,
  offering_ended: ({ endedAt }) => `Die Durchführung endete am ${moment(new Date(endedAt))}.`,
  no_seats_left: ({ seats }) => count(seats, { one: 'Der einzige Platz ist vergeben.', other: 'Alle # Plätze sind vergeben.' }),
  waitlist_full: ({ waiting }) =>
    `Die Warteliste ist voll: Es ${count(waiting, { one: 'wartet # Person', other: 'warten # Personen' })}.`,
};

export function sayAdmission(reason: AdmissionRefusal): string {
  return (ADMISSION[reason.key] as (reason: AdmissionRefusal) => string)(reason);
}

const STATES: Readonly<Record<string, string>> = {
  not_active: 'Nur wer gerade lernt, hat eine Frist, die sich verlängern lässt.',
  no_deadline: 'Die Durchführung setzt keine Frist, die sich verlängern ließe.',
  invited: 'Ein Platz, dessen Einladung noch offen ist, lässt sich nicht zurückgeben.',
  completed: 'Ein Platz, der abgeschlossen ist, lässt sich nicht zurückgeben.',
  withdrawn: 'Der Platz ist schon zurückgegeben.',
  expired: 'Ein Platz, dessen Zeit vorbei ist, lässt sich nicht zurückgeben.',
};

const ROLES: Readonly<Record<string, string>> = { instructor: 'Lehrende', assessor: 'Prüfende' };

export const de = {
  'enrollment.refused': {
    title: 'Die Anmeldung ist nicht möglich',
    detail: ({ facts }) => (facts?.['reason'] ? sayAdmission(facts['reason'] as AdmissionRefusal) : undefined),
  },
  'enrollment.wrong_state': {
    title: 'Die Anmeldung ist in einem anderen Stand',
    detail: ({ facts }) => STATES[String(facts?.['reason'])],
  },
  'enrollment.unfit_site': {
    title: 'So lässt sich eine Website nicht nennen',
    at: {
      not_a_site: 'Geben Sie den Anfang einer Adresse an, etwa https://www.example.edu.',
      not_https: 'Geben Sie eine Adresse an, die mit https:// beginnt.',
      more_than_a_site: 'Lassen Sie weg, was auf den Namen der Website folgt: Jede ihrer Seiten darf die Karte zeigen.',
      unfit_host: 'Geben Sie den ganzen Namen einer Website an, ohne *; Zahlen sind kein Name.',
    },
  },
  'enrollment.offering_cancelled': { title: 'Die Durchführung wurde abgesagt' },
  'enrollment.offering_has_learners': {
    title: 'In der Durchführung sind Lernende',
    detail: ({ facts }) =>
      `Vergebene Plätze: ${number(Number(facts?.['taken'] ?? 0))}, auf der Warteliste: ${number(Number(facts?.['waiting'] ?? 0))}. Melden Sie diese Lernenden zuerst ab; eine Durchführung, die jemand abgeschlossen hat, bleibt.`,
  },
  'enrollment.impossible_dates': {
    title: 'Die Daten passen nicht zusammen',
    at: {
      'endsAt.order': 'Die Durchführung muss nach ihrem Anfang enden.',
      'enrollUntil.order': 'Die Anmeldung muss nach ihrem Beginn enden.',
      'enrollFrom.order': 'Die Anmeldung muss beginnen, bevor die Durchführung endet.',
      'at.order': 'Das Projekt muss nach dem Anfang abzugeben sein.',
      'at.beyond': 'So spät könnte niemand abgeben: Wählen Sie einen Tag, an dem es noch verfügbar ist.',
      begun: 'Jemand hat schon begonnen; daher bleibt es offen.',
      past: 'Dieser Tag ist vorbei. Wählen Sie einen späteren.',
      day: 'Wählen Sie einen Tag.',
    },
  },
  'enrollment.not_a_member': {
    title: 'Die Person gehört nicht zur Einrichtung',
    detail: 'Laden Sie sie zuerst zum Lernen ein.',
    at: { not_a_learner: 'Laden Sie die Person zuerst zum Lernen ein.' },
  },
  'enrollment.file_unreadable': { title: 'Die Datei der Personen lässt sich nicht lesen', ...csvWords },
  'enrollment.rows_bad': {
    title: 'Einige Zeilen der Datei lassen sich nicht verwenden',
    detail: ({ facts }) =>
      `Es sind ${number(Number(facts?.['bad'] ?? 0))}. Berichtigen Sie sie, und laden Sie die Datei noch einmal hoch, oder melden Sie die anderen ohne sie an.`,
  },
  'enrollment.nobody_to_enroll': {
    title: 'In der Datei ist niemand anzumelden',
    detail:
      'Alle, die sich verwenden lassen, sind schon angemeldet. Berichtigen Sie die Zeilen, die der Bericht nennt, und laden Sie die Datei noch einmal hoch.',
  },
  'enrollment.unsuitable_staff': {
    title: 'Die Person hat diese Rolle nicht',
    at: {
      role_missing: ({ params }) => {
        const role = ROLES[String(params?.['role'])];
        return role ? `Geben Sie der Person zuerst die Rolle ${role}.` : 'Geben Sie der Person zuerst die Rolle.';
      },
    },
  },
  'enrollment.no_places': {
    title: 'Solche Plätze gibt es nicht',
    detail: 'Wählen Sie andere Filter, oder wählen Sie jemanden aus.',
  },
  'enrollment.act_changes_nothing': {
    title: 'Damit änderte sich nichts',
    detail: 'Keiner dieser Plätze lässt sich so ändern. Wählen Sie andere.',
  },
  'enrollment.act_not_undoable': {
    title: 'Das lässt sich nicht rückgängig machen',
    detail: ({ facts }) =>
      `Abmeldungen und Wechsel lassen sich noch ${number(Number(facts?.['hours'] ?? 24))} Stunden nach dem letzten Platz rückgängig machen.`,
  },
} satisfies Readonly<Record<string, ProblemWords>>;
