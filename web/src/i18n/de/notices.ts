import type { notices as english } from '../en/notices';
import { plural } from '../plural';

const count = plural('de');

export const notices: typeof english = {
  title: 'Benachrichtigungen',
  views: 'Welche',
  all: 'Alle',
  unread: 'Ungelesen',
  readAll: 'Alle als gelesen markieren',
  allRead: 'Alle sind als gelesen markiert.',
  emptyTitle: 'Noch gibt es nichts zu berichten',
  emptyText: 'Rückmeldungen, Termine und Badges werden hier gemeldet.',
  emptyUnread: 'Sie haben alles gelesen.',
  isNew: 'Neu',
  markRead: (what) => `Als gelesen markieren: ${what}`,
  markUnread: (what) => `Als ungelesen markieren: ${what}`,
  choose: 'Einstellungen',
  settings: 'Wovon Sie hören, und wo',
  settingsIntro: 'Wählen Sie für jede Art, ob sie hier, per Mail, an beiden Orten oder gar nicht gemeldet wird.',
  inProduct: 'Hier',
  byMail: 'Per Mail',
  chosen: 'Ihre Wahl ist gespeichert.',
  kinds: {
    feedback: 'Rückmeldung zu meinem Projekt',
    deadline_near: 'Ein Termin rückt näher',
    badge_issued: 'Ein Badge ist ausgestellt',
    correction_decided: 'Über eine erbetene Korrektur ist entschieden',
    reminder: 'Das Büro erinnert mich weiterzumachen',
    place_moved: 'Das Büro verlegt mich in eine andere Durchführung',
    grading_waiting: 'Arbeiten warten auf Bewertung',
    import_finished: 'Ein Import ist fertig',
  },
  verdicts: {
    passed: (title) => `Ihr Projekt in ${title} ist bestanden`,
    returned: (title) => `Ihr Projekt in ${title} kam mit einer Rückmeldung zurück`,
    failed: (title) => `Ihr Projekt in ${title} ist nicht bestanden`,
  },
  deadline: (title, when) => `Ihr Projekt in ${title} ist fällig: ${when}`,
  badge: (title) => `Ihr Badge für ${title} ist ausgestellt`,
  corrections: {
    accepted: 'Ihr Badge wird berichtigt, wie Sie es erbeten haben',
    declined: 'Das Büro hat Ihr Badge gelassen, wie es ist',
  },
  reminder: (title) => `Das Büro hat Ihnen zu ${title} geschrieben: Machen Sie weiter, wo Sie aufgehört haben`,
  moved: (offering) => `Sie sind jetzt in ${offering}`,
  grading: (offering) => `Arbeiten warten auf Bewertung in ${offering}`,
  imported: (courses) => count(courses, { one: 'Ihr Import ist fertig: # Kurs', other: 'Ihr Import ist fertig: # Kurse' }),
};
