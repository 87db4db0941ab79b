import type { notes as english } from '../en/notes';

export const notes: typeof english = {
  title: 'Meine Notizen',
  lead: 'Nur Sie lesen sie, auch nach dem Ende der Durchführung.',
  mine: 'Meine Notiz',
  text: 'Was Sie behalten wollen',
  hint: 'Nur Sie lesen sie. Markdown geht: **fett**, Listen, Links.',
  restored: 'Was noch nicht gespeichert war, ist wieder da.',
  all: 'Alle Notizen',
  search: 'In meinen Notizen suchen',
  download: 'Als Markdown herunterladen',
  emptyTitle: 'Sie haben noch keine Notizen',
  emptyText: 'Neben jeder Seite, jedem Film und jedem Quiz können Sie eine schreiben.',
  toLearning: 'Zum Lernen',
  nothingFound: (words) => `Keine Notiz enthält „${words}“.`,
  found: (number) => `${number} gezeigt`,
  gone: 'Eine Aktivität, die Ihre Ausgabe nicht mehr hat',
  changed: (when) => `Geändert ${when}`,
};
