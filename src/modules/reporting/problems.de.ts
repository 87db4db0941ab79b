import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';

const { number } = formatIn('de');

export const de = {
  'reports.export_running': {
    title: 'Ein Export von Ihnen läuft noch',
    detail: 'Lassen Sie ihn zu Ende gehen, oder brechen Sie ihn ab, und versuchen Sie es noch einmal.',
  },
  'reports.exports_busy': { title: 'Gerade laufen zu viele Exporte', detail: 'Versuchen Sie es in einer Minute noch einmal.' },
  'reports.too_many_places': {
    title: 'Zu viele Plätze auf einmal',
    detail: ({ facts }) =>
      `${number(Number(facts?.['most'] ?? 0))} gehen auf einmal: Wählen Sie eine Durchführung oder einen engeren Zeitraum.`,
  },
} satisfies Readonly<Record<string, ProblemWords>>;
