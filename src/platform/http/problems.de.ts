import { formatIn } from './pages/format.js';
import type { ProblemWords } from './problem.js';

const { number } = formatIn('de');

const AGAIN_SOON = 'Es ist nichts verloren gegangen. Versuchen Sie es gleich noch einmal.';
const PROGRAM = 'Laden Sie die Seite neu, und versuchen Sie es noch einmal.';

/** What is missing, where it is told (`facts.missing`). */
const MISSING: Readonly<Record<string, string>> = {
  activity: 'In der Ausgabe, die für diese Person gilt, gibt es diese Aktivität nicht.',
  edition: 'Diese Ausgabe gibt es nicht.',
  offering: 'Diese Durchführung gibt es nicht.',
  file: 'Die Datei gibt es nicht mehr. Sie muss noch einmal hochgeladen werden.',
  membership: 'In dieser Einrichtung sind Sie nicht Mitglied.',
};

/** Why somebody may not, where it is not their roles (`facts.reason`). */
const FORBIDDEN: Readonly<Record<string, string>> = {
  api_token: 'Mit einem API-Token geht das nicht: Melden Sie sich an.',
  came_by_lms: 'Sie sind über Ihre Lernplattform hier. Melden Sie sich dafür mit Ihrem eigenen Konto an.',
  no_institution: 'Wählen Sie zuerst die Einrichtung, für die Sie handeln.',
  not_an_administrator: 'Das darf nur die Verwaltung Ihrer Einrichtung.',
  own_membership: 'Das muss jemand anderes aus der Verwaltung tun: Sie würden sich selbst aussperren.',
  own: 'Für sich selbst tut das niemand: Bitten Sie das Büro oder jemanden aus der Verwaltung.',
  not_an_author: 'Nur Lehrende und die Verwaltung ändern Kurse und Micro-Credentials.',
  not_an_assessor: 'Nur die Prüfenden dieser Durchführung bewerten deren Arbeiten.',
  not_the_learner: 'Das tun nur die Lernenden selbst.',
  not_staff: 'Das tun das Büro und die Lehrenden der Durchführung. Fragen Sie dort.',
  office_enrolls: 'Andere meldet das Büro an; sich selbst können Sie anmelden.',
  offering_by_office: 'In diese Durchführung nimmt das Büro auf. Fragen Sie dort.',
  not_the_operator: 'Das ist denen vorbehalten, die diese Installation betreiben. Fragen Sie dort.',
  nobody_writes: 'Sie gehören zu keiner Einrichtung, die Ihnen schreiben könnte.',
  not_the_office: 'Bei Lernenden tut das das Büro, bei anderen die Verwaltung.',
  take_back_instead: 'Ihre eigene Bitte können Sie stattdessen zurücknehmen.',
};

const factOf = (words: Readonly<Record<string, string>>, fact: unknown) =>
  typeof fact === 'string' && Object.hasOwn(words, fact) ? words[fact] : undefined;

export const de = {
  'request.not_found': {
    title: 'Hier ist nichts',
    detail: ({ facts }) =>
      factOf(MISSING, facts?.['missing']) ?? 'Wurde die Adresse ganz übernommen? Vielleicht gibt es das nicht mehr.',
  },
  'request.malformed': { title: 'Die Anfrage lässt sich nicht lesen', detail: PROGRAM },
  'request.invalid_fields': { title: 'Einige Angaben lassen sich nicht verwenden' },
  'request.unsupported_media_type': {
    title: 'Diese Art von Inhalt wird hier nicht gelesen',
    detail: 'Nehmen Sie eine andere Art von Datei, oder laden Sie die Seite neu.',
  },
  'request.method_not_allowed': { title: 'Unter dieser Adresse geht das nicht' },
  'request.too_large': {
    title: 'Das ist zu groß',
    detail: ({ facts }) =>
      typeof facts?.['maxBytes'] === 'number' ? `Höchstens ${number(facts['maxBytes'])} Bytes gehen auf einmal.` : undefined,
  },
  'request.headers_too_large': {
    title: 'Die Adresse oder die Kopfzeilen sind zu groß',
    detail: 'Zusammen dürfen sie 16 kB haben.',
  },
  'request.too_slow': { title: 'Die Anfrage kam zu langsam an', detail: 'Senden Sie sie noch einmal.' },
  'request.too_many': {
    title: 'Zu viele Versuche',
    detail: ({ retryAfter }) =>
      retryAfter === undefined ? 'Warten Sie ein wenig.' : `Warten Sie ${number(retryAfter)} Sekunden.`,
  },
  'request.invalid_cursor': { title: 'An dieser Stelle geht die Liste nicht weiter', detail: 'Beginnen Sie die Liste von vorn.' },
  'access.not_signed_in': { title: 'Melden Sie sich zuerst an' },
  'access.not_allowed': {
    title: 'Das dürfen Sie nicht',
    detail: ({ facts }) =>
      factOf(FORBIDDEN, facts?.['reason']) ??
      'Ihre Rollen erlauben es nicht. Wenn sie es sollten, fragen Sie die Verwaltung Ihrer Einrichtung.',
  },
  'access.cross_site': {
    title: 'Die Anfrage kam von einer anderen Website',
    detail: 'Öffnen Sie die Seite noch einmal, und senden Sie von dort.',
  },
  'access.scope_missing': {
    title: 'Dafür reicht das Token nicht',
    detail: ({ facts }) => (typeof facts?.['scope'] === 'string' ? `Es braucht den Bereich ${facts['scope']}.` : undefined),
  },
  'precondition.required': { title: 'Es fehlt, welche Fassung geändert werden soll', detail: PROGRAM },
  'precondition.failed': {
    title: 'Jemand anderes hat es inzwischen geändert',
    detail: 'Öffnen Sie die Seite noch einmal, sehen Sie nach, was anders ist, und wiederholen Sie Ihre Änderung.',
  },
  'idempotency.key_reused': { title: 'Dieser Idempotency-Key steht für eine andere Anfrage', detail: PROGRAM },
  'service.unavailable': { title: 'Cairn kann gerade nicht antworten', detail: AGAIN_SOON },
  'service.storage_full': {
    title: 'Es ist kein Platz mehr, um das zu speichern',
    detail: 'Sagen Sie es denen, die dieses Cairn betreiben.',
  },
  'service.unexpected': {
    title: 'Bei uns ist etwas schiefgegangen',
    detail:
      'Es ist unter der Nummer der Anfrage festgehalten. Versuchen Sie es noch einmal, oder sagen Sie es denen, die dieses Cairn betreiben.',
  },
} satisfies Readonly<Record<string, ProblemWords>>;
