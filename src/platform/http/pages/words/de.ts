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
  mailbox: {
    title: 'Postfach',
    lead: 'Post, die Cairn für Ihre Einrichtung geschrieben hat. Es ist kein Mailserver eingerichtet, darum bleibt sie hier.',
    none: 'Es wurde noch keine Post geschrieben. Einladungen und Nachrichten zu Badges erscheinen hier.',
    more: (shown) => `Das sind die neuesten ${shown}. Die API nennt alle:`,
    to: (recipient) => `An ${recipient}`,
  },
};
