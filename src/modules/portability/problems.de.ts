import type { ProblemWords } from '../../platform/http/problem.js';

export const de = {
  'portability.import_refused': {
    title: 'Das Paket ist zuerst zu berichtigen',
    detail: 'Berichtigen Sie, was der Bericht einen Fehler nennt, und laden Sie das Paket noch einmal hoch.',
  },
  'portability.import_changed': {
    title: 'Das Paket ist nicht mehr das geprüfte',
    detail: 'Laden Sie es noch einmal hoch, und sehen Sie den Bericht an.',
  },
  'portability.erasure_under_way': {
    title: 'Um die Löschung ist schon gebeten',
    detail: 'Bis sie beginnt, lässt sie sich zurücknehmen.',
  },
  'portability.erasure_settled': {
    title: 'Das lässt sich nicht mehr ändern',
    detail: 'Die Löschung hat begonnen, oder über die Bitte ist entschieden.',
  },
  'portability.export_running': {
    title: 'Ihre Daten werden schon gesammelt',
    detail: 'Warten Sie, bis es fertig ist: Sie bekommen eine Mail.',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
