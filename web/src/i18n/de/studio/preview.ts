import type { preview as english } from '../../en/studio/preview';
import { plural } from '../../plural';

const count = plural('de');

export const preview: typeof english = {
  open: 'Als lernende Person ansehen',
  title: 'Vorschau des Entwurfs',
  note: 'Das sehen Lernende. Nichts, was Sie hier tun, wird behalten.',
  unfinished: (number) =>
    count(number, {
      one: 'Vor dem Veröffentlichen ist noch # Punkt offen.',
      other: 'Vor dem Veröffentlichen sind noch # Punkte offen.',
    }),
  standing: 'Als jemand,',
  standings: {
    new: 'der gerade begonnen hat',
    'half-way': 'der die Hälfte geschafft hat',
    'project-left': 'dem nur noch das Projekt fehlt',
    returned: 'der das Projekt zurückbekam',
    passed: 'der bestanden hat',
    expired: 'dem die Zeit abgelaufen ist',
  },
  back: 'Zurück zum Studio',
  nothingKept: 'Das ist eine Vorschau: Nichts wird behalten und nichts eingereicht.',
};
