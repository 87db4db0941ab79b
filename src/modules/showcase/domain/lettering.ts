const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Their letters neither join nor reorder, so each may be turned by itself. */
const STANDS_ALONE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;
const MAY_BREAK = '\u200B';
const LONGEST_RUN = 24;

/** What a reader takes for one letter each. */
export function lettersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** One line of plain words: no control characters and no invisible marks that would turn the text about. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

/** Cut after so many letters, at the end of a word where there is one near, and marked as cut. */
export function shortened(text: string, most: number): string {
  const letters = lettersOf(text);
  if (letters.length <= most) return text;
  const kept = letters.slice(0, most - 1).join('');
  const space = letters[most - 1] === ' ' ? kept.length : kept.lastIndexOf(' ');
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/** Says with zero-width spaces where a line may end: between ideographs, and within words that no line would hold. */
export function breakable(text: string): string {
  let run = 0;
  return lettersOf(text)
    .map((letter) => {
      run = letter === ' ' ? 0 : run + 1;
      if (!IDEOGRAPH.test(letter) && (run === 0 || run % LONGEST_RUN !== 0)) return letter;
      return letter + MAY_BREAK;
    })
    .join('');
}

/** By the first letter that has a direction. */
export function readsRightToLeft(text: string): boolean {
  const first = lettersOf(text).find((letter) => /\p{L}/u.test(letter));
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

export function canBeBent(text: string): boolean {
  return STANDS_ALONE.test(text);
}

/** The primary subtag; anything else would not be a language to the typesetter. */
export function primaryLanguage(language: string): string {
  return /^[a-z]{2,3}(?=-|$)/i.exec(language)?.[0].toLowerCase() ?? 'en';
}
