import type { ProblemWords } from '../http/problem.js';

const GOES_ON = 'Setzen Sie das Hochladen fort.';

export const de = {
  'upload.offset': { title: 'Das Hochladen geht an einer anderen Stelle weiter', detail: GOES_ON },
  'upload.unfinished': { title: 'Die Datei ist noch nicht ganz da', detail: GOES_ON },
  'upload.too_many': {
    title: 'Es wird schon zu viel hochgeladen',
    detail: 'Beenden Sie zuerst etwas davon, oder brechen Sie es ab. Was liegen bleibt, macht nach drei Tagen Platz.',
  },
  'upload.expired': {
    title: 'Das Hochladen wurde aufgegeben',
    detail: 'Drei Tage lang kam nichts mehr an. Beginnen Sie noch einmal.',
  },
  'upload.version': {
    title: 'Das Hochladen spricht eine andere Fassung des Protokolls',
    detail: 'Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  },
  'upload.checksum': { title: 'Unterwegs wurde etwas verfälscht', detail: GOES_ON },
} satisfies Readonly<Record<string, ProblemWords>>;
