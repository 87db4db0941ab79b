import type { imports as english } from '../../en/studio/imports';
import { plural } from '../../plural';
import { importCodes } from './import-codes';

const count = plural('de');
const courses = (number: number) => count(number, { one: '# Kurs', other: '# Kurse' });

export const imports: typeof english = {
  title: 'Importieren',
  lead: 'Bringen Sie Kurse als Paket mit. Es wird zuerst durchgesehen; vorher entsteht nichts.',
  one: 'Paket',
  none: 'Noch keine Pakete',
  noneHint: 'Ein Paket ist eine Zip-Datei mit Kursen in Markdown, etwa ein Export aus Cairn oder Lektionen der Carpentries.',
  upload: 'Paket durchsehen',
  file: 'Paket',
  fileHint: 'Eine Zip-Datei mit höchstens 200 MB.',
  package: 'Paket',
  unreadable: 'Nicht lesbar',
  state: 'Stand',
  when: 'Hochgeladen',
  states: { uploaded: 'Hochgeladen', checked: 'Wartet auf Sie', refused: 'Abgelehnt', applied: 'Importiert' },
  refused: 'So lässt es sich nicht importieren',
  refusedHint: 'Beheben Sie, was der Bericht einen Fehler nennt, und laden Sie es noch einmal hoch.',
  checked: 'Es lässt sich importieren',
  checkedHint: 'Es entsteht alles oder nichts. Warnungen sagen, was anders aussehen wird.',
  apply: (number) => `${courses(number)} importieren`,
  applied: (number) => `${courses(number)} importiert`,
  appliedHint: 'Weiter geht es in der Gliederung eines Micro-Credentials mit „Vorhandenen nehmen“.',
  open: 'Micro-Credential öffnen',
  courses: 'Kurse im Paket',
  course: 'Kurs',
  activities: 'Aktivitäten',
  time: 'Zeit',
  nothingFound: 'Es fand sich nichts, was Sie wissen müssten.',
  report: (number) => `Bericht: ${count(number, { one: '# Bemerkung', other: '# Bemerkungen' })}`,
  show: 'Zeigen',
  all: 'Alles',
  severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
  where: 'Wo',
  what: 'Was',
  line: (line) => `Zeile ${line}`,
  codes: importCodes,
};
