import type { finding as english } from '../en/finding';
import { plural } from '../plural';

const count = plural('de');

export const finding: typeof english = {
  title: 'Finden',
  label: 'Eine Seite oder ein Name',
  hint: 'Pfeiltasten wählen, die Eingabetaste geht hin.',
  results: (number) => count(number, { one: '# Treffer', other: '# Treffer' }),
  nothing: (words) => `Nichts, was Sie öffnen dürfen, heißt „${words}“.`,
  groups: {
    screens: 'Seiten',
    journey: 'Mein Lernen',
    'micro-credential': 'Micro-Credentials',
    course: 'Kurse',
    activity: 'Aktivitäten',
    offering: 'Durchführungen',
    person: 'Personen',
    credential: 'Nachweise',
  },
  screens: {
    imports: 'Kurse importieren',
    newOffering: 'Neue Durchführung',
    requests: 'Berichtigungen',
    revocations: 'Sammelwiderrufe',
  },
};
