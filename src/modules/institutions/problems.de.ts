import type { ProblemWords } from '../../platform/http/problem.js';

export const de = {
  'institution.slug_taken': { title: 'Dieser Kurzname ist vergeben', detail: 'Wählen Sie einen anderen.' },
} satisfies Readonly<Record<string, ProblemWords>>;
