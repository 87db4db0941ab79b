import type { en } from './en.js';

export const de: typeof en = {
  skip: 'Zum Inhalt springen',
  main: 'Hauptnavigation',
  catalogue: 'Katalog',
  verify: 'Badge prüfen',
  learning: 'Mein Lernen',
  account: 'Konto',
  foot: 'Micro-Credentials mit Cairn',
  language: 'Sprache',
  optional: '(freiwillig)',
  errorTitle: (title) => `Fehler: ${title}`,
  refusal: { start: 'Zur Startseite', request: (id) => `Anfrage ${id}` },
  cookies: {
    title: 'Ihr Browser behält keine Cookies dieser Website',
    why: 'Cairn erkennt Sie an einem Cookie, wenn Sie angemeldet sind. Ohne ihn müssten Sie sich auf jeder Seite neu anmelden. Bitte erlauben Sie Cookies für diese Website:',
    how: [
      'In Chrome und Edge klicken Sie auf das Symbol links neben der Adresse; dort stehen die Einstellungen dieser Website, auch die für Cookies.',
      'In Firefox öffnen Sie die Einstellungen, „Datenschutz & Sicherheit“, „Cookies und Website-Daten“, und machen eine Ausnahme für diese Website.',
      'In Safari öffnen Sie die Einstellungen und schalten „Alle Cookies blockieren“ aus. Auf iPhone und iPad steht das in den Einstellungen von Safari.',
      'Lässt Ihr Browser das nicht zu, fragen Sie, wer diesen Computer betreut.',
    ],
    afterwards:
      'Laden Sie danach diese Seite neu. Hat Sie ein Link in Ihrem Kurs hierher geführt, öffnen Sie stattdessen ihn dort noch einmal.',
    again: 'Diese Seite neu laden',
    ownWindow: 'In einem eigenen Fenster versuchen',
  },
  mailbox: {
    title: 'Postfach',
    lead: 'Post, die Cairn für Ihre Einrichtung geschrieben hat. Es ist kein Mailserver eingerichtet, darum bleibt sie hier.',
    none: 'Es wurde noch keine Post geschrieben. Einladungen und Nachrichten zu Badges erscheinen hier.',
    more: (shown) => `Das sind die neuesten ${shown}. Die API nennt alle:`,
    to: (recipient) => `An ${recipient}`,
  },
};
