import type { learners as english } from '../../en/studio/learners';
import { plural } from '../../plural';

const count = plural('de');

export const learners: typeof english = {
  noRuns: 'Noch lernt niemand',
  noRunsHint: 'Sobald das Büro eine Durchführung öffnet, sehen Sie hier, wo deren Lernende sind.',
  notStaff: 'Wer in dieser Durchführung lernt, sieht nur ihr Team',
  notStaffHint: 'Das Büro kann Sie als Lehrende in das Team aufnehmen.',
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
