import { formatIn } from '../../platform/http/pages/format.js';
import type { FieldError, ProblemWords } from '../../platform/http/problem.js';
import { inWords, type PublishingProblemCode, THE_PROJECT } from './domain/publishing-problem-codes.js';
import { de as publishing } from './publishing-problems.de.js';

const { count, number } = formatIn('de');

const KINDS: Readonly<Record<string, string>> = { page: 'eine Seite', video: 'ein Video', file: 'eine Datei', quiz: 'ein Quiz' };

/** The name of what a text is about stands as its author wrote it; only the project is called what it is. */
function sayProblem({ code, params = {} }: FieldError): string {
  const item = params['item'] === THE_PROJECT ? 'Das Projekt' : `„${String(params['item'] ?? '')}“`;
  return inWords(publishing[code as PublishingProblemCode], { ...params, item });
}

export const de = {
  'catalog.not_publishable': {
    title: 'Es lässt sich noch nicht veröffentlichen',
    detail: ({ errors = [] }) =>
      `Nichts wurde veröffentlicht. ${count(errors.length, { one: '# Sache ist', other: '# Sachen sind' })} vorher in Ordnung zu bringen.`,
    at: Object.fromEntries(Object.keys(publishing).map((code) => [code, sayProblem])),
  },
  'catalog.edition_too_large': {
    title: 'Es ist zu groß, um veröffentlicht zu werden',
    detail: ({ facts }) =>
      `Seiten und Quizze haben ${number(Number(facts?.['size'] ?? 0))} Zeichen; höchstens ${number(Number(facts?.['largest'] ?? 0))} lassen sich veröffentlichen. Teilen Sie es auf, oder legen Sie lange Texte als Dateien bei.`,
  },
  'catalog.retired': {
    title: 'Das Micro-Credential ist stillgelegt',
    detail: 'Es bleibt, wie es ist. Duplizieren Sie es, um daran weiterzuarbeiten.',
  },
  'catalog.course_unknown': {
    title: 'Diesen Kurs gibt es nicht',
    detail: 'Nennen Sie Kurse Ihrer Einrichtung, jeden einmal.',
    at: { course_unknown: 'Diesen Kurs gibt es nicht.', course_repeated: 'Der Kurs ist zweimal genannt.' },
  },
  'catalog.course_full': {
    title: 'Mehr Aktivitäten nimmt der Kurs nicht auf',
    detail: ({ facts }) => `Ein Kurs hat höchstens ${number(Number(facts?.['most'] ?? 0))}. Machen Sie zwei daraus.`,
  },
  'catalog.order_incomplete': {
    title: 'Die Reihenfolge muss jede Aktivität einmal nennen',
    detail: 'Jemand hat den Kurs inzwischen geändert. Laden Sie die Seite neu, und ordnen Sie noch einmal.',
    at: {
      activity_unknown: 'Das ist keine Aktivität dieses Kurses.',
      activity_repeated: 'Sie ist zweimal genannt.',
      activity_missing: 'Eine Aktivität fehlt.',
    },
  },
  'catalog.file_unknown': {
    title: 'Diese Datei gibt es nicht',
    detail: 'Laden Sie sie zuerst hoch.',
    at: { file_unknown: 'Diese Datei gibt es nicht.' },
  },
  'catalog.video_not_allowed': {
    title: 'Das Video liegt auf keiner erlaubten Seite',
    detail: 'Nehmen Sie die Adresse eines Videos auf YouTube oder Vimeo, die mit https:// beginnt.',
    at: { video_not_allowed: 'Nehmen Sie die Adresse eines Videos auf YouTube oder Vimeo, die mit https:// beginnt.' },
  },
  'catalog.not_a_page': {
    title: 'Nur Seiten haben eine Vorschau',
    detail: ({ facts }) => {
      const kind = KINDS[String(facts?.['kind'])];
      return kind && `Diese Aktivität ist ${kind}.`;
    },
  },
  'catalog.file_missing': { title: 'In der Anfrage ist keine Datei', detail: 'Wählen Sie eine Datei.' },
} satisfies Readonly<Record<string, ProblemWords>>;
