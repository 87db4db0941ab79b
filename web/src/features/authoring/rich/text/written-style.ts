/** How an author writes what Markdown lets one write in several ways. What is edited is written in the same way. */
export interface WrittenStyle {
  bullet: '-' | '*' | '+';
  emphasis: '*' | '_';
  /** Every item of a numbered list is written as the first: `1.`, `1.`, `1.` */
  repeatsNumbers: boolean;
  /** An empty line behind the opening fence of a `:::` block, and before the closing one. */
  airyFences: boolean;
  /** Cells are filled up with spaces to stand below each other. */
  alignsTables: boolean;
}

export function styleOf(markdown: string): WrittenStyle {
  const count = (sign: RegExp) => markdown.match(sign)?.length ?? 0;
  const [dashes, stars, pluses] = [count(/^ {0,3}- /gm), count(/^ {0,3}\* /gm), count(/^ {0,3}\+ /gm)];
  const second = { next: count(/^ {0,3}2[.)] /gm), same: count(/^ {0,3}1[.)] .*\n+ {0,3}1[.)] /gm) };
  const fences = { airy: count(/^:{3,} *[a-z].*\n[ \t]*\n/gim), all: count(/^:{3,} *[a-z]/gim) };
  return {
    bullet: pluses > Math.max(dashes, stars) ? '+' : stars > dashes ? '*' : '-',
    emphasis: count(/(?<![\w_])_(?=[^\s_])/g) > count(/(?<!\*)\*(?=[^\s*])/g) ? '_' : '*',
    repeatsNumbers: second.same > second.next,
    airyFences: fences.airy * 2 > fences.all,
    alignsTables: count(/^\|(?:.*\S)? {2,}\|/gm) > 0,
  };
}
