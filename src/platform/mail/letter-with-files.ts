import type { LetterLanguage } from '../letters/letter-language.js';
import { wordsIn } from '../letters/words.js';
import type { EnclosedFile, FileLabel } from './enclosure.js';

/** The letter, and what is enclosed with it. */
export function letterWith(body: string, files: readonly FileLabel[], language: LetterLanguage = 'en'): string {
  if (files.length === 0) return body;
  const lines = files.map(({ name, words }) => `- ${name}: ${words}`);
  return `${body.trimEnd()}\n\n${wordsIn(language).enclosed}\n\n${lines.join('\n')}\n`;
}

/** Base64 in lines of 76 characters (RFC 2045 §6.8), and the headers of a part. */
const sentSize = ({ content }: EnclosedFile) => Math.ceil((Math.ceil(content.length / 3) * 4 * 78) / 76) + 500;

/** As many of the files, in their order, as fit into a message of so many bytes beside its letter. */
export function fitting(files: readonly EnclosedFile[], body: string, mostBytes: number): EnclosedFile[] {
  // The letter may be sent in quoted-printable, where a byte takes three.
  let left = mostBytes - 2_000 - 3 * Buffer.byteLength(body);
  return files.filter((file) => {
    const fits = sentSize(file) <= left;
    if (fits) left -= sentSize(file);
    return fits;
  });
}
