import { formatIn } from '../http/pages/format.js';
import type { ProblemParticulars, ProblemWords } from '../http/problem.js';

const { number } = formatIn('de');

const textOf = (fact: unknown) => (typeof fact === 'string' ? fact : 'etwas anderes');

function wrongType({ facts }: ProblemParticulars): string {
  const allowed = Array.isArray(facts?.['allowed']) ? facts['allowed'].map(String).join(', ') : '';
  return `Sie ist ${textOf(facts?.['mediaType'])}. Nehmen Sie eine Datei von diesen Arten: ${allowed}.`;
}

export const de = {
  'file.empty': { title: 'Die Datei ist leer', detail: 'Wählen Sie eine andere.' },
  'file.too_large': {
    title: 'Die Datei ist zu groß',
    detail: ({ facts }) =>
      typeof facts?.['maxBytes'] === 'number' ? `Sie darf höchstens ${number(facts['maxBytes'])} Bytes haben.` : undefined,
  },
  'file.type_mismatch': {
    title: 'Die Datei ist nicht, was ihr Name sagt',
    detail: ({ facts }) =>
      `Nach ihrem Namen ist sie ${textOf(facts?.['expected'])}, nach ihrem Inhalt ${textOf(facts?.['looksLike'])}. Speichern Sie sie noch einmal in diesem Format, oder benennen Sie sie um.`,
  },
  'file.type_not_allowed': { title: 'Dateien dieser Art werden hier nicht angenommen', detail: wrongType },
  'file.range_not_satisfiable': { title: 'Einen solchen Teil hat die Datei nicht', detail: 'Laden Sie die Seite neu.' },
  'file.picture_unreadable': {
    title: 'Das Bild lässt sich nicht lesen',
    detail: 'Nehmen Sie ein Bild in PNG, JPEG, WebP, GIF, AVIF oder TIFF, oder speichern Sie es noch einmal als PNG.',
  },
  'file.picture_too_large': {
    title: 'Das Bild hat zu viele Bildpunkte',
    detail: ({ facts }) =>
      `Es hat ${number(Number(facts?.['width'] ?? 0))} × ${number(Number(facts?.['height'] ?? 0))}; gelesen werden im Ganzen höchstens ${number(Number(facts?.['maxPixels'] ?? 0))}. Machen Sie es kleiner.`,
  },
} satisfies Readonly<Record<string, ProblemWords>>;
