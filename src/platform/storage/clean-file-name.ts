const LONGEST = 255;
// Control characters, and marks that turn the direction of writing: with those, "fdp.exe" is shown as "exe.pdf".
const UNPRINTABLE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const EXTENSION = /\.[^. ]{1,20}$/u;

/** The name of a handed-in file as we keep and show it: NFC, without folders or unprintable characters, at most 255 characters, never empty. */
export function cleanFileName(given: string): string {
  const printable = given.normalize('NFC').replace(LONE_SURROGATE, '\uFFFD').replace(UNPRINTABLE, '');
  const name = printable
    .slice(Math.max(printable.lastIndexOf('/'), printable.lastIndexOf('\\')) + 1)
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  return name === '' ? 'file' : shorten(name);
}

/** The part after the last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  return EXTENSION.exec(name)?.[0].slice(1).toLowerCase() ?? '';
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  // A cut may leave half of a character that takes two code units.
  return name.slice(0, LONGEST - extension.length).replace(LONE_SURROGATE, '') + extension;
}
