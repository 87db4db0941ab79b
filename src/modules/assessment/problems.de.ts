import { formatIn } from '../../platform/http/pages/format.js';
import type { FieldError, ProblemParticulars, ProblemWords } from '../../platform/http/problem.js';
import type { SubmitRefusal, WithdrawRefusal } from './domain/attempt-rules.js';
import type { CorrectionRefusal, VerdictRefusal } from './domain/verdict-rules.js';

type Words<Refusal extends { key: string }> = { [Key in Refusal['key']]: (refusal: Extract<Refusal, { key: Key }>) => string };

const { count, list, moment, number } = formatIn('de');

const SUBMIT: Words<SubmitRefusal> = {
  enrollment_not_active: () => 'Ihr Platz in dieser Durchführung ist nicht offen.',
  project_locked: () => 'Das Projekt ist noch gesperrt: Erledigen Sie zuerst, was davor steht.',
  already_passed: () => 'Sie haben schon bestanden.',
  attempt_failed: () => 'Ihr letzter Versuch ist nicht bestanden; einen weiteren gibt es nicht.',
  attempt_pending: () => 'Ihr letzter Versuch wartet noch auf sein Urteil.',
  no_attempts_left: ({ attemptLimit }) => `Alle ${number(attemptLimit)} Versuche sind benutzt.`,
  deadline_passed: ({ secondsLate }) =>
    `Die Frist ist seit ${count(Math.ceil(secondsLate / 60), { one: '# Minute', other: '# Minuten' })} vorbei. Bitten Sie um mehr Zeit.`,
};

const WITHDRAW: Words<WithdrawRefusal> = {
  already_withdrawn: () => 'Der Versuch ist schon zurückgenommen.',
  already_graded: () => 'Der Versuch hat sein Urteil.',
  grading_started: ({ at }) => `Seit ${moment(new Date(at))} wird er bewertet.`,
};

const VERDICT: Words<VerdictRefusal> = {
  criteria_missing: ({ criterionIds }) =>
    `Bewerten Sie jedes Kriterium: ${count(criterionIds.length, { one: '# fehlt', other: '# fehlen' })} noch.`,
  ratings_unknown: () => 'Einige Kriterien oder Stufen stehen nicht im Bewertungsraster. Laden Sie die Seite neu.',
  points_below_pass: ({ points, passPoints }) =>
    `Mit ${number(points)} Punkten ist es nicht bestanden; es braucht ${number(passPoints)}.`,
  criteria_below_must_pass: ({ criterionIds }) =>
    count(criterionIds.length, {
      one: '# Kriterium muss erreicht sein und ist es nicht.',
      other: '# Kriterien müssen erreicht sein und sind es nicht.',
    }),
  rubric_passes: () => 'Nach dem Bewertungsraster ist diese Arbeit bestanden.',
  feedback_missing: () => 'Schreiben Sie in die Rückmeldung, was zu ändern ist.',
  no_attempts_left: () => 'Zurückgeben geht nicht: Es ist kein Versuch mehr übrig.',
};

const CORRECTION: Words<CorrectionRefusal> = {
  reason_missing: () => 'Sagen Sie, warum das Urteil berichtigt wird.',
  nothing_changed: () => 'Die Berichtigung ändert nichts.',
  own_verdict_appealed: () => 'Über einen Einspruch gegen Ihr Urteil entscheidet jemand anderes.',
};

function say<Refusal extends { key: string }>(words: Words<Refusal>, { facts }: ProblemParticulars): string | undefined {
  const reasons = (facts?.['reasons'] ?? (facts?.['reason'] ? [facts['reason']] : [])) as readonly Refusal[];
  return (
    reasons.map((reason) => (words[reason.key as Refusal['key']] as (refusal: Refusal) => string)(reason)).join(' ') || undefined
  );
}

const CORRECTED: Readonly<Record<string, string>> = {
  no_verdict: 'Noch gibt es kein Urteil, das sich berichtigen ließe.',
  corrected_meanwhile: 'Das Urteil wurde inzwischen berichtigt. Sehen Sie es sich noch einmal an.',
};

const DRAFTS: Readonly<Record<string, string>> = {
  other_window:
    'Der Entwurf wurde in einem anderen Fenster gespeichert. Beide Fassungen sind da: Wählen Sie, und speichern Sie noch einmal.',
  saved_since: 'Der Entwurf wurde gespeichert, seit Sie ihn angesehen haben.',
};

const UNFIT: Readonly<Record<string, string>> = {
  no_files: 'Dieses Projekt nimmt keine Dateien an.',
  no_draft: 'Stellen Sie zuerst Ihre Arbeit zusammen: Es gibt keinen Entwurf.',
};

const KINDS: Readonly<Record<string, string>> = { text: 'einen Text', links: 'einen Link', files: 'eine Datei' };

function instead({ params }: FieldError): string {
  const accepted = (params?.['accepted'] ?? []) as readonly string[];
  return accepted.map((kind) => KINDS[kind] ?? kind).join(' oder ') || 'etwas anderes';
}

const atMost = ({ params }: FieldError) => number(Number(params?.['most'] ?? 0));
const listed = (value: unknown): string => list(Array.isArray(value) ? value.map(String) : []);
const nameOf = ({ params }: FieldError) => `„${String(params?.['name'] ?? '')}“`;

export const de = {
  'assessment.submission_refused': {
    title: 'Die Arbeit lässt sich jetzt nicht abgeben',
    detail: (particulars) => say(SUBMIT, particulars),
  },
  'assessment.submission_unfit': {
    title: 'Die Arbeit ist nicht, was das Projekt verlangt',
    detail: ({ facts }) => UNFIT[String(facts?.['reason'])],
    at: {
      submission_empty: (error) => `Fügen Sie ${instead(error)} hinzu, bevor Sie abgeben.`,
      text_not_accepted: (error) => `Dieses Projekt nimmt keinen Text an: Fügen Sie stattdessen ${instead(error)} hinzu.`,
      text_too_long: (error) => `Kürzen Sie den Text auf ${atMost(error)} Zeichen.`,
      links_not_accepted: (error) => `Dieses Projekt nimmt keine Links an: Fügen Sie stattdessen ${instead(error)} hinzu.`,
      too_many_links: (error) => `Höchstens ${atMost(error)} Links gehen.`,
      link_malformed: 'Geben Sie eine ganze Web-Adresse an, etwa https://example.org/work.',
      link_with_password: 'Nehmen Sie Namen und Passwort aus der Adresse: Andere lesen sie.',
      link_repeated: 'Entfernen Sie diesen Link: Er steht schon in der Liste.',
      files_not_accepted: (error) => `Dieses Projekt nimmt keine Dateien an: Fügen Sie stattdessen ${instead(error)} hinzu.`,
      too_many_files: (error) => `Höchstens ${atMost(error)} Dateien gehen.`,
      file_empty: (error) => `${nameOf(error)} ist leer: Wählen Sie die Datei noch einmal.`,
      file_too_large: (error) => `${nameOf(error)} ist zu groß: Höchstens ${atMost(error)} Bytes gehen.`,
      file_type_not_accepted: (error) =>
        `${nameOf(error)} ist von der Art ${String(error.params?.['mediaType'] ?? '')}; angenommen wird ${listed(error.params?.['mediaTypes'])}.`,
    },
  },
  'assessment.draft_changed': {
    title: 'Der Entwurf wurde anderswo geändert',
    detail: ({ facts }) => DRAFTS[facts?.['current'] === undefined ? 'saved_since' : 'other_window'],
  },
  'assessment.withdrawal_refused': {
    title: 'Der Versuch lässt sich nicht zurücknehmen',
    detail: (particulars) => say(WITHDRAW, particulars),
  },
  'assessment.lease_held': {
    title: 'Jemand anderes bewertet diesen Versuch',
    detail: ({ facts }) =>
      facts?.['until'] instanceof Date
        ? `Er wird bis ${moment(facts['until'])} bewertet, wenn er nicht vorher zurückgelegt wird.`
        : undefined,
  },
  'assessment.lease_lost': {
    title: 'Sie bewerten diesen Versuch nicht',
    detail: ({ facts }) =>
      facts?.['takenBy']
        ? 'Jemand anderes hat den Versuch übernommen. Ihr Entwurf ist aufgehoben.'
        : 'Nehmen Sie den Versuch, um ihn zu bewerten.',
  },
  'assessment.already_decided': {
    title: 'Der Versuch hat sein Urteil',
    detail: 'Berichtigen Sie stattdessen das Urteil, mit einem Grund.',
  },
  'assessment.verdict_refused': {
    title: 'Dieses Urteil geht nicht',
    detail: (particulars) => say(VERDICT, particulars),
  },
  'assessment.own_work': { title: 'Niemand bewertet die eigene Arbeit' },
  'assessment.already_marked': { title: 'Die zweite Bewertung gibt jemand anderes' },
  'assessment.correction_refused': {
    title: 'So lässt sich das Urteil nicht berichtigen',
    detail: (particulars) => CORRECTED[String(particulars.facts?.['reason'])] ?? say(CORRECTION, particulars),
  },
  'assessment.comment_bank_full': {
    title: 'Mehr Textbausteine gehen nicht',
    detail: ({ facts }) => `Sie haben ${number(Number(facts?.['most'] ?? 0))} aufgehoben. Entfernen Sie zuerst einige.`,
  },
  'assessment.nothing_to_grade': { title: 'Nichts wartet auf eine Bewertung' },
} satisfies Readonly<Record<string, ProblemWords>>;
