import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemParticulars, ProblemWords } from '../../platform/http/problem.js';
import type { LockReason } from './domain/unlocking.js';

const { moment, number } = formatIn('de');

/** How a place stands that allows no more (`facts.state`). */
const STATES: Readonly<Record<string, string>> = {
  invited: 'Die Einladung ist noch nicht angenommen.',
  waitlisted: 'Noch ist kein Platz frei: Sie stehen auf der Warteliste.',
  active: 'Der Platz ist offen.',
  completed: 'Das Micro-Credential ist abgeschlossen.',
  withdrawn: 'Der Platz wurde zurückgegeben.',
  expired: 'Die Zeit der Durchführung ist vorbei.',
};

const KINDS: Readonly<Record<string, string>> = { page: 'eine Seite', video: 'ein Video', file: 'eine Datei', quiz: 'ein Quiz' };

const OVER: Readonly<Record<string, string>> = {
  handed_in: 'Der Versuch ist schon abgegeben.',
  time_over: 'Die Zeit ist vorbei. Was bis dahin gespeichert war, zählt: Geben Sie ab.',
};

const MOVES: Readonly<Record<string, string>> = {
  not_active: 'Umgestellt werden nur Lernende, die gerade lernen.',
  other_micro_credential: 'Umgestellt wird nur zwischen Ausgaben eines Micro-Credentials.',
  same_edition: 'Die Person ist schon auf dieser Ausgabe.',
};

function lockedBy({ facts }: ProblemParticulars): string {
  const reasons = (facts?.['reasons'] ?? []) as readonly LockReason[];
  const titles = (facts?.['titles'] ?? {}) as Readonly<Record<string, string>>;
  const said = reasons.map((reason) => sayLock(reason, (id) => `„${titles[id] ?? id}“`));
  return said.length > 0 ? said.join(' ') : 'Erst kommt, was davor steht.';
}

function sayLock(reason: LockReason, title: (courseId: string) => string): string {
  switch (reason.key) {
    case 'complete_course_first':
      return `Schließen Sie zuerst ${title(reason.courseId)} ab.`;
    case 'pass_project_first':
      return 'Bestehen Sie zuerst das Projekt.';
    case 'complete_some_first':
      return `Schließen Sie zuerst ${number(reason.missing)} weitere ab: ${reason.courseIds.map(title).join(', ')}.`;
    case 'earn_points_first':
      return `Zuerst braucht es ${number(reason.missing)} weitere Punkte aus ${reason.courseIds.map(title).join(', ')}.`;
    case 'opens_on':
      return `Es öffnet sich am ${moment(new Date(reason.at))}.`;
  }
}

export const de = {
  'learning.locked': { title: 'Das ist noch gesperrt', detail: lockedBy },
  'learning.place_not_open': {
    title: 'Der Platz in der Durchführung erlaubt das gerade nicht',
    detail: ({ facts }) => STATES[String(facts?.['state'])],
  },
  'learning.not_of_edition': {
    title: 'Das gibt es in der Ausgabe nicht',
    detail: 'Wählen Sie einen Kurs oder eine Aktivität der Ausgabe, die für diese Person gilt.',
  },
  'learning.not_a_quiz': {
    title: 'Diese Aktivität ist kein Quiz',
    detail: ({ facts }) => {
      const kind = KINDS[String(facts?.['kind'])];
      return kind && `Sie ist ${kind}.`;
    },
  },
  'learning.attempt_refused': {
    title: 'Ein weiterer Versuch ist nicht möglich',
    detail: ({ facts }) =>
      typeof facts?.['attemptLimit'] === 'number'
        ? `Alle ${number(facts['attemptLimit'])} Versuche sind benutzt. Brauchen Sie noch einen, fragen Sie Ihre Lehrenden.`
        : 'Alle Versuche sind benutzt. Brauchen Sie noch einen, fragen Sie Ihre Lehrenden.',
  },
  'learning.attempt_over': {
    title: 'Der Versuch nimmt keine Antworten mehr an',
    detail: ({ facts }) => OVER[String(facts?.['reason'])],
  },
  'learning.nothing_to_waive': { title: 'Es gibt nichts mehr zu erlassen', detail: 'Es zählt schon als erledigt.' },
  'learning.move_refused': {
    title: 'Dorthin lässt sich die Person nicht umstellen',
    detail: ({ facts }) => MOVES[String(facts?.['reason'])],
  },
} satisfies Readonly<Record<string, ProblemWords>>;
