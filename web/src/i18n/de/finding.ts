import type { finding as english } from '../en/finding';
import { plural } from '../plural';

const count = plural('de');

export const finding: typeof english = {
  title: 'Finden',
  label: 'Eine Seite, ein Name oder eine Handlung',
  hint: 'Pfeiltasten wählen, die Eingabetaste geht hin oder führt es aus.',
  results: (number) => count(number, { one: '# Treffer', other: '# Treffer' }),
  nothing: (words) => `Nichts, was Sie öffnen dürfen, heißt „${words}“.`,
  groups: {
    screens: 'Seiten',
    acts: 'Was Sie tun können',
    journey: 'Mein Lernen',
    'micro-credential': 'Micro-Credentials',
    course: 'Kurse',
    activity: 'Aktivitäten',
    offering: 'Durchführungen',
    person: 'Personen',
    credential: 'Nachweise',
  },
  acts: {
    newMicroCredential: 'Neues Micro-Credential',
    invite: 'Jemanden einladen',
    language: (name) => `Sprache: ${name}`,
    theme: (name) => `Darstellung: ${name}`,
  },
  screens: {
    imports: 'Kurse importieren',
    newOffering: 'Neue Durchführung',
    requests: 'Berichtigungen',
    revocations: 'Sammelwiderrufe',
  },
};
