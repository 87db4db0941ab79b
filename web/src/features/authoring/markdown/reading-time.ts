/** Words a minute of somebody who reads to learn. */
const WORDS_A_MINUTE = 180;

/** Words as a reader meets them: marks, addresses and fences are not read. */
export function countWords(markdown: string): number {
  const read = markdown
    .replaceAll(/^ {0,3}(?::{3,}|`{3,}|~{3,}).*$/gm, ' ')
    .replaceAll(/\]\([^)]*\)/g, '] ')
    .replaceAll(/<[^>]*>|[|#>*_`~[\]{}-]/g, ' ');
  return read.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,]*[\p{L}\p{N}\p{M}])?/gu)?.length ?? 0;
}

/** Whole minutes, at least one where there is anything to read. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / WORDS_A_MINUTE);
}
