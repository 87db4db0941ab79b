import type { learners as english } from '../../en/studio/learners';
import { plural } from '../../plural';

const count = plural('de');

export const learners: typeof english = {
  noRuns: 'Noch lernt niemand',
  noRunsHint: 'Sobald die Verwaltung eine Durchführung eröffnet, sehen Sie hier, wo deren Lernende sind.',
  run: 'Durchführung',
  nobody: 'In dieser Durchführung ist noch niemand',
  title: (number) => count(number, { one: 'Wo # lernende Person ist', other: 'Wo # Lernende sind' }),
  station: 'Als Nächstes zu tun',
  course: 'Kurs',
  behind: 'Haben es hinter sich',
  behindOf: (title) => `Haben es hinter sich: ${title}`,
  of: (number, all) => `${number} von ${all}`,
  here: 'Sind hier',
  show: (number, title) => `${count(number, { one: '# Person', other: '# Personen' })} bei ${title}: zeigen, wer`,
  since: 'Tage ohne Schritt',
  days: (median, longest) => `${median} (bis zu ${longest})`,
  crowded: 'Die meisten sind hier',
  kinds: {
    project: (title) => `Projekt: ${title}`,
    waiting: () => 'Warten, dass sich etwas öffnet',
    elsewhere: () => 'Auf einer anderen Ausgabe',
    passed: () => 'Haben bestanden',
  },
  who: (title) => `Wer hier ist: ${title}`,
  name: 'Name',
  last: 'Letzter Schritt',
};
