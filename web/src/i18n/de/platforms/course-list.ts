import type { courseList as original } from '../../en/platforms/course-list';
import { plural } from '../../plural';

const count = plural('de');

export const courseList: typeof original = {
  title: 'Kurse',
  lead: 'Kurse der Lernplattform, in denen Cairn geöffnet wurde. Wer darin ist, wird dort gelesen, nachdem jemand Cairn öffnet, höchstens einmal in der Stunde, und einmal am Tag, solange ein Kurs läuft.',
  none: 'Cairn wurde noch in keinem Kurs geöffnet',
  noneHelp:
    'Eine Lehrkraft nimmt in der Lernplattform eine Aktivität oder einen Link in einen Kurs auf, wählt dafür Cairn und öffnet es einmal. Danach steht der Kurs hier, mit den Menschen darin.',
  course: 'Kurs',
  unnamed: 'Ein Kurs ohne Namen',
  learners: 'Lernende',
  staff: 'Lehrende',
  left: 'Gegangen',
  roster: 'Teilnehmerliste',
  act: 'Lesen',
  read: 'Jetzt lesen',
  readOne: (name: string) => `Jetzt lesen, wer in ${name} ist`,
  asked: 'Sie wird gelesen.',
  states: {
    not_offered: 'Nicht angeboten',
    not_needed: 'Noch nichts gezeigt',
    off: 'Aus',
    reading: 'Wird gelesen',
    failed: 'Nicht gelesen',
    read: 'Gelesen',
    never_read: 'Noch nicht gelesen',
  },
  notOffered:
    'Die Lernplattform sagt nicht, wer in diesem Kurs ist. Erlauben Sie dem Tool dort den Dienst für Namen und Rollen und öffnen Sie Cairn dann einmal.',
  readAt: (moment: string) => `Zuletzt gelesen ${moment}`,
  skipped: (many: number) =>
    count(many, { one: '# Eintrag war nicht zu verstehen.', other: '# Einträge waren nicht zu verstehen.' }),
  problems: {
    unreachable: 'Die Lernplattform hat nicht geantwortet. Es wird von selbst noch einmal versucht.',
    unavailable: 'Die Lernplattform hatte selbst einen Fehler. Es wird von selbst noch einmal versucht.',
    slow_down: 'Die Lernplattform möchte seltener gefragt werden. Es wird von selbst noch einmal versucht.',
    unreadable:
      'Die Lernplattform hat etwas geantwortet, das keine Teilnehmerliste ist. Es wird von selbst noch einmal versucht.',
    unauthorized: 'Die Lernplattform nimmt ihr eigenes Token nicht an. Ist das Tool dort aktiv?',
    token_refused: 'Die Lernplattform gibt Cairn kein Token. Ist das Tool dort aktiv, und darf es Namen und Rollen lesen?',
    scope_missing: 'Die Lernplattform lässt Cairn keine Teilnehmerlisten lesen: Erlauben Sie dem Tool dort Namen und Rollen.',
    forbidden: 'Die Lernplattform verweigert die Teilnehmerliste dieses Kurses. Ist der Kurs geschlossen, oder fehlt ein Recht?',
    not_found:
      'Die Lernplattform kennt die Teilnehmerliste dieses Kurses nicht mehr. Wer Cairn dort einmal öffnet, sagt damit, wo sie ist.',
    conflict: 'Die Lernplattform hat abgelehnt. Lesen Sie sie später noch einmal.',
    rejected: 'Die Lernplattform hat die Frage nicht verstanden. Ihr Protokoll sagt, warum.',
    pages_elsewhere: 'Nach Auskunft der Lernplattform geht die Liste an einer anderen Adresse weiter; dorthin folgt Cairn nicht.',
    pages_endless: 'Die Seiten der Liste führen aufeinander zurück, sie hat kein Ende.',
    too_large: 'Die Liste ist größer als jeder Kurs: mehr als 100.000 Menschen.',
    many_leave: 'Mehr als die Hälfte würde gehen. Lesen Sie sie noch einmal.',
  },
  manyLeave: (many: number) =>
    `Nach der Liste der Lernplattform sind ${many} Menschen gegangen, mehr als die Hälfte des Kurses. Es wurde nichts geändert. Sehen Sie dort nach, ob das stimmt.`,
  confirm: 'Bestätigen …',
  confirmTitle: (many: number) => `Haben ${many} Menschen den Kurs verlassen?`,
  confirmMeans:
    'Die Liste wird noch einmal gelesen, und wenn nicht mehr als diese fehlen, gelten sie als gegangen: Lehrende unter ihnen verlieren dort ihre Rechte. Lernende behalten ihren Platz und alles, was sie getan haben.',
  confirmYes: 'Ja, lesen',
};
