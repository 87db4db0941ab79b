import type { ProblemWords } from '../../platform/http/problem.js';

export const de = {
  'letter.unfit': { title: 'So lässt sich dieser Brief nicht senden' },
  'letter.no_own_address': { title: 'Sie haben keine E-Mail-Adresse', detail: 'Geben Sie zuerst eine in Ihrem Konto an.' },
} satisfies Readonly<Record<string, ProblemWords>>;
