import type { uploads as english } from '../en/uploads';

export const uploads: typeof english = {
  uploading: (name) => `${name} wird hochgeladen`,
  howFar: (sent, all) => `${sent} von ${all}`,
  pause: (name) => `${name} anhalten`,
  resume: (name) => `Mit ${name} fortfahren`,
  cancel: (name) => `${name} abbrechen`,
  tryAgain: 'Noch einmal versuchen',
  choose: 'Datei noch einmal wählen',
  chooseAgain: (name) => `Datei noch einmal wählen: ${name}`,
  kinds: {
    pdf: 'PDF',
    pictures: 'Bilder',
    text: 'Reiner Text, Markdown, CSV, Code',
    audio: 'Ton',
    video: 'Video',
    zip: 'ZIP-Archive',
    document: 'Word-Dokumente',
    sheet: 'Excel-Tabellen',
    slides: 'PowerPoint-Folien',
  },
  stages: {
    waiting: 'Keine Verbindung. Sobald es wieder eine gibt, geht es von selbst weiter.',
    paused: 'Angehalten',
    lost: 'Die Seite wurde neu geladen. Wählen Sie dieselbe Datei noch einmal; gesendet wird nur, was noch fehlt.',
    finishing: 'Alles ist angekommen und wird geprüft.',
  },
  told: {
    sending: (name) => `${name} wird hochgeladen.`,
    waiting: (name) => `${name} wartet auf die Verbindung.`,
    paused: (name) => `${name} ist angehalten.`,
    lost: (name) => `Wählen Sie ${name} noch einmal, damit es weitergeht.`,
    finishing: (name) => `${name} wird geprüft.`,
    failed: (name) => `${name} ist nicht angekommen.`,
    arrived: (name) => `${name} ist hochgeladen.`,
  },
};
