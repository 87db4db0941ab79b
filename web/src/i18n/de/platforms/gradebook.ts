import type { gradebook as original } from '../../en/platforms/gradebook';
import { plural } from '../../plural';

const count = plural('de');

export const gradebook: typeof original = {
  title: 'Notenbuch',
  columns: 'Spalten des Notenbuchs',
  column: 'Spalte',
  course: 'Kurs',
  noCourse: 'außerhalb von Kursen',
  kind: 'Punkte für',
  kinds: {
    'micro-credential': 'ein Micro-Credential',
    project: 'ein Projekt',
    course: 'einen Kurs',
    activity: 'eine Aktivität',
  },
  noColumns:
    'Noch keine Spalte. Es gibt eine, sobald in der Lernplattform ein Link mit Bewertung aufgenommen und geöffnet wurde.',
  back: 'Zurück zur Lernplattform',
  leadOf: (course: string) => `Punkte, die an das Notenbuch von „${course}“ gehen.`,
  show: 'Zeigen',
  all: 'Alle',
  states: { waiting: 'Unterwegs', arrived: 'Angekommen', awaiting_grade: 'Wartet auf die Note', parked: 'Aufgegeben' },
  noScores: 'Hier sind keine Punkte',
  noScoresText: 'Es gibt welche für alle, die über die Lernplattform kamen, sobald sie etwas getan haben, das bewertet wird.',
  scores: 'Punkte',
  person: 'Person',
  score: 'Punkte',
  standings: { handed_in: 'abgegeben', taken_back: 'zurückgezogen' },
  points: (given: string, maximum: string) => `${given} von ${maximum}`,
  state: 'Stand',
  sent: 'Angekommen',
  next: (attempts: number, at: string) =>
    count(attempts, {
      one: `Einmal gescheitert, nächster Versuch ${at}.`,
      other: `#-mal gescheitert, nächster Versuch ${at}.`,
    }),
  act: 'Senden',
  resend: 'Erneut senden',
  resendOne: (name: string) => `Punkte von ${name} erneut senden`,
  resendAll: 'Erneut senden, was nicht ankam',
  resent: (many: number) =>
    many === 0
      ? 'Es ist nichts zu senden.'
      : count(many, { one: '# Bewertung wird erneut gesendet.', other: '# Bewertungen werden erneut gesendet.' }),
  notResent: 'Es wurde nicht gesendet. Versuchen Sie es noch einmal.',
  parkedMany: (many: number) => count(many, { one: '# Bewertung wurde aufgegeben', other: '# Bewertungen wurden aufgegeben' }),
  untoldMany: (many: number) =>
    count(many, {
      one: '# Abgabe ist in der Lernplattform nicht zu sehen',
      other: '# Abgaben sind in der Lernplattform nicht zu sehen',
    }),
  gradeFollows: 'Es geht nichts verloren: Die Note wird gesendet, sobald es sie gibt.',
  because: {
    paused: 'Das Senden von Punkten ist abgeschaltet, oder die Lernplattform ist es.',
    scope_missing: 'Die Lernplattform hat nicht erlaubt, Punkte zu senden: Erlauben Sie es dort in den Einstellungen des Tools.',
    not_allowed: 'Die Lernplattform hat abgelehnt: Dieses Tool darf in diese Spalte nicht schreiben.',
    not_gradable: 'Die Lernplattform bewertet diese Person in diesem Kurs nicht; bei Lehrkräften ist das so.',
    rejected: 'Die Lernplattform hat die Punkte selbst abgelehnt.',
    superseded: 'Die Lernplattform hat eine neuere Note; vielleicht hat sie dort jemand eingetragen.',
    line_item_gone: 'Die Spalte wurde in der Lernplattform gelöscht.',
    unauthorized: 'Die Lernplattform kennt Cairn nicht mehr: Sehen Sie dort nach der Registrierung.',
    token_refused: 'Die Lernplattform gibt Cairn kein Zugriffstoken: Sehen Sie dort nach der Client-ID und den Schlüsseln.',
    unreachable: 'Die Lernplattform war drei Tage lang nicht zu erreichen.',
  },
  comparison: 'Was die Lernplattform zeigt',
  comparisonLead: 'Fragt die Lernplattform nach den Noten in dieser Spalte, neben dem, was gesendet wurde. Nichts wird geändert.',
  compare: 'Vergleichen',
  allAlike: (many: number) =>
    many === 0
      ? 'Dort ist noch nichts angekommen.'
      : count(many, { one: 'Die eine Bewertung dort ist wie gesendet.', other: 'Alle # Bewertungen dort sind wie gesendet.' }),
  differ: (many: number, all: number) =>
    count(many, { one: `# von ${all} ist nicht wie gesendet.`, other: `# von ${all} sind nicht wie gesendet.` }),
  differences: 'Abweichende Noten',
  told: 'Gesendet',
  shown: 'Dort steht',
  nothing: 'nichts',
  problems: {
    unreachable: 'Die Lernplattform ist nicht zu erreichen.',
    unavailable: 'Die Lernplattform antwortet gerade nicht, wie sie sollte. Versuchen Sie es später.',
    slow_down: 'Die Lernplattform bittet um eine Pause. Versuchen Sie es in ein paar Minuten.',
    unreadable: 'Die Antwort der Lernplattform ist nicht lesbar.',
    unauthorized: 'Die Lernplattform kennt Cairn nicht mehr: Sehen Sie dort nach der Registrierung.',
    token_refused: 'Die Lernplattform gibt Cairn kein Zugriffstoken: Sehen Sie dort nach der Client-ID und den Schlüsseln.',
    scope_missing:
      'Die Lernplattform hat nicht erlaubt, Ergebnisse zu lesen: Erlauben Sie es dort in den Einstellungen des Tools.',
    forbidden: 'Die Lernplattform hat abgelehnt: Dieses Tool darf diese Spalte nicht lesen.',
    not_found: 'Die Spalte wurde in der Lernplattform gelöscht.',
    conflict: 'Die Lernplattform hat gerade abgelehnt. Versuchen Sie es noch einmal.',
    rejected: 'Die Lernplattform hat die Frage abgelehnt.',
  },
};
