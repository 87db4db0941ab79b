import { formatIn } from '../../../platform/http/pages/format.js';
import type { ArchiveProblem, ArchiveProblemCode } from './package-files.js';

const { number } = formatIn('de');

const WORDS: Readonly<Record<ArchiveProblemCode, string>> = {
  'not-an-archive': 'Das ist kein Zip-Archiv, oder ein beschädigtes.',
  'not-a-folder': 'Einen Ordner dieses Namens gibt es nicht.',
  'entry-damaged': 'Der Eintrag lässt sich nicht entpacken: abgeschnitten, verändert oder nicht so lang, wie er sagt.',
  'entry-encrypted': 'Der Eintrag ist verschlüsselt.',
  'compression-unknown': 'Der Eintrag ist anders gepackt als mit „store“ oder „deflate“.',
  'too-many-entries': 'Das Paket enthält zu viele Dateien und Ordner.',
  'too-large': 'Das Paket ist entpackt zu groß.',
  'file-too-large': 'Die Datei ist zu groß.',
  'ratio-too-high': 'Der Eintrag wird entpackt weit größer, als er ist, wie um eine Festplatte zu füllen.',
  'too-deep': 'Die Ordner sind zu tief verschachtelt.',
  'name-empty': 'Der Name, oder ein Teil davon, ist leer.',
  'name-not-text': 'Der Name ist nicht UTF-8.',
  'name-too-long': 'Der Name ist zu lang.',
  'name-absolute': 'Der Name beginnt an der Wurzel oder an einem Laufwerk.',
  'name-climbs': 'Der Name führt aus dem Paket hinaus oder enthält einen Teil, der „hier“ bedeutet.',
  'name-backslash': 'Der Name enthält einen Rückstrich.',
  'name-control': 'Der Name enthält ein Steuerzeichen, NUL oder ein Zeichen, das die Schreibrichtung ändert.',
  'name-repeated': 'Zwei Namen sind gleich, oder wären es auf manchen Rechnern.',
  'name-file-and-folder': 'Ein Name steht für eine Datei und für einen Ordner.',
  'not-a-file': 'Der Eintrag ist ein Link, ein Gerät oder dergleichen.',
};

/** Why a package is refused. What the reader of archives says besides, it says in English only. */
export function sayProblem({ code, more }: ArchiveProblem): string {
  return more === undefined ? WORDS[code] : `${WORDS[code]} (und ${number(more)} weitere)`;
}
