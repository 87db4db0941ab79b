import { formatIn } from '../../platform/http/pages/format.js';
import type { ProblemWords } from '../../platform/http/problem.js';

const { number } = formatIn('de');

export const de = {
  'webhook.unfit_address': {
    title: 'An diese Adresse können keine Webhooks gehen',
    at: {
      not_an_address: 'Geben Sie eine ganze Adresse an, etwa https://registry.example.edu/cairn.',
      not_https: 'Geben Sie eine Adresse an, die mit https:// beginnt.',
      with_password: 'Lassen Sie Namen und Passwort weg: Die Signatur zeigt, dass eine Nachricht von uns ist.',
    },
  },
  'webhook.too_many': {
    title: 'Mehr Endpunkte kann es nicht geben',
    detail: ({ facts }) =>
      `Eine Einrichtung hat höchstens ${number(Number(facts?.['most'] ?? 0))}. Entfernen Sie einen, der nicht gebraucht wird.`,
  },
  'webhook.disabled': { title: 'Dieser Endpunkt hört gerade nichts', detail: 'Setzen Sie ihn zuerst fort.' },
} satisfies Readonly<Record<string, ProblemWords>>;
